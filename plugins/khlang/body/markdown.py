"""comrak as GitHub and GitLab are set: tables, task lists, footnotes, alerts, autolinks."""

import comrak

EXTENSIONS = comrak.ExtensionOptions()
EXTENSIONS.table = True
EXTENSIONS.tasklist = True
EXTENSIONS.footnotes = True
EXTENSIONS.alerts = True
EXTENSIONS.autolink = True
EXTENSIONS.strikethrough = True

PARSING = comrak.ParseOptions()
PARSING.sourcepos_chars = True  # positions in characters, as everywhere in Khlang

RENDERING = comrak.RenderOptions()
RENDERING.sourcepos = True
# Raw HTML passes here, because the sanitiser behind it decides what may stay.
RENDERING.unsafe_ = True


def to_html(text: str) -> str:
    """HTML with a `data-sourcepos` on every element; not yet safe."""
    html: str = comrak.render_markdown(text, EXTENSIONS, PARSING, RENDERING)
    return html
