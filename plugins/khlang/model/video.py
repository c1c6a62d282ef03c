"""Addresses of videos: which hosts are known, and where their player lives."""

import re
from dataclasses import dataclass

_YOUTUBE = re.compile(
    r"https://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:.*&)?v=|shorts/|live/)|youtu\.be/)([\w-]{11})(?:[?&#].*)?"
)
_DRIVE = re.compile(r"https://drive\.google\.com/file/d/([\w-]{10,80})(?:/.*)?")
_FACEBOOK = re.compile(r"https://(?:www\.|m\.)?(?:facebook\.com/\S+|fb\.watch/\S+)")

PATTERNS = tuple(each.pattern for each in (_YOUTUBE, _DRIVE, _FACEBOOK))
"""Addresses that a page can show, for readers of them that are not Python."""


@dataclass(frozen=True, slots=True)
class Video:
    """A video on a known host. `id` is empty where the host has none in its addresses."""

    host: str
    id: str
    url: str


def parse(url: str) -> Video | None:
    """The video at an address, or None where the host is not known."""
    if match := _YOUTUBE.fullmatch(url):
        return Video("YouTube", match[1], url)
    if match := _DRIVE.fullmatch(url):
        return Video("Google Drive", match[1], url)
    if _FACEBOOK.fullmatch(url):
        return Video("Facebook", "", url)
    return None


def is_supported(url: str) -> bool:
    """Whether a page can show the video."""
    return parse(url) is not None
