"""Files beside the items: only pages and types that an item could carry are published."""

import signal
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from khlang.site import handwritten
from khlang.site.written import NotRendered
from tests.archive import AS_OF, PDF, PNG, Archive
from tests.site.sites import build, run_build


@pytest.mark.parametrize("name", ["evil.html", "evil.svg", "evil.js", "guide/page.xhtml", "x.css"])
def test_a_file_of_another_type_stops_the_build(
    province: Archive, tmp_path: Path, name: str
) -> None:
    """What a browser would run lies on the site's own host: it is named, and nothing is published."""
    province.write(f"content/{name}", "<script>1</script>")
    run = run_build(province.root, tmp_path / "site", as_of=AS_OF)
    assert run.returncode == 1
    assert f"content/{name}: เผยแพร่ไม่ได้" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("name", ["secret.pdf", "secret.md", "folder/secret.pdf"])
def test_a_link_stops_the_build(province: Archive, tmp_path: Path, name: str) -> None:
    """MkDocs would follow it and publish what it leads to."""
    (tmp_path / "outside").mkdir()
    for each in ("secret.pdf", "secret.md"):
        (tmp_path / "outside" / each).write_bytes(PDF)
    link = province.root / "content" / Path(name).parts[0]
    link.symlink_to(tmp_path / "outside" / ("" if "/" in name else name))
    run = run_build(province.root, tmp_path / "site", as_of=AS_OF)
    assert run.returncode == 1
    assert f"content/{Path(name).parts[0]}:1:1: error KH-L009" in run.stderr
    assert not (tmp_path / "site").exists()


def test_a_script_in_a_page_is_taken_out(province: Archive, tmp_path: Path) -> None:
    """A page can come with anybody's merge request; the file beside it that it links to is published."""
    page = '---\ntemplate: [a]\n---\n# หน้า\n\n<script>alert(1)</script>\n\n<p onclick="alert(1)">น้ำ</p>\n\n[แผ่นพับ](a.pdf)\n'
    province.write("content/more/index.md", page)
    province.write("content/more/a.pdf", PDF)
    site = build(province.root, tmp_path / "site", as_of=AS_OF)
    main = site.page("more/").one("main")
    assert main.all("script") == []
    assert [node for node in main.walk() if "onclick" in node.attributes] == []
    assert "น้ำ" in main.text
    assert site.files["more/a.pdf"].startswith(b"%PDF-")


def test_a_page_that_would_take_for_ever_is_named(province: Archive, tmp_path: Path) -> None:
    """Python-Markdown is quadratic in some texts that are well below the caps."""
    province.write("content/more/index.md", "<div>\n" + ('<a "' * 4_000 + "\n") * 4)
    run = run_build(province.root, tmp_path / "site", as_of=AS_OF)
    assert run.returncode == 1
    assert "content/more/index.md: แปลงหน้านี้ใช้เวลาเกิน 2 วินาที" in run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "site").exists()


def test_the_limit_of_a_page_ends_where_it_cannot_be_made(
    province: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would meet the check that tells what is wrong."""

    def broken(*_: object) -> None:
        raise PluginError("broken")

    monkeypatch.setattr(Page, "render", broken)
    with pytest.raises(NotRendered):
        handwritten.render(province.root)
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_a_picture_of_a_page_is_published_as_a_cleaned_copy(
    province: Archive, tmp_path: Path
) -> None:
    """What stands behind the picture is not published; a program inside a document stops the build."""
    province.write("content/more/index.md", "# หน้า\n\n![ภาพ](a.png)\n")
    province.write("content/more/a.png", PNG + b"<script>alert(1)</script>")
    site = build(province.root, tmp_path / "site", as_of=AS_OF)
    assert site.files["more/a.png"].startswith(PNG[:8])
    assert b"script" not in site.files["more/a.png"]
    province.write("content/more/b.docx", b"PK\x03\x04 no document")
    run = run_build(province.root, tmp_path / "other", as_of=AS_OF)
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
