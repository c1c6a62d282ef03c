"""From the Markdown of an item to safe HTML, with headings, links and images and their positions.

Lives here: GitHub-flavoured Markdown by comrak, sanitising by nh3, anchors, and the same care for
hand-written pages. The only room that knows either library. May import: `model`, `thai`.
"""

from khlang.body.addresses import is_off_site, is_safe
from khlang.body.anchors import ALERT_TITLES, Heading, slugify
from khlang.body.document import Body, Image, Link, render
from khlang.body.handwritten import clean

__all__ = [
    "ALERT_TITLES",
    "Body",
    "Heading",
    "Image",
    "Link",
    "clean",
    "is_off_site",
    "is_safe",
    "render",
    "slugify",
]
