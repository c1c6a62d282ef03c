"""Exports: one module a format, from the model and the figures, never from HTML.

`published` holds the public data of the site with a JSON Schema for each file in `schemas/`.
May import: `views` and below. To add one: a module here, a test folder, a line in the docs.
"""
