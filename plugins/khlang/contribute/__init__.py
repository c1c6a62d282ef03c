"""What helps people to write an archive: editor schemas, drafts, reference pages, removing samples.

Lives here: files that follow from the tables of `model` (`schemas`, `reference`), the draft of a
new item (`template`), and the end of the sample archive (`samples`). Everything that a key is
called, explained by or limited to comes from its column; nothing is said a second time here.
May import: `source` and what lies below it (`model`, `thai`).
To add a generated file: a function that returns its text by path, and a command that hands it to
`cli.generated`. To add another help: one module, and one thin command in `cli`.
"""
