"""What the archive is about: items, categories, units, targets, the plan, and diagnostics.

Lives here: frozen dataclasses without I/O. A class whose fields are written with `column` is at
the same time the table of a record in a file: the reader, the JSON Schemas, the guide and
`khlang new` all follow from it, so a key is described in one place only.
May import: `thai`.
To add a field to a file: one `column` in the class of its record, one line in the docs it generates.
"""
