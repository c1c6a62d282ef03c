"""The page pipeline and the MkDocs adapter: the only room that knows MkDocs, Material and Jinja.

`edition` makes what `khlang build` publishes; `plugin` does it for MkDocs; `handwritten` asks MkDocs
for the pages that people wrote, and `written` keeps them; `build` turns an archive into the files of the site; `shell` is the document
around every page; `templates/pages/` holds one template a page kind; `assets/` what pages load.
May import: everything below. To add a page kind: its view, its template, one line in `pages`.
"""
