"""The documents say what is there: every command, data file and decision has its place in them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from khlang.cli.main import COMMANDS, main
from khlang.cli.reference import commands_page

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
