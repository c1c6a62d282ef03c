"""Khlang (คลังความรู้): a knowledge repository built from a Git folder.

Each sub-package is one room of the house; `docs/architecture.md` walks through them in the
order in which an item passes. A package may import only from the ones below it:

    cli | site
    app
    publish
    contribute | export
    views
    rules
    progress | source
    body | files
    model
    thai
"""
