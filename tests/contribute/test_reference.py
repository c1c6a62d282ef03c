"""The reference pages tell everything that the code knows, and are as the code prints them."""

import re
from pathlib import Path

from click.testing import CliRunner

from khlang.cli.main import main
from khlang.contribute.generated import stale
from khlang.contribute.reference import reference
from khlang.model.codes import ALL
from khlang.model.columns import columns
from khlang.model.history import STEPS, State
from khlang.model.item import Attachment, FrontMatter, PrivacyException

ROOT = Path(__file__).parents[2]
CODES = reference()["docs/diagnostics.md"]
FIELDS = reference()["docs/fields.md"]


def test_the_pages_in_the_repository_are_up_to_date() -> None:
    assert stale(ROOT, reference()) == (), "run khlang docs"


def test_every_page_begins_by_saying_that_it_is_printed() -> None:
    for path, text in reference().items():
        front = text.partition("\n---\n\n")[2] if path.startswith("content/") else text
        assert front.startswith("<!-- ")
        assert "khlang docs" in front.partition("\n")[0]


def test_every_code_has_a_section_with_meaning_cure_and_both_examples() -> None:
    sections = dict(
        re.findall(r"^### (KH-\w+)\n(.*?)(?=^### KH-|\Z)", CODES, re.MULTILINE | re.DOTALL)
    )
    assert set(sections) == set(ALL)
    for id, section in sections.items():
        for part in ("**", "วิธีแก้: ", "ตัวอย่างที่ผิด", "ตัวอย่างที่ถูก"):
            assert part in section, (id, part)
        assert section.count("```") % 2 == 0, id


def test_no_placeholder_of_a_message_is_left() -> None:
    outside_of_code = re.sub(r"```.*?```", "", CODES, flags=re.DOTALL)
    messages = re.findall(r"^(?:\*\*[^*]+:\*\*|วิธีแก้:) .*$", outside_of_code, re.MULTILINE)
    assert len(messages) == 2 * len(ALL)
    assert [line for line in messages if re.search(r"\{\w", line)] == []


def test_every_key_has_a_section() -> None:
    headings = set(re.findall(r"^##+ (\S+)$", FIELDS, re.MULTILINE))
    assert set(columns(FrontMatter)) <= headings
    assert {f"attachments.{key}" for key in columns(Attachment)} <= headings
    assert {f"pii_exceptions.{key}" for key in columns(PrivacyException)} <= headings


def test_what_is_required_and_what_is_private_is_said() -> None:
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^##|\Z)", FIELDS, re.MULTILINE | re.DOTALL))
    assert "- ต้องมี: เสมอ" in sections["title"]
    assert "- ต้องมี: ตั้งแต่สถานะ `submitted`" in sections["category"]
    assert "- ต้องมี: ไม่บังคับ" in sections["tags"]
    assert "- เผยแพร่: ไม่" in sections["contributor"]
    assert "- เผยแพร่: ใช่" in sections["title"]


def test_states_and_steps_are_listed() -> None:
    for state in State:
        assert f"\n| `{state}` | " in FIELDS
    for step in STEPS:
        assert f"\n| `{step.before}` | `{step.after}` | " in FIELDS


def test_the_command_writes_checks_and_names_what_is_old(tmp_path: Path) -> None:
    run = ["docs", "--root", str(tmp_path)]
    assert CliRunner().invoke(main, run).exit_code == 0
    page = tmp_path / "docs/fields.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))  # as Git may check it out
    assert CliRunner().invoke(main, [*run, "--check"]).exit_code == 0
    page.write_text("old")
    checked = CliRunner().invoke(main, [*run, "--check"])
    assert checked.exit_code == 1
    assert "docs/fields.md" in checked.output
    assert "docs/diagnostics.md" not in checked.output
