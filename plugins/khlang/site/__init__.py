"""The MkDocs adapter: the only room that knows MkDocs, Material and Jinja.

`plugin` wires events; `build` turns an archive into the files of the site; `shell` is the document
around every page; `templates/pages/` holds one template a page kind; `assets/` what pages load.
May import: everything below. To add a page kind: its view, its template, one line in `pages`.
"""
