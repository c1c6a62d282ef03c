"""From the Markdown of an item to safe HTML, with headings, links and images and their positions.

Lives here: GitHub-flavoured Markdown by comrak, sanitising by nh3, anchors. The only room that
knows either library. May import: `model`, `thai`.
"""

from khlang.body.anchors import Heading, slugify
from khlang.body.document import Body, Image, Link, render

__all__ = ["Body", "Heading", "Image", "Link", "render", "slugify"]
