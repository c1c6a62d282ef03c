"""Files beside items: what may be attached, what is in it, and the copy that readers get.

Lives here: the accepted types (`kinds`), the limits (`limits`), and `Workshop`, through which an
attachment is examined and cleaned. All foreign bytes are handled in a child process (`sandbox`,
`worker`, `jobs`), by one module a family of types (`formats`, `office`); results are kept in
`.khlang/files/` (`cache`). `published` gives the copy its name.
May import: `model`, `thai`. Nobody else knows Pillow, lxml, pikepdf and PDFium. To accept a new type:
one line in `kinds`, a handler in `formats`, one line in `jobs`.
"""
