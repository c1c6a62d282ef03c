"""The only reader of files: from a folder to a `Corpus`, with everything that was wrong on the way.

Lives here: decoding, located YAML, front matter, records, vocabularies, the walk over the folder.
May import: `model`, `thai`.
To read a new kind of file: describe its record in `model`, add one function to `data_files`.
"""
