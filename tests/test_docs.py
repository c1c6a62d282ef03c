"""The documents say what is there: every command, data file and decision has its place in them."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from gettext import GNUTranslations
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from khlang.app import open_workspace
from khlang.cli.language import FOLDER
from khlang.cli.main import COMMANDS, main
from khlang.cli.reference import commands_page
from khlang.model.codes import ALL

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_page_of_commands_is_up_to_date() -> None:
    assert (ROOT / "docs/commands.md").read_text("utf-8") == commands_page(), "run khlang docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_section_and_thai_help(name: str) -> None:
    section = commands_page().partition(f"## khlang {name}\n")[2].partition("\n## ")[0]
    assert re.search("[ก-๙]{4}", section)
    shown = CliRunner().invoke(main, [name, "--help"])
    assert shown.exit_code == 0
    for option in re.findall(r"--[a-z-]+", shown.output):
        assert option in section


@pytest.mark.parametrize(
    "name", ["categories.yml", "targets.yml", "content/plan/", "content/map.geojson"]
)
def test_readme_says_what_each_data_file_is_for(name: str) -> None:
    assert name in README


@pytest.mark.parametrize("target", ["site", "serve", "test"])
def test_readme_names_the_contracts_of_the_makefile(target: str) -> None:
    assert f"make {target}" in README
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_every_decision_is_listed_and_dated() -> None:
    folder = ROOT / "docs/decisions"
    listed = (folder / "README.md").read_text("utf-8")
    notes = sorted(folder.glob("0*.md"))
    assert len(notes) >= 5
    for note in notes:
        assert f"({note.name})" in listed
        assert re.search(r"^\d{4}-\d\d-\d\d · ", note.read_text("utf-8"), re.MULTILINE), note.name


def test_every_trap_of_the_source_has_its_test() -> None:
    """Numbers 1 to 29, each with tests that exist."""
    rows = re.findall(
        r"^\| (\d+) \|.*\|$", (ROOT / "docs/traps.md").read_text("utf-8"), re.MULTILINE
    )
    assert rows == [str(number) for number in range(1, 30)]
    named = set(re.findall(r"`(test_trap_\w+)`", (ROOT / "docs/traps.md").read_text("utf-8")))
    defined = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^def (test_trap_\d\d_\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
    assert named <= defined
    assert {int(name.split("_")[2]) for name in named} == set(range(1, 30))


def test_every_line_of_defence_has_the_test_that_is_named() -> None:
    """And every other test that a document names is there."""
    tests = "".join(
        each.read_text("utf-8")
        for name in ("tests", "audit")
        for each in (ROOT / name).rglob("*.py")
    )
    for page in (ROOT / "SECURITY.md", *(ROOT / "docs").rglob("*.md")):
        text = page.read_text("utf-8")
        for path in re.findall(r"`((?:tests|audit)/[\w./]+)`", text):
            assert (ROOT / path).exists(), (page, path)
        for name in re.findall(r"`(test_\w+)`", text):
            assert f"def {name}(" in tests, (page, name)
    defences = re.findall(r"^\|.*\|.*\|(.*)\|$", _lines_of_defence(), re.MULTILINE)
    assert len(defences) > 20
    assert [each for each in defences[2:] if "`" not in each] == []


def _lines_of_defence() -> str:
    text = (ROOT / "docs/threat-model.md").read_text("utf-8")
    return text.partition("## Lines of defence")[2].partition("\n## ")[0]


def test_links_between_documents_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\((?!https?:|#)([^)#\s]+)\)", _prose(page)):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def _prose(page: Path) -> str:
    """A page without its code, which shows links that lead nowhere on purpose."""
    return re.sub(
        r"^```.*?^```|`[^`\n]*`|\[[^\]]*\]\([^)]*…\)",
        "",
        page.read_text("utf-8"),
        flags=re.MULTILINE | re.DOTALL,
    )


def test_every_package_says_what_lives_there_and_how_to_add_to_it() -> None:
    for package in (ROOT / "plugins/khlang").iterdir():
        if package.is_dir() and (package / "__init__.py").is_file():
            text = (package / "__init__.py").read_text("utf-8")
            assert text.startswith('"""'), package.name
            assert "import" in text.partition('"""')[2].partition('"""')[0], package.name


def test_nothing_in_the_repository_names_a_package_index() -> None:
    for file in (ROOT / "requirements").iterdir():
        assert "://" not in file.read_text("utf-8"), file.name


def test_files_of_others_are_what_the_table_says() -> None:
    """Each has its checksum, and no script, font or licence of others lies there without its row."""
    run = subprocess.run(
        [sys.executable, "scripts/vendor.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    table = (ROOT / "docs/vendored.md").read_text("utf-8")
    site = ROOT / "plugins/khlang/site/assets"
    folders = (site / "vendor", ROOT / "plugins/khlang/cards/fonts", ROOT / "tests/vendored")
    carried = [each for folder in folders for each in folder.rglob("*") if each.is_file()]
    for each in [*carried, *site.glob("fonts/*.woff2")]:
        assert f"| `{each.relative_to(ROOT).as_posix()}` |" in table, each.name


def test_the_guide_s_shortest_targets_pass_the_check(tmp_path: Path) -> None:
    """What another province copies from the guide, beside the Department's categories."""
    guide = (ROOT / "content/guide/administrator.md").read_text("utf-8")
    blocks = re.findall(r"^```yaml\n(schema: 1\n.*?)^```", guide, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 1
    (tmp_path / "targets.yml").write_text(blocks[0], "utf-8")
    shutil.copy(ROOT / "categories.yml", tmp_path)
    workspace = open_workspace(tmp_path, today=date(2026, 11, 28))
    assert {each.code.id for each in workspace.diagnostics} <= {"KH-Q001", "KH-Q004"}


# Every text that names a command, but for the page that is printed from the commands themselves.
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
    *(each for each in sorted((ROOT / "docs").rglob("*.md")) if each.name != "commands.md"),
    *sorted((ROOT / "content/guide").glob("*.md")),
    *sorted((ROOT / ".github/workflows").glob("*.yml")),
    ROOT / ".gitlab-ci.yml",
    ROOT / "Makefile",
    ROOT / "scripts/hooks/pre-commit",
]
_CALL = re.compile(
    r"^(?:- |\$ |\t|run: |@)*(?:[A-Z_]+=\S+ )*(?:\S*[/\\])?(?:\$\(BIN\)/)?khlang(?:\.exe)? ([^#>|&;]+)"
)


def _calls(page: Path) -> Iterator[str]:
    """What stands behind `khlang` in code: in spans, and at the beginning of lines of fences."""
    text = page.read_text("utf-8")
    fenced = "\n".join(re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL))
    lines = (text if page.suffix != ".md" else fenced).splitlines()
    spans = re.findall(r"`([^`\n]+)`", text) if page.suffix == ".md" else []
    for each in (*lines, *spans):
        if match := _CALL.match(each.strip()):
            yield match[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_command_is_invented(page: Path) -> None:
    """Each is taken by the command line's own parser: command, options, and the words of a choice."""
    for call in _calls(page):
        with suppress(click.BadOptionUsage):  # `khlang review --to` of a sentence lacks its value
            _parse(main, shlex.split(call))


def test_no_command_of_a_message_is_invented() -> None:
    texts = [text for code in ALL.values() for text in (code.th, code.hint_th)]
    calls = [
        call for text in texts for call in re.findall(r"khlang ([a-z-]+(?: --[a-z-]+)*)", text)
    ]
    assert len(calls) > 3
    for call in calls:
        _parse(main, call.split())


def _parse(command: click.Command, words: list[str]) -> None:
    context = click.Context(command, info_name="khlang")
    given, rest, _ = command.make_parser(context).parse_args(words)
    if isinstance(command, click.Group):
        if rest:
            inner = command.get_command(context, rest[0])
            assert inner is not None, f"khlang {' '.join(words)}"
            _parse(inner, rest[1:])
        return
    assert rest == [], words
    for parameter in command.params:
        value = given.get(parameter.name or "")
        if isinstance(parameter.type, click.Choice) and isinstance(value, str) and value.isascii():
            assert value.isupper() or value in parameter.type.choices, words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_target_of_make_is_invented(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text("utf-8"), re.M)) <= targets


def test_what_click_says_is_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the system speaks; and the compiled file is that of the text beside it."""
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    for arguments, said in (
        (["check", "--nosuch"], "ผิดพลาด: ไม่มีตัวเลือก --nosuch"),
        (["nosuch"], "ผิดพลาด: ไม่มีคำสั่ง nosuch"),
        (["review", "--to", "nosuch"], "nosuch ไม่ใช่ค่าใดค่าหนึ่งใน"),
        (["check", "--root", "no/such"], "ไม่พบโฟลเดอร์ no/such"),
    ):
        shown = CliRunner().invoke(main, arguments)
        assert shown.exit_code == 2
        assert said in shown.output
        assert not re.search("[A-Za-z]{3,} [a-z]{3,} [a-z]{3,}", shown.output.partition("\n")[2])
    assert "แสดงวิธีใช้นี้" in CliRunner().invoke(main, ["--help"]).output
    folder = FOLDER / "th/LC_MESSAGES"
    with (folder / "messages.po").open("rb") as source, (folder / "messages.mo").open("rb") as made:
        text, compiled = read_po(source, locale="th"), GNUTranslations(made)
    for message in text:
        if message.id and isinstance(message.id, str):
            assert compiled.gettext(message.id) == message.string, "run pybabel compile"
        elif message.id:
            assert compiled.ngettext(*message.id, 2) == message.string[0], "run pybabel compile"


def test_every_picture_of_the_documents_can_be_taken_anew() -> None:
    """`make pictures` knows each picture that README, docs and guide show, and each is there."""
    known = re.findall(r'^    "([^"]+)": ', (ROOT / "scripts/pictures.py").read_text("utf-8"), re.M)
    pages = [
        ROOT / "README.md",
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "content/guide").glob("*.md"),
    ]
    shown = {
        (page.parent / link).resolve().relative_to(ROOT).as_posix()
        for page in pages
        for link in re.findall(r"!\[[^\]]*\]\((?!https?:)([^)\s]+)\)", _prose(page))
    }
    assert shown
    assert shown - set(known) == set()
    assert [each for each in sorted(shown) if not (ROOT / each).is_file()] == []
