"""CODEOWNERS: who may approve a change to what, from targets.yml. Read by GitHub and by GitLab.

The last line that fits a file decides, on both; so the general lines stand first.
"""

from khlang.model.targets import Targets

PATH = "CODEOWNERS"
_HEAD = "# พิมพ์จาก targets.yml ด้วย khlang codeowners อย่าแก้ด้วยมือ | printed by khlang codeowners: do not edit"


def codeowners(targets: Targets) -> str:
    """The file's text: the administrators, the working group, then the units with reviewers."""
    lines = [_HEAD]
    if targets.administrators:
        lines.append(_line("*", targets.administrators))
    if targets.review_group:
        lines.append(_line("/content/items/", targets.review_group))
    for unit in targets.units:
        if unit.reviewers:
            owners = dict.fromkeys((*unit.reviewers, *targets.review_group))
            lines.append(_line(f"/content/items/*/{unit.slug}/", tuple(owners)))
    return "\n".join((*lines, ""))


def _line(pattern: str, owners: tuple[str, ...]) -> str:
    return " ".join((pattern, *owners))
