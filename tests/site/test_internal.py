"""The internal edition shows every item and its faults; the public one not a word of them."""

import subprocess
from pathlib import Path

import pytest

from tests.archive import AS_OF, Archive
from tests.site.sites import HIDDEN_STATES, KHLANG, SECRETS, Site, environment, secret


def test_the_internal_edition_has_the_queue_and_every_item(province: Archive) -> None:
    """Also one with a fault, which stops the public edition; it says so on its page."""
    broken = province.item("kathu-eeeee", category="nosuch", title="เรื่องที่ยังผิด")
    run = subprocess.run(
        [KHLANG, "build", "--internal", "--as-of", AS_OF.isoformat()],
        cwd=province.root, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    assert not (province.root / "site_build/index.html").exists()
    site = Site(province.root / "site_internal")
    queue = site.main("review/")
    assert queue.index("เรื่องที่ยังผิด") < queue.index(secret("thalang-submi", "title"))
    assert "ช้ากว่ากำหนด" in queue
    for id in HIDDEN_STATES:
        assert secret(id, "body") in site.main(f"review/{id}/")
    assert broken
    assert "ไม่มีหมวดหมู่ “nosuch”" in site.main("review/kathu-eeeee/")
    assert "เหตุผลลับของการส่งคืน" in site.main("review/thalang-retur/")
    decide = "khlang review thalang-submi --to"
    assert f'{decide} returned --reason "เหตุผล"' in site.main("review/thalang-submi/")
    assert f"{decide} selected" in site.main("review/thalang-submi/")
    assert "thalang-submi" in queue
    for path, page in site.pages.items():
        assert page.all("meta", name="robots"), path
    assert "sitemap.xml" not in site.files
    listed = site.files["papers/2568/items-by-unit.csv"].decode()
    assert secret("thalang-selec", "title") in listed
    assert "papers/2568/items-by-unit.xlsx" in [
        link.attributes["href"].removeprefix("../") for link in site.page("review/").all("a")
    ]


def test_the_internal_edition_never_takes_the_public_place(province: Archive) -> None:
    run = subprocess.run(
        [KHLANG, "build", "--internal", "--site-dir", "site_build"],
        cwd=province.root, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 2
    assert not Path(province.root / "site_build/index.html").exists()


@pytest.mark.parametrize("what", SECRETS)
def test_no_word_of_a_hidden_item_is_public(second: Site, what: str) -> None:
    """In no file of any kind, neither page nor data nor script."""
    words = [secret(id, what).encode() for id in HIDDEN_STATES]
    assert [
        path for path, data in second.files.items() if any(each in data for each in words)
    ] == []
    assert not [path for path in second.files if path.startswith("review/")]
