"""`khlang check`: what people, programs and GitHub read, and the exit code that CI obeys."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from khlang.cli.main import main
from khlang.thai.text import display_width
from tests.archive import Archive

DAY = "2025-06-20"


def check(archive: Archive, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(archive.root), *arguments])


def test_a_sound_archive_ends_with_zero(archive: Archive) -> None:
    """Notices do not change that."""
    result = check(archive, "--as-of", DAY)
    assert result.exit_code == 0
    assert result.stdout.endswith("ข้อสังเกต 3\n")


def test_a_warning_ends_with_zero(archive: Archive) -> None:
    """What should be mended stops nobody."""
    archive.item(tags=["คลื่น", "คลื่น"])
    result = check(archive, "--as-of", DAY)
    assert result.exit_code == 0
    assert "คำเตือน 1" in result.stdout


def test_an_error_ends_with_one(archive: Archive) -> None:
    """CI stops here."""
    archive.item(category="sea")
    assert check(archive, "--as-of", DAY).exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--as-of", "20 มิ.ย. 2568"),
        ("--as-of", "2025-02-30"),
        ("--format", "xml"),
        ("no-such-file.md",),
        ("/etc",),
        ("--no-such-option",),
    ],
)
def test_a_wrong_command_ends_with_two(archive: Archive, arguments: tuple[str, ...]) -> None:
    """Neither sound nor broken: nothing was checked."""
    result = check(archive, *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_folder_that_is_no_archive_ends_with_one(tmp_path: Path) -> None:
    """Without data files there is nothing to judge by, and that is told."""
    result = CliRunner().invoke(main, ["check", "--root", str(tmp_path)])
    assert result.exit_code == 1
    assert "KH-Y030" in result.stdout


def test_a_fault_reads_place_code_both_languages_line_caret_and_hint(archive: Archive) -> None:
    """The form that editors and people know (design section 4)."""
    archive.item(category="sea-and-shores")
    path = "content/items/2568/kathu/kathu-aaaaa.md"
    lines = check(archive, "--as-of", DAY, str(archive.root / path)).stdout.splitlines()
    assert lines[:4] == [
        f"{path}:4:11: error KH-C010 ไม่มีหมวดหมู่ “sea-and-shores” | unknown category sea-and-shores",
        '    category: "sea-and-shores"',
        "              ^^^^^^^^^^^^^^^^",
        "    hint: หมายถึง sea-and-shore (ทะเลและชายฝั่ง) ใช่หรือไม่ | did you mean sea-and-shore?",
    ]


@pytest.mark.parametrize(
    ("body", "under"),
    [
        ("ที่นี่น้ำขึ้น ดู [แผน](x.pdf) ก่อน", "[แผน](x.pdf)"),
        ("กุ้ง ปู่ ย่ำ **“โคก”**ของเรา", "**“โคก”**"),
        ("กี่ ก็ น้ำ ![](y.png)", "![](y.png)"),
    ],
)
def test_the_caret_stands_under_the_letter_that_is_meant(
    archive: Archive, body: str, under: str
) -> None:
    """Marks above and below take no column of the terminal."""
    archive.item(body=body)
    lines = check(archive, "--as-of", DAY).stdout.splitlines()
    shown = next(index for index, line in enumerate(lines) if line == f"    {body}")
    carets = lines[shown + 1]
    assert display_width(body[: body.index(under)]) == len(carets) - len(carets.lstrip()) - 4
    assert carets.count("^") == display_width(under)


def test_a_tab_before_the_fault_does_not_shift_the_caret(archive: Archive) -> None:
    """It is shown as one blank."""
    path = archive.item()
    archive.edit(path, 'origin: "new"', "tags:\n\t- คลื่น")
    lines = check(archive, "--as-of", DAY).stdout.splitlines()
    assert lines[lines.index("     - คลื่น") + 1] == "    ^"


def test_of_a_long_line_the_part_around_the_fault_is_shown(archive: Archive) -> None:
    """A paragraph of Thai is one line; the excerpt is not."""
    body = "คลื่นลมแรง " * 60 + "ดู [แผน](x.pdf) " + "น้ำขึ้นน้ำลง " * 60
    archive.item(body=body)
    lines = check(archive, "--as-of", DAY).stdout.splitlines()
    excerpt = next(line for line in lines if "[แผน](x.pdf)" in line and line.startswith("    …"))
    carets = lines[lines.index(excerpt) + 1]
    assert excerpt.endswith("…")
    assert len(excerpt) < 200
    assert display_width(excerpt[: excerpt.index("[")]) == carets.index("^")
    assert carets.count("^") == display_width("[แผน](x.pdf)")


def test_paths_choose_what_is_shown_and_what_is_obeyed(archive: Archive) -> None:
    """A file, a folder, several of them, or all; the exit code is that of what is shown."""
    first = archive.item(category="sea")
    second = archive.item("thalang-aaaaa", category="sea")
    root = archive.root

    def told(*paths: str) -> set[str]:
        result = check(archive, "--as-of", DAY, *(str(root / path) for path in paths))
        return set(re.findall(r"^(\S+?):\d+:\d+: error", result.stdout, re.MULTILINE))

    assert told() == told(".") == told("content") == {first, second}
    assert told(first) == told("content/items/2568/kathu") == {first}
    assert told(first, second) == {first, second}
    assert told("categories.yml") == set()
    assert check(archive, "--as-of", DAY, str(root / "categories.yml")).exit_code == 0
    assert check(archive, "--as-of", DAY, str(root / second)).exit_code == 1


def test_a_path_is_no_prefix_of_another_name(archive: Archive) -> None:
    """`kathu-aaaaa` is not `kathu-aaaaa.md`, nor a folder whose name goes on."""
    archive.item("kathu-bbbbb", folder=True, category="sea")
    archive.write("content/items/2568/kathu/kathu/x.md", "")
    result = check(archive, "--as-of", DAY, str(archive.root / "content/items/2568/kathu/kathu"))
    assert "kathu-bbbbb" not in result.stdout


def test_as_of_is_the_day_of_the_figures(archive: Archive) -> None:
    """A notice on the day of the deadline, a warning on the day after."""
    assert "error" not in check(archive, "--as-of", "2025-07-04").stdout
    assert "KH-Q001" in check(archive, "--as-of", "2025-07-04").stdout
    assert "KH-Q002" in check(archive, "--as-of", "2025-07-05").stdout


def test_json_is_a_contract(archive: Archive) -> None:
    """Schema 1: the day, the counts, and every diagnostic with its place and texts."""
    path = archive.item(category="sea-and-shores")
    data = json.loads(check(archive, "--as-of", DAY, "--format", "json").stdout)
    assert (data["schema"], data["as_of"]) == (1, DAY)
    assert data["counts"] == {"error": 1, "warning": 0, "notice": 3}
    (told,) = [each for each in data["diagnostics"] if each["severity"] == "error"]
    assert told == {
        "path": path,
        "line": 4,
        "col": 11,
        "code": "KH-C010",
        "severity": "error",
        "message_th": "ไม่มีหมวดหมู่ “sea-and-shores”",
        "message_en": "unknown category sea-and-shores",
        "hint_th": "หมายถึง sea-and-shore (ทะเลและชายฝั่ง) ใช่หรือไม่",
        "hint_en": "did you mean sea-and-shore?",
        "fixable": False,
    }


def test_github_gets_one_command_a_line_with_errors_first(archive: Archive) -> None:
    """Since it shows only ten of a kind."""
    archive.item(category="sea", tags=["คลื่น", "คลื่น"])
    lines = check(archive, "--as-of", DAY, "--format", "github").stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == [
        "::error",
        "::warning",
        "::notice",
        "::notice",
        "::notice",
    ]
    assert lines[0].startswith(
        "::error file=content/items/2568/kathu/kathu-aaaaa.md,line=4,col=11,title=KH-C010::"
    )


def test_github_commands_cannot_be_forged_by_what_an_author_types(archive: Archive) -> None:
    """Percent signs, line ends, colons and commas are escaped."""
    path = archive.item(category="100%\n::error::x")
    stray = "content/items/2568/a,b:c.txt"
    archive.write(stray, "x")
    out = check(archive, "--as-of", DAY, "--format", "github").stdout
    assert "100%25" in out
    assert "file=content/items/2568/a%2Cb%3Ac.txt," in out
    assert f"file={path}," in out
    assert all(line.startswith("::") and "title=KH-" in line for line in out.splitlines())


PRIVATE = [
    {"contributor": "thalang-77"},
    {"contributor": "สมชาย ใจดี"},
    {"contributor": ["kathu-77"]},
    {"contributor": "kathu-77" * 9},
    {"with_": ["katu-77"]},
    {"with_": ["kathu-77", "kathu-77"]},
    {"with_": ["kathu-01", "สมหญิง ดีใจ"]},
    {"contributer": "kathu-77"},
    {"phone": "0811111111"},
]


@pytest.mark.parametrize("front", PRIVATE, ids=lambda front: str(front)[:40])
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_no_key_of_a_maker_is_printed(
    archive: Archive, front: dict[str, object], form: str
) -> None:
    """In an office of three a key is a person; a log of CI is read by many."""
    archive.item(**front)
    result = check(archive, "--as-of", DAY, "--format", form)
    assert "kathu-aaaaa.md" in result.stdout
    assert not re.search("[a-z]-(?:01|77)|สมชาย|สมหญิง|0811", result.stdout)


def test_a_fault_beside_a_key_hides_the_key(archive: Archive) -> None:
    """YAML on one line: the excerpt shows the fault, and the key masked at its width."""
    path = archive.item()
    archive.write(path, "---\n{title: ก, contributor: kathu-77, titel: ข, unit: kathu}\n---\nก\n")
    out = check(archive, "--as-of", DAY).stdout
    assert "contributor: ••••••••, titel" in out
    assert "kathu-77" not in out


def test_help_tells_the_exit_codes() -> None:
    """Whoever writes a CI file looks there."""
    result = CliRunner().invoke(main, ["check", "--help"])
    assert result.exit_code == 0
    assert "รหัสออก" in result.stdout


def test_a_file_is_checked_without_the_others(archive: Archive) -> None:
    """What it says alone is judged in an archive of any size; of others only those it names."""
    archive.item("kathu-aaaaa", category="sea")
    archive.item("kathu-bbbbb", supersedes="kathu-ccccc")
    archive.item("kathu-ccccc")
    archive.item("kathu-ddddd", supersedes="kathu-zzzzz", category="sea")
    folder = archive.root / "content/items/2568/kathu"

    def told(*names: str) -> set[str]:
        result = check(archive, *(str(folder / name) for name in names), "--format", "json")
        found = json.loads(result.stdout)["diagnostics"]
        return {f"{Path(each['path']).stem} {each['code']}" for each in found}

    assert told("kathu-bbbbb.md") == set()
    assert told("kathu-aaaaa.md") == {"kathu-aaaaa KH-C010"}
    of_all = {each for each in told() if each.startswith("kathu-ddddd")}
    assert len(of_all) == 2
    assert told("kathu-ddddd.md") == of_all
    assert told("kathu-aaaaa.md", "kathu-ddddd.md") == told("kathu-aaaaa.md") | told(
        "kathu-ddddd.md"
    )


def test_an_id_that_is_taken_is_told_of_a_single_file(archive: Archive) -> None:
    archive.item("kathu-aaaaa")
    text = archive.read("content/items/2568/kathu/kathu-aaaaa.md")
    archive.write("content/items/2567/kathu/kathu-aaaaa.md", text)
    path = archive.root / "content/items/2568/kathu/kathu-aaaaa.md"
    assert "2567/kathu/kathu-aaaaa.md" in check(archive, str(path)).stdout
