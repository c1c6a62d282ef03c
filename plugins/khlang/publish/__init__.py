"""Publishing: a new site is built beside the old one and takes its place in one step.

May import: `export` and below. Manifest, cache and editions will live here.
"""

from khlang.publish.exchange import staged

__all__ = ["staged"]
