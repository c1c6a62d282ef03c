"""Views: what a page says, as typed data. One module a page kind; no HTML, no files.

Every figure, date and word that a template prints is ready here, so that a template decides
nothing but where it stands. Addresses are relative to the site's root (`items/x/`).
May import: `rules` and below. To add a page kind: a module here with a frozen dataclass and the
function that builds it, a template of the same name in `site`, one line in `site.pages`.
"""
