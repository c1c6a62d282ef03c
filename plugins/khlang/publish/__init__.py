"""Publishing: a new edition is made beside the old one and takes its place in one step.

`editions` keeps two folders and exchanges them; `manifest` says what is in one; `verify` compares a
folder with its manifest; `cache` is what is kept between builds. May import: `export` and below.
"""

from khlang.publish.editions import Change, Editions, Making
from khlang.publish.faults import NotPublished
from khlang.publish.verify import Verdict, verify

__all__ = ["Change", "Editions", "Making", "NotPublished", "Verdict", "verify"]
