"""Parts of an item's page that need no site: citations, files in words, pictures of the text."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from khlang.files.kinds import KINDS
from khlang.files.published import PublishedFile
from khlang.model.corpus import Corpus
from khlang.model.item import Item
from khlang.views import attached, citing
from tests.archive import ITEM, Archive

PUBLISHED = ["2025-06-02 submitted", "2025-06-05 selected", "2025-06-12 published"]


def cited(archive: Archive, **front: object) -> tuple[Corpus, Item]:
    archive.item(history=PUBLISHED, **front)
    opened = archive.check().archive
    assert opened is not None
    return opened.corpus, opened.corpus.item_by_id[ITEM]


def test_the_office_is_cited_unless_somebody_agreed_to_be(archive: Archive) -> None:
    """A byline without the day of consent is nobody's name; a district's office has its full name."""
    corpus, item = cited(archive, title="อ่านคลื่น")
    office = citing.author(corpus, item)
    assert office.startswith("สำนักงานพัฒนาชุมชนอำเภอ")
    named = replace(item, front=replace(item.front, byline="กลุ่มเรือเล็ก"))
    assert citing.author(corpus, named) == office
    agreed = replace(named, front=replace(named.front, consent=date(2025, 6, 1)))
    assert citing.thai(corpus, agreed).before.startswith("กลุ่มเรือเล็ก. (2568). อ่านคลื่น. คลังความรู้")


def test_bibtex_survives_its_own_letters(archive: Archive) -> None:
    """What TeX would read as a command is escaped; the year is of the common era, the language named."""
    corpus, item = cited(archive, title="ทุน 50% & กำไร_จริง {ครบ} #1 ~ ^ \\", language="en")
    entry = citing.bibtex(corpus, item).before
    assert (
        r"{{ทุน 50\% \& กำไร\_จริง \{ครบ\} \#1 \textasciitilde{} \textasciicircum{} \textbackslash{}}}"
        in entry
    )
    assert "year      = {2025}" in entry
    assert "langid    = {english}" in entry
    assert entry.startswith(f"@misc{{{ITEM},\n")


def file(suffix: str, **more: object) -> PublishedFile:
    facts: dict[str, object] = {"size": 1, "sha256": "0" * 64, "name": f"a{suffix}"}
    return PublishedFile(source=Path(f"a{suffix}"), kind=KINDS[suffix], **{**facts, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("suffix", "extent", "words"),
    [
        (".pdf", 12, "12 หน้า"),
        (".pptx", 24, "24 สไลด์"),
        (".xlsx", 3, "3 แผ่นงาน"),
        (".mp4", 252, "4:12 นาที"),
        (".mp3", 3725, "1:02:05 ชั่วโมง"),
        (".docx", None, ""),
        (".png", None, ""),
    ],
)
def test_how_long_a_file_is(suffix: str, extent: int | None, words: str) -> None:
    """In what its type is counted in; nothing where nobody counted."""
    assert attached.length_in_words(file(suffix, extent=extent)) == words


def test_pictures_of_the_text_lead_to_themselves_in_full() -> None:
    """But for those inside a link; other pictures and links are left as they are."""
    poster = file(".png", width=320, height=200)
    html = '<p><img src="./%E0%B8%81.png" alt="หนอง &amp; นา"></p><a href="x"><img src="ก.png"></a><img src="b.png">'
    placed, shown = attached.placed(html, {"ก.png": poster})
    image = '<img src="a.png" loading="lazy" width="320" height="200"'
    assert placed == (
        f'<p><a class="zoom" href="a.png" aria-label="ขยายภาพ หนอง &amp; นา">{image} alt="หนอง &amp; นา"></a></p>'
        f'<a href="x">{image}></a><img src="b.png">'
    )
    assert shown == {"a.png"}


def test_a_link_to_a_page_of_a_document_keeps_the_page() -> None:
    """`guide.pdf#page=2` opens the published file at its second page."""
    placed, shown = attached.placed('<a href="คู่มือ.pdf#page=2">ดู</a>', {"คู่มือ.pdf": file(".pdf")})
    assert placed == '<a href="a.pdf#page=2">ดู</a>'
    assert shown == frozenset()
