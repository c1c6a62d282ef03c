"""What comes from outside, as items of the archive. Nothing that is there is overwritten.

Lives here: files, folders and zips as one row of files (`sources`); the parcel of the form on the
site (`parcel`); documents, pictures and links as items (`documents`, `texts`); what becomes of each
(`batch`); the table of all items' metadata, out and back in (`metadata`, `cells`). All foreign bytes are read by `files.intake`, in the child process.
May import: `contribute` and what lies below it. To take in another kind of file: a line in `files.kinds`
makes it an attachment of an item; a reader of its words goes to `files.convert`.
"""
