"""The schemas say what the reader says, in the words of the archive they were printed for."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator, Draft202012Validator

from khlang.cli.main import main
from khlang.contribute.generated import stale
from khlang.contribute.schemas import RECORDS, schemas
from khlang.contribute.snippets import PATH, snippets
from khlang.source.repository import read
from tests.archive import PROVINCE, YEAR, Archive
from tests.contribute.editor import read_front_matter, read_yaml

ROOT = Path(__file__).parents[2]
NAMES = (*RECORDS, "map")

GOOD = {
    "title": "ขุดหนอง",
    "summary": "ขุดในดินเหนียว",
    "category": "model-area",
    "unit": "ban-pho",
    "fiscal_year": 2564,
    "contributor": "ban-pho-01",
    "formats": ["infographic"],
    "origin": "new",
    "history": ["2021-06-21 submitted", "2021-07-01 returned ขอเพิ่มภาพ"],
}


def printed(root: Path) -> dict[str, dict[str, Any]]:
    files = schemas(read(root).vocabularies)
    return {path.removeprefix("schemas/"): json.loads(text) for path, text in files.items()}


@pytest.fixture(scope="module")
def ours() -> dict[str, dict[str, Any]]:
    return printed(ROOT)


def faults(schema: dict[str, Any], data: Any) -> list[str]:
    """What draft 2020-12 finds, after making sure that an editor with draft 7 finds the same."""
    found = [each.json_path for each in Draft202012Validator(schema).iter_errors(data)]
    assert found == [each.json_path for each in Draft7Validator(schema).iter_errors(data)]
    return found


def test_what_is_printed_for_editors_is_up_to_date() -> None:
    words = read(ROOT).vocabularies
    assert stale(ROOT, {**schemas(words), **snippets(words)}) == (), "run khlang schemas"


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one_in_both_drafts(name: str, ours: dict[str, dict[str, Any]]) -> None:
    schema = ours[f"{name}.schema.json"]
    Draft202012Validator.check_schema(schema)
    Draft7Validator.check_schema(schema | {"$schema": "http://json-schema.org/draft-07/schema#"})


@pytest.mark.parametrize("root", [ROOT, PROVINCE], ids=["first", "second"])
def test_every_data_file_fits_the_schema_of_its_archive(root: Path) -> None:
    own = printed(root)
    for name in ("categories", "targets"):
        data = read_yaml((root / f"{name}.yml").read_text("utf-8"))
        assert faults(own[f"{name}.schema.json"], data) == [], name
    for file in (root / "content/plan").glob("*.yml"):
        assert faults(own["plan.schema.json"], read_yaml(file.read_text("utf-8"))) == [], file
    for file in (root / "content").glob("map.geojson"):
        assert faults(own["map.schema.json"], json.loads(file.read_text("utf-8"))) == []


def test_every_item_fits_the_schema(ours: dict[str, dict[str, Any]]) -> None:
    files = list((ROOT / "content/items").rglob("*.md"))
    wrong = {
        file.name: found
        for file in files
        if (found := faults(ours["front-matter.schema.json"], read_front_matter(file)))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"category": "ภารกิจนโยบายสำคัญ", "unit": "บ้านโพธิ์", "formats": ["Clip VDO"]},
        {"fiscal_year": "๒๕๖๔"},
        {"tags": ["จปฐ.", 2564], "byline": None},
    ],
    ids=["slugs", "Thai names", "Thai digits", "a number as text"],
)
def test_front_matter_that_the_reader_takes(
    change: dict[str, Any], ours: dict[str, dict[str, Any]]
) -> None:
    assert faults(ours["front-matter.schema.json"], GOOD | change) == []


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"titel": "ขุดหนอง"}, "$"),
        ({"category": "model-aera"}, "$.category"),
        ({"topics": ["big-dat"]}, "$.topics[0]"),
        ({"unit": "bang-poh"}, "$.unit"),
        ({"contributor": "Ban Pho 3"}, "$.contributor"),
        ({"fiscal_year": 2021}, "$.fiscal_year"),
        ({"consent": "2564-07-05"}, "$.consent"),
        ({"history": ["2021-06-21 sent"]}, "$.history[0]"),
        ({"attachments": [{"file": "a/b.png", "title": "ภาพ"}]}, "$.attachments[0].file"),
        ({"attachments": [{"file": "b.png"}]}, "$.attachments[0]"),
        ({"sample": "ใช่"}, "$.sample"),
        ({"summary": None}, "$.summary"),
    ],
)
def test_front_matter_that_an_editor_marks(
    change: dict[str, Any], at: str, ours: dict[str, dict[str, Any]]
) -> None:
    assert faults(ours["front-matter.schema.json"], GOOD | change) == [at]


def test_a_draft_needs_less_than_what_is_sent(ours: dict[str, dict[str, Any]]) -> None:
    schema = ours["front-matter.schema.json"]
    bare = {key: GOOD[key] for key in ("title", "unit", "fiscal_year")}
    assert faults(schema, bare) == []
    assert faults(schema, bare | {"history": ["2021-06-21 draft"]}) == []
    assert faults(schema, bare | {"history": ["2021-06-21 submitted"]}) == ["$"] * 5


def test_examples_fit_their_own_schema(ours: dict[str, dict[str, Any]]) -> None:
    for name in NAMES:
        schema = ours[f"{name}.schema.json"]
        for record in (schema, *schema["$defs"].values()):
            for key, column in record["properties"].items():
                for example in column.get("examples", ()):
                    assert faults(column | {"$defs": schema["$defs"]}, example) == [], key


def test_who_adds_a_word_to_a_file_sees_no_red_in_it(archive: Archive) -> None:
    before = printed(archive.root)["targets.schema.json"]
    unit = archive.check().archive.corpus.targets.units[-1].slug
    archive.edit("targets.yml", "\nunits:\n", f"\nunits:\n  - {NEW_UNIT}\n")
    text = archive.read("targets.yml").replace(
        f"      {unit}: ", f"      new-unit: {QUOTA}\n      {unit}: "
    )
    assert "new-unit: {" in text
    assert faults(before, read_yaml(text)) == []


NEW_UNIT = '{slug: new-unit, kind: district, code: "9999", seq: 99, name_th: ใหม่, name_en: New}'
QUOTA = "{staff: 1, quota: 1, staff_source: register, quota_source: register}"


def test_a_schema_follows_the_words_of_the_archive(archive: Archive) -> None:
    item = {"title": "เรื่อง", "unit": "kathu", "fiscal_year": YEAR, "category": "new-words"}
    assert faults(printed(archive.root)["front-matter.schema.json"], item) == ["$.category"]
    text = archive.read("categories.yml")
    archive.write("categories.yml", text.replace("sea-and-shore", "new-words"))
    assert faults(printed(archive.root)["front-matter.schema.json"], item) == []


def test_the_command_writes_checks_and_names_what_is_old(archive: Archive) -> None:
    run = ["schemas", "--root", str(archive.root)]
    assert CliRunner().invoke(main, [*run, "--check"]).exit_code == 1
    assert CliRunner().invoke(main, run).exit_code == 0
    assert CliRunner().invoke(main, [*run, "--check"]).exit_code == 0
    archive.edit("schemas/map.schema.json", "แผนที่อำเภอ", "แผนที่")
    checked = CliRunner().invoke(main, [*run, "--check"])
    assert checked.exit_code == 1
    assert "schemas/map.schema.json" in checked.output
    assert "schemas/plan.schema.json" not in checked.output


def test_no_schema_is_printed_from_a_file_that_cannot_be_read(archive: Archive) -> None:
    archive.write(
        "categories.yml", archive.read("categories.yml").replace("name_en:", "nam_en:", 1)
    )
    result = CliRunner().invoke(main, ["schemas", "--root", str(archive.root)])
    assert result.exit_code == 1
    assert "categories.yml" in result.output
    assert not (archive.root / "schemas").exists()


def test_editors_find_the_schemas() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    wired = {*settings["yaml.schemas"], *(each["url"] for each in settings["json.schemas"])}
    for path in wired:
        assert (ROOT / path).is_file(), path
    for file in (ROOT / "categories.yml", ROOT / "targets.yml", *ROOT.glob("content/plan/*.yml")):
        named = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text("utf-8"))
        assert named, file
        assert (file.parent / named[1]).resolve() in {(ROOT / path).resolve() for path in wired}


def test_what_the_snippets_write_passes_the_check(archive: Archive) -> None:
    """The first choice at every stop, and the example elsewhere, as who only presses Tab gets it."""
    found = json.loads(snippets(read(archive.root).vocabularies)[PATH])
    body = "\n".join(found["เรื่องใหม่"]["body"])
    body = re.sub(r"\$\{\d+\|([^,|]+)[^|]*\|\}", r"\1", body)
    body = re.sub(r"\$\{\d+:(.*?)(?<!\\)\}", r"\1", body)
    unit = re.search("^unit: (.+)$", body, re.MULTILINE)
    year = re.search("^fiscal_year: (.+)$", body, re.MULTILINE)
    assert unit
    assert year
    archive.write(f"content/items/{year[1]}/{unit[1]}/{unit[1]}-k7q2m.md", body)
    assert archive.codes() == []
    assert set(GOOD) - {"history"} <= set(found)
    assert found["history submitted"]["body"][0].endswith(" submitted")


def test_the_list_of_problems_reads_what_the_check_prints(archive: Archive) -> None:
    """The task of VS Code on real faults: file, line, column, severity, code and the Thai cure."""
    archive.item(category="sea", tags=["น้ำ", "น้ำ"])
    arguments = ["check", "--root", str(archive.root), "--format", "line", "--as-of", "2025-06-20"]
    shown = CliRunner().invoke(main, arguments)
    settings = re.sub("^ *//.*$", "", (ROOT / ".vscode/tasks.json").read_text("utf-8"), flags=re.M)
    task = json.loads(settings)["tasks"][0]
    assert task["args"] == arguments[:1] + arguments[3:5]
    pattern = task["problemMatcher"]["pattern"]
    lines = [re.fullmatch(pattern["regexp"], line) for line in shown.output.splitlines()]
    assert all(lines)
    read_back = {
        (each[pattern["code"]], each[pattern["severity"]]): each[pattern["message"]]
        for each in lines
        if each
    }
    assert "ไม่มีหมวดหมู่ “sea” (ใช้ค่าใดค่าหนึ่ง: sea-and-shore" in read_back["KH-C010", "error"]
    assert ("KH-F010", "warning") in read_back
