"""No format of `khlang check` prints a datum in full, whichever rule speaks and wherever it stands."""

import re

import pytest
from click.testing import CliRunner

from khlang.cli.main import main
from khlang.model.diagnostic import Severity
from khlang.thai.text import display_width
from tests.archive import PDF, Archive

ID = "1-1111-11111-11-9"
PHONE = "081-000-0012"
MAIL = "somchai@example.org"
SECRETS = ("1111111111119", "0810000012", "somchai@example.org", "0001000123", "99/9")


def _bare(text: str) -> str:
    """Without what divides digits, so that no division hides a number from the test."""
    return re.sub(r"(?<=\d)[\s.–-]+(?=\d)", "", text)


def _check(archive: Archive, *options: str) -> str:
    result = CliRunner().invoke(main, ["check", "--root", str(archive.root), *options])
    assert not isinstance(result.exception, Exception)
    return result.output


@pytest.fixture
def leaking(archive: Archive) -> Archive:
    """Every place, and beside each datum another fault whose message or excerpt would show it."""
    body = "\n".join(
        (
            f"ใช้ **“โคก”**ของเรา เลขบัตร {ID} โทร. {PHONE}",
            "",
            f"##{PHONE} ติดต่อ",
            "",
            f"[{MAIL}](ไม่มี-{ID}.pdf) ![](https://example.org/{PHONE}.png)",
            "",
            "**“ข”**ของ 1-1111-",
            "11111-11-9 **“ค”**ของ",
            "",
            f"เลขที่บัญชี 000-1-00012-3 <b{ID}> บ้านเลขที่ 99/9 **“ง”**ของ",
        )
    )
    archive.item(
        body=body,
        title=f"ถาม {PHONE}",
        tags=[ID, ID],
        contributor=PHONE,
        category=MAIL,
        video=f"https://example.org/{ID}",
        unknown=ID,
        files={f"{ID}.pdf": PDF, f"{PHONE}.pdf": PDF},
        attachments=[{"file": f"{ID}.exe", "title": MAIL}],
        pii_exceptions=[{"text": ID, "reason": MAIL, "date": PHONE}],
    )
    return archive


@pytest.mark.parametrize("format", ["text", "json", "github"])
def test_no_format_prints_a_datum(leaking: Archive, format: str) -> None:
    output = _check(leaking, "--format", format)
    assert "KH-P001" in output
    assert "KH-G001" in output
    for secret in SECRETS:
        assert secret not in _bare(output)


def test_no_diagnostic_holds_one(leaking: Archive) -> None:
    """What the build logs is made of the same diagnostics."""
    for each in leaking.check().diagnostics:
        for text in (each.message_th, each.message_en, each.hint_th, each.hint_en):
            assert not any(secret in _bare(text) for secret in SECRETS), each.code.id


def test_data_files_that_cannot_be_read_are_no_leak_either(archive: Archive) -> None:
    archive.edit("targets.yml", "schema: 1", f"schema: 1\n{PHONE}: 1\nprivacy: {{phones: {MAIL}}}")
    output = _check(archive)
    assert "KH-" in output
    assert not any(secret in _bare(output) for secret in SECRETS)


def test_the_carets_of_another_rule_still_fit_a_masked_line(archive: Archive) -> None:
    archive.item(body=f"โทร. {PHONE} ใช้ **“โคก”**ของเรา\n")
    lines = _check(archive).split("\n")
    shown = next(at for at, line in enumerate(lines) if "ใช้ **“โคก”**" in line)
    assert "โทร. 08x-xxx-xx12" in lines[shown]
    before = lines[shown][: lines[shown].index("**“โคก”**")]
    assert lines[shown + 1].index("^") == display_width(before)


@pytest.mark.parametrize("level", list(Severity)[:2])
def test_the_province_decides_how_grave_phones_and_mails_are(
    archive: Archive, level: Severity
) -> None:
    archive.item(body=f"โทร. {PHONE} {MAIL}\n")
    targets = archive.read("targets.yml")
    archive.write("targets.yml", f"{targets}\nprivacy: {{phones: {level}, emails: {level}}}\n")
    found = {each.code.id: each.severity for each in archive.check().diagnostics}
    assert found["KH-P002"] == found["KH-P003"] == level


def test_by_default_a_phone_is_an_error_and_a_mail_a_warning(archive: Archive) -> None:
    archive.item(body=f"โทร. {PHONE} {MAIL}\n")
    found = {each.code.id: each.severity for each in archive.check().diagnostics}
    assert found["KH-P002"] is Severity.ERROR
    assert found["KH-P003"] is Severity.WARNING


def test_the_severity_of_a_citizen_id_cannot_be_lowered(archive: Archive) -> None:
    archive.item(body=f"{ID}\n")
    targets = archive.read("targets.yml")
    change = "severities: {KH-P001: {severity: off, reason: ขอไว้}}"
    assert "severities:" not in targets
    archive.write("targets.yml", f"{targets}\n{change}\n")
    found = {each.code.id: each.severity for each in archive.check().diagnostics}
    assert found["KH-P001"] is Severity.ERROR
    assert "KH-A006" in found


def test_numbers_of_a_data_file_are_checked_as_they_are_read(archive: Archive) -> None:
    targets = archive.read("targets.yml")
    archive.write("targets.yml", f'{targets}\nprivacy: {{office_phones: ["1567"]}}\n')
    assert "KH-F006" in archive.codes()
