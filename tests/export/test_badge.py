"""The badge: one small picture that says in words what it shows."""

from xml.etree import ElementTree

from khlang.export.badge import build
from tests.archive import AS_OF, Archive


def test_the_badge_says_what_the_figures_say(archive: Archive) -> None:
    """With its date; and that there are no targets where there are none."""
    opened = archive.check(AS_OF).archive
    assert opened is not None
    drawn = ElementTree.fromstring(build(opened.progress.now))  # noqa: S314  # our own bytes
    assert drawn.attrib["aria-label"] == (
        "ปีงบประมาณ 2568 ส่งแล้ว 1 จาก 7 เรื่อง ขาด 6 เรื่อง ข้อมูล ณ 20 มิ.ย. 2568"
    )
    assert "1 จาก 7 เรื่อง" in [each.text for each in drawn.iter() if each.text]
    assert b"style" not in build(opened.progress.now)
    assert "ยังไม่กำหนดเป้าหมาย" in build(None).decode()
