"""What a phone has to load before it shows a page, and that nothing else holds it up."""

import gzip

from tests.site.sites import Site, longest_of_each_kind

FIRST_PAINT = (
    20 * 1024
)  # bytes of gzip; 30 KB where the theme's own sheet were loaded (decision 0006)
BEGINNING = 16 * 1024  # of a page, which fills the first screen: browsers paint what has come


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 6))


def test_first_paint(own: Site, second: Site) -> None:
    """Page, stylesheet and the script before the first paint stay below 20 KB. All else comes later:
    other scripts are deferred or at the end, fonts do not hold up the text and are asked for by no page.
    """
    heavy = {}
    for site in (own, second):
        for path in longest_of_each_kind(site).values():
            page = site.pages[path]
            head = page.one("head")
            blocking = [link.attributes["href"] for link in head.all("link", rel="stylesheet")]
            blocking += [
                script.attributes["src"]
                for script in head.all("script")
                if "src" in script.attributes and "defer" not in script.attributes
            ]
            for early in head.all("link", rel="preload"):
                assert early.attributes["as"] == "font", path
                assert early.attributes["fetchpriority"] == "low", path
            files = [site.target(path, each.lstrip("/")) for each in blocking]
            size = packed(site.files[path][:BEGINNING].partition(b"<script>")[0])
            heavy[path] = size + sum(packed(site.files[str(each)]) for each in files)
    assert {path: size for path, size in heavy.items() if size > FIRST_PAINT} == {}


def test_fonts_come_after_the_text(own: Site) -> None:
    """No face is waited for, and none moves what is shown: it comes at once or with the next page."""
    (css,) = (data.decode() for path, data in own.files.items() if path.endswith(".css"))
    faces = [each.partition("}")[0] for each in css.split("@font-face")[1:]]
    loaded = [face for face in faces if "url(" in face]
    assert len(loaded) == 4
    assert all("font-display:optional" in face for face in loaded)


def test_pictures_are_lazy_and_have_their_size(site: Site) -> None:
    """A picture is asked for when it is near, and its place is kept free until then."""
    for path, page in site.pages.items():
        for image in page.all("img"):
            assert image.attributes.get("loading") == "lazy", path
            assert {"width", "height"} <= set(image.attributes), path
