"""What readers get: under which name, and what is told of it."""

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khlang.app import NotPublishable
from khlang.files.findings import Refused
from khlang.files.published import publish, safe_name
from khlang.files.workshop import Workshop
from tests.archive import ITEM, PDF, Archive, str_of
from tests.files import samples


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("Poster หนอง (2).PNG", "poster-2.png"),
        ("หนอง.png", "file.png"),
        ("../../etc/passwd.pdf", "etc-passwd.pdf"),
        ("Ｆｕｌｌ width.pdf", "full-width.pdf"),
        ("a" * 200 + ".pdf", "a" * 60 + ".pdf"),
    ],
)
def test_a_name_becomes_safe_for_an_address(name: str, published: str) -> None:
    """ASCII letters, digits and hyphens, no path, no Thai that some browsers mangle."""
    assert safe_name(name, set()) == published


def test_two_thai_names_do_not_overwrite_each_other() -> None:
    """The second of the same name is numbered."""
    taken: set[str] = set()
    assert [safe_name(name, taken) for name in ("หนอง.png", "บ่อ.png", "ดิน.png")] == [
        "file.png",
        "file-2.png",
        "file-3.png",
    ]


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("🌾 ข้าว rice 🌾.jpg", "rice.jpg"),
        ("CON.pdf", "file-con.pdf"),
        ("lpt1.png", "file-lpt1.png"),
        ("nul.tar.pdf", "nul-tar.pdf"),
        ("   .pdf", "file.pdf"),
        ("x.html.png", "x-html.png"),
        ("<img onerror=1>.png", "img-onerror-1.png"),
        ("..\\..\\x.pdf", "x.pdf"),
        ("x\u202egnp.pdf", "x-gnp.pdf"),
    ],
)
def test_no_system_and_no_address_is_troubled(name: str, published: str) -> None:
    """Names that Windows keeps for itself, that end in a dot or a space, that turn or hide."""
    assert safe_name(name, set()) == published


def test_a_name_in_two_spellings_is_one_name_twice() -> None:
    """macOS takes letters apart, others do not: two files, two addresses."""
    taken: set[str] = set()
    names = ["café.png", "cafe\u0301.png", "น้ำ 1.pdf", "น\u0e4d\u0e49า 1.pdf"]
    assert [safe_name(name, taken) for name in names] == [
        "cafe.png",
        "cafe-2.png",
        "1.pdf",
        "1-2.pdf",
    ]


@given(st.lists(st.text(min_size=1, max_size=90), max_size=8))
def test_names_are_plain_short_apart_and_always_the_same(names: list[str]) -> None:
    """Whatever is typed: letters, digits and hyphens, one dot, nothing twice."""
    first, second = set[str](), set[str]()
    made = [safe_name(f"{name}.pdf", first) for name in names]
    assert made == [safe_name(f"{name}.pdf", second) for name in names]
    assert len(set(made)) == len(names)
    for each in made:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.pdf", each)
        assert len(each) < 80
        assert each.partition(".")[0] not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


def test_what_is_told_of_a_file_is_true_of_its_copy(tmp_path: Path) -> None:
    """Size and checksum are those that a reader can compare; the source is left alone."""
    file, source = tmp_path / "photo.jpg", samples.jpeg(6)
    file.write_bytes(source)
    published = publish(file, "photo.jpg", Workshop(tmp_path / "cache"))
    copy = published.source.read_bytes()
    assert file.read_bytes() == source
    assert copy != source
    assert published.size == len(copy)
    assert published.sha256 == hashlib.sha256(copy).hexdigest()
    assert (published.width, published.height) == (16, 24)


def test_a_paper_has_no_width(tmp_path: Path) -> None:
    """Only pictures have one."""
    file = tmp_path / "guide.pdf"
    file.write_bytes(PDF)
    assert publish(file, "guide.pdf", Workshop(tmp_path / "cache")).width is None


@pytest.mark.parametrize(("name", "code"), [("form.exe", "KH-L003"), ("photo.jpg", "KH-L020")])
def test_what_the_rules_refuse_is_never_published(tmp_path: Path, name: str, code: str) -> None:
    """The second lock."""
    file = tmp_path / name
    file.write_bytes(b"\xff\xd8\xff")
    with pytest.raises(Refused) as refused:
        publish(file, name, Workshop(tmp_path / "cache"))
    assert refused.value.finding.code.id == code


def test_a_file_that_changes_behind_the_check_is_told_at_its_place(archive: Archive) -> None:
    """The build stops with a diagnostic like all others, and nothing of the file is published."""
    attachment = {"file": "guide.pdf", "title": "คู่มือ"}
    archive.item(files={"guide.pdf": PDF}, attachments=[attachment])
    opened = archive.check().archive
    assert opened is not None
    item = opened.corpus.item_by_id[ITEM]
    archive.write(item.path.replace("index.md", "guide.pdf"), PDF[:200])
    with pytest.raises(NotPublishable) as told:
        opened.publish(item, 0, "guide.pdf")
    assert told.value.diagnostic.code.id == "KH-L020"
    assert str_of(told.value.diagnostic.place) == archive.at(item.path, '«"guide.pdf"')
