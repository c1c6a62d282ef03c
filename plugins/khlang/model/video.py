"""Addresses of videos: which hosts are known, and where their player lives."""

import re
from dataclasses import dataclass
from urllib.parse import quote

_YOUTUBE = re.compile(
    r"https://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:.*&)?v=|shorts/|live/)|youtu\.be/)([\w-]{11})(?:[?&#].*)?"
)
_DRIVE = re.compile(r"https://drive\.google\.com/file/d/([\w-]{10,80})(?:/.*)?")
_FACEBOOK = re.compile(r"https://(?:www\.|m\.)?(?:facebook\.com/\S+|fb\.watch/\S+)")

PATTERNS = tuple(each.pattern for each in (_YOUTUBE, _DRIVE, _FACEBOOK))
"""Addresses that a page can show, for readers of them that are not Python."""


@dataclass(frozen=True, slots=True)
class Video:
    """A video on a known host: `url` is its page, `player` what a page can hold in a frame."""

    host: str
    url: str
    player: str
    is_upright: bool = False


def parse(url: str) -> Video | None:
    """The video at an address, or None where the host is not known."""
    if match := _YOUTUBE.fullmatch(url):
        player = f"https://www.youtube-nocookie.com/embed/{match[1]}?autoplay=1"
        return Video("YouTube", url, player, "/shorts/" in url)
    if match := _DRIVE.fullmatch(url):
        return Video("Google Drive", url, f"https://drive.google.com/file/d/{match[1]}/preview")
    if _FACEBOOK.fullmatch(url):
        page = quote(url.replace("https://m.facebook.com", "https://www.facebook.com"), safe="")
        player = f"https://www.facebook.com/plugins/video.php?href={page}&show_text=false"
        return Video("Facebook", url, player, "/reel/" in url)
    return None


def is_supported(url: str) -> bool:
    """Whether a page can show the video."""
    return parse(url) is not None
