"""Thousands of broken and odd documents: each becomes Markdown or a refusal, never anything else."""

import copy
import io
import random
import re
import zipfile
from html import escape, unescape

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.archive import PNG
from tests.files import samples
from tests.files.documents import box, counted, level, numbering, p, picture, r, table, td, word
from tests.files.test_convert_word import CASES

from khlang.body import render
from khlang.files.convert.convert import convert
from khlang.files.convert.symbols import readable
from khlang.files.findings import Refused
from khlang.files.sandbox import Sandbox

BODIES = "".join(body for body, _ in CASES.values())
LISTS = numbering(
    level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"),
    level(0, "thaiNumbers", "%1.") + level(1, "thaiNumbers", "%1.%2"),
)
DOCUMENT = word(
    BODIES
    + p("ก", props=counted(1))
    + p("ข", props=counted(2, 1))
    + p("x", box(p("ในกล่อง") + table(td("ก"))))
    + p(picture("m1", "ภาพ")),
    media={"m1": PNG},
    numbering=LISTS,
    header=p("หัว"),
)
SOURCES = [(".docx", DOCUMENT), (".docx", samples.word()), (".pptx", samples.slides())]
VALUES = ["", "-1", "0", "x", "99999999999", "๑", "none", "true", "%9%8", "../x", "rId99", "\u0e4d"]


def mutated(data: bytes, dice: random.Random) -> bytes:
    """Elements removed, repeated, renamed; attributes removed or of nonsense."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    names = [each for each in parts if each.endswith((".xml", ".rels"))]
    for name in dice.sample(names, min(3, len(names))):
        root = etree.fromstring(parts[name])
        elements = list(root.iter("*"))
        for _ in range(dice.randint(1, 12)):
            one, other = dice.choice(elements), dice.choice(elements)
            kind, parent = dice.randrange(4), one.getparent()
            if kind == 0 and parent is not None:
                parent.remove(one)
            elif kind == 1 and one.attrib:
                one.set(str(dice.choice(list(one.attrib))), dice.choice(VALUES))
            elif kind == 2 and len(etree.tostring(one)) < 20_000:
                other.append(copy.deepcopy(one))
            else:
                one.tag = other.tag
        parts[name] = etree.tostring(root)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize("seed", range(8))
def test_a_broken_document_is_read_or_refused(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  # mutations, not secrets
    read = 0
    for _ in range(250):
        suffix, data = dice.choice(SOURCES)
        try:
            convert(mutated(data, dice), suffix)
            read += 1
        except Refused:
            continue
    assert read > 100


LOOKS = {"": "", "b": "<w:b/><w:bCs/>", "i": "<w:i/>", "bi": "<w:b/><w:i/>", "s": "<w:strike/>"}
LETTERS = "กขนำ่ัเ ๑ \"'“”()[].,:-!abc1/&<"


@settings(max_examples=4000, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(LETTERS, min_size=1, max_size=8), st.sampled_from([*LOOKS, "link"])),
        min_size=1,
        max_size=6,
    )
)
def test_every_look_works_beside_every_letter(runs: list[tuple[str, str]]) -> None:
    """No mark of Markdown is seen on the page, and every character that was typed is."""
    inside = (
        f'<w:hyperlink r:id="l1">{r(escape(text))}</w:hyperlink>'
        if look == "link"
        else r(escape(text), LOOKS[look])
        for text, look in runs
    )
    body = p("ต้น ", *inside) + p("ท้าย")
    found = convert(word(body, links={"l1": "https://a.go.th/x(1)"}), ".docx").markdown
    page = unescape(re.sub("<[^>]*>", "", render(readable(found)).raw))
    assert "*" not in page, found
    assert "~" not in page, found
    typed = readable("ต้น " + "".join(text for text, _ in runs))
    assert re.sub(r"\s", "", typed) in re.sub(r"\s", "", page), found


@pytest.mark.parametrize("as_text", [False, True])
def test_a_large_workbook_costs_what_a_file_may(as_text: bool) -> None:
    """Twenty thousand households with ten columns: two seconds and 310 MB, which the child is held to."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in range(20_000):
        sheet.append([f"ครัวเรือนที่ {row}-{col}" if as_text else row * col for col in range(10)])
    saved = io.BytesIO()
    book.save(saved)
    sandbox = Sandbox()
    verdict, _ = sandbox.run("examine", ".xlsx", saved.getvalue())
    sandbox.close()
    assert verdict["kind"] == "examined"
