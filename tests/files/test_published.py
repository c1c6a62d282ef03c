"""The names that attachments are published by."""

import pytest

from khlang.files.published import safe_name


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
