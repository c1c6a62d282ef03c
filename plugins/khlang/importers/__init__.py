"""What comes from outside, as items of the archive. Nothing that is there is overwritten.

Lives here: the parcel that the form on the site makes (`parcel`). May import: `rules` and what lies
below it. To take in another kind of file: one module, and a line in `cli.take_in`.
"""
