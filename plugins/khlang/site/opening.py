"""From a repository to an archive that can be published, or to what has to be mended first."""

import os
from collections.abc import Sequence
from datetime import date

from khlang.app import Opening, Workspace
from khlang.model.diagnostic import Diagnostic, Severity

AS_OF = "KHLANG_AS_OF"
"""The date of the figures, `YYYY-MM-DD`, for a program that cannot be given `--as-of`."""


class NotReady(Exception):  # noqa: N818  # an archive with faults is no error of the program
    """What stands between the archive and its site, in Thai; `diagnostics` where it has places."""

    def __init__(self, message: str, diagnostics: Sequence[Diagnostic] = ()) -> None:
        super().__init__(message)
        self.diagnostics = tuple(diagnostics)


def publishable(opening: Opening, *, internal: bool) -> Workspace:
    """The repository, without an error that keeps it from being published. Raises NotReady.

    The internal edition shows items as they are, with what is said of them.
    """
    workspace = opening.workspace()
    faults = [each for each in workspace.diagnostics if each.severity is Severity.ERROR]
    if internal and workspace.archive is not None:
        hidden = {each.path for each in workspace.archive.corpus.items if not each.is_public}
        faults = [each for each in faults if each.place.path not in hidden]
    if faults or workspace.archive is None:
        raise NotReady("ยังมีข้อผิดพลาดที่ต้องแก้ก่อนสร้างเว็บ ดูรายละเอียดด้วย khlang check", faults)
    return workspace


def day_of_environment() -> date | None:
    """The date of the figures that `KHLANG_AS_OF` asks for. Raises NotReady where it is none.

    Not by way of mkdocs.yml: YAML makes a date of it, and falls down where it is none.
    """
    given = os.environ.get(AS_OF)
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as fault:
        raise NotReady(f"{AS_OF}: {given!r} ไม่ใช่วันที่แบบ ปี-เดือน-วัน เช่น 2021-07-05") from fault
