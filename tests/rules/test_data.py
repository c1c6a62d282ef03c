"""Lists of the data files in which a slug stands for one thing."""

import re

import pytest

from tests.archive import Archive

PLAN = "content/plan/2568.yml"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("categories.yml", "slug: old-town", "slug: sea-and-shore"),
        ("categories.yml", "slug: community", "slug: livelihood"),
        ("categories.yml", "slug: savings-group", "slug: coastal-fishing"),
        ("categories.yml", "slug: elsewhere", "slug: video"),
        ("categories.yml", "slug: existing", "slug: new"),
        ("targets.yml", "slug: kathu", "slug: thalang"),
        ("targets.yml", "slug: department", "slug: office"),
        ("targets.yml", "slug: names", "slug: items"),
        (PLAN, "slug: plan-6.1", "slug: plan-1.1"),
    ],
)
def test_a_slug_is_used_once_in_its_list(archive: Archive, path: str, old: str, new: str) -> None:
    """Also where a list is spread over several, as topics over issues and rows over steps."""
    archive.edit(path, old, new)
    text = archive.read(path)
    _, second = (match.end() for match in re.finditer(rf"{new}\b(?=[,\n])", text))
    at = second - len(new) + len("slug: ")
    line, col = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    assert ("KH-A004", f"{path}:{line}:{col}") in archive.found()


def test_topics_of_two_issues_may_share_a_number(archive: Archive) -> None:
    """Numbers start again in each issue (trap 7): they identify nothing."""
    assert archive.read("categories.yml").count("number: 1,") == 3
    assert archive.codes() == []


@pytest.mark.parametrize(
    "keys",
    [
        {"history": ["2025-06-01 draft", "2025-06-02 submitted"]},  # no step comes before a draft
        {"body": "ติดต่อ office@example.go.th\n"},  # GitHub makes a link of it, not the author
    ],
)
def test_what_nobody_did_wrong_is_not_told(archive: Archive, keys: dict[str, object]) -> None:
    archive.item(**keys)
    told = {each.code.id for each in archive.check().diagnostics}
    assert {each for each in told if each.startswith(("KH-D", "KH-L"))} == set()
