"""Addresses of videos that a page can show."""

import pytest

from khlang.model.video import is_supported, parse


@pytest.mark.parametrize(
    ("url", "host", "id"),
    [
        ("https://www.youtube.com/watch?v=KHLANGsmp05", "YouTube", "KHLANGsmp05"),
        ("https://m.youtube.com/watch?app=m&v=KHLANGsmp05&t=3", "YouTube", "KHLANGsmp05"),
        ("https://youtu.be/KHLANGsmp05?si=x", "YouTube", "KHLANGsmp05"),
        ("https://www.youtube.com/shorts/KHLANGsmp05", "YouTube", "KHLANGsmp05"),
        ("https://drive.google.com/file/d/1aBcDeFgHiJk/view", "Google Drive", "1aBcDeFgHiJk"),
        ("https://www.facebook.com/watch/?v=1", "Facebook", ""),
        ("https://fb.watch/abc/", "Facebook", ""),
    ],
)
def test_the_three_hosts_are_known_in_all_their_spellings(url: str, host: str, id: str) -> None:
    """As they are copied from an address bar or a share button."""
    video = parse(url)
    assert video is not None
    assert (video.host, video.id) == (host, id)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/v",
        "http://youtu.be/KHLANGsmp05",
        "https://youtube.com.example.org/watch?v=KHLANGsmp05",
        "https://www.youtube.com/watch?v=short",
        "https://evil.example/https://youtu.be/KHLANGsmp05",
    ],
)
def test_look_alikes_are_no_videos(url: str) -> None:
    """No page embeds what only looks like one of the hosts."""
    assert not is_supported(url)
