"""Documents and zips from outside are read in the child process; what it refuses is told."""

import io
import zipfile

import pytest

from khlang.files.convert.bundle import unpacked
from khlang.files.findings import Refused
from khlang.files.intake import Intake
from khlang.files.limits import MB, Budget
from khlang.files.sandbox import Sandbox
from khlang.model.codes import links as codes
from tests.files.documents import p, word


def test_one_child_serves_documents_and_zips_and_outlives_a_bad_one() -> None:
    intake = Intake()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("ก/ข.txt", "น้ำ")
    try:
        with pytest.raises(Refused) as refused:
            intake.converted(b"no zip", ".docx")
        assert refused.value.finding.code is codes.ATTACHMENT_DAMAGED
        assert intake.converted(word(p("น้ำใส")), ".docx").markdown == "น้ำใส\n"
        assert intake.unpacked(packed.getvalue()) == {"ก/ข.txt": "น้ำ".encode()}
    finally:
        intake.close()


def test_what_takes_too_long_is_refused() -> None:
    small = {"convert": Budget(cpu=1, wall=5, memory=64 * MB)}
    intake = Intake(Sandbox(small))
    try:
        with pytest.raises(Refused) as refused:
            intake.converted(word("".join(p(str(at)) for at in range(40_000))), ".docx")
        assert refused.value.finding.code in (codes.ATTACHMENT_TOO_HARD,)
    finally:
        intake.close()


def test_names_of_a_zip_are_those_its_sender_saw_and_lead_nowhere() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("../../evil.txt", "a\\b.txt", "/etc/x", "ก.txt"):
            archive.writestr(zipfile.ZipInfo(name), name)
        archive.writestr(_OfWindows("ก.txt"), "thai")
    assert sorted(unpacked(packed.getvalue())) == [
        "a/b.txt",
        "etc/x",
        "evil.txt",
        "ก (2).txt",
        "ก.txt",
    ]


class _OfWindows(zipfile.ZipInfo):
    """An entry whose name is in the code page of Thai Windows, as its Explorer writes it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802
        return self.filename.encode("cp874"), 0
