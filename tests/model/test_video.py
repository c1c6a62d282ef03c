"""Addresses of videos that a page can show."""

import pytest

from khlang.model.video import is_supported, parse
from khlang.site.policy import VIDEO_HOSTS

YOUTUBE = "https://www.youtube-nocookie.com/embed/KHLANGsmp05?autoplay=1"
FACEBOOK = "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2F{}&show_text=false"


@pytest.mark.parametrize(
    ("url", "host", "player"),
    [
        ("https://www.youtube.com/watch?v=KHLANGsmp05", "YouTube", YOUTUBE),
        ("https://m.youtube.com/watch?app=m&v=KHLANGsmp05&t=3", "YouTube", YOUTUBE),
        ("https://youtu.be/KHLANGsmp05?si=x", "YouTube", YOUTUBE),
        ("https://www.youtube.com/shorts/KHLANGsmp05", "YouTube", YOUTUBE),
        (
            "https://drive.google.com/file/d/1aBcDeFgHiJk/view",
            "Google Drive",
            "https://drive.google.com/file/d/1aBcDeFgHiJk/preview",
        ),
        (
            "https://m.facebook.com/watch/?v=1",
            "Facebook",
            FACEBOOK.format("www.facebook.com%2Fwatch%2F%3Fv%3D1"),
        ),
        ("https://fb.watch/abc/", "Facebook", FACEBOOK.format("fb.watch%2Fabc%2F")),
    ],
)
def test_the_three_hosts_are_known_in_all_their_spellings(url: str, host: str, player: str) -> None:
    """As they are copied from an address bar or a share button; the player is one that the policy lets
    into a frame.
    """
    video = parse(url)
    assert video is not None
    assert (video.host, video.url, video.player) == (host, url, player)
    assert video.player.startswith(tuple(f"{each}/" for each in VIDEO_HOSTS))


def test_upright_films_are_known_by_their_address() -> None:
    """Their frame is upright before anything of them is loaded."""
    urls = ("https://www.youtube.com/shorts/KHLANGsmp05", "https://www.facebook.com/reel/1")
    assert [parse(url).is_upright for url in urls] == [True, True]  # type: ignore[union-attr]


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
