"""What must be found is found as one datum of its kind, and what is harmless is left alone."""

import pytest

from khlang.model.targets import PrivacySettings
from khlang.privacy import Kind, find, is_suspicious
from tests.privacy import harmless, shapes

SETTINGS = PrivacySettings()
Case = tuple[Kind, str, tuple[str, ...]]

ALONE: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.CITIZEN_ID, shapes.CITIZEN_IDS),
    (Kind.PHONE, shapes.MOBILES),
    (Kind.PHONE, shapes.LANDLINES),
)
AMONG_WORDS: tuple[tuple[Kind, tuple[tuple[str, ...], ...]], ...] = (
    (Kind.CITIZEN_ID, shapes.IDS_AMONG_WORDS),
    (Kind.PHONE, shapes.PHONES_AMONG_WORDS),
    (Kind.EMAIL, shapes.EMAILS),
    (Kind.BANK_ACCOUNT, shapes.BANK_ACCOUNTS),
    (Kind.LINE_ID, shapes.LINE_IDS),
    (Kind.ADDRESS, shapes.ADDRESSES),
)
FRAMES = ("{}", "ข้อความ {} ค่ะ", "({})", "ก{}ข", "| {} |", "\n\n{}\n\nต่อไป", "1. {}")
CASES: list[Case] = [
    *((kind, text, (text,)) for kind, texts in ALONE for text in texts),
    *((kind, text, tuple(data)) for kind, rows in AMONG_WORDS for text, *data in rows),
]


def found(text: str) -> list[tuple[Kind, str]]:
    return [(each.kind, text[each.start : each.end]) for each in find(text, SETTINGS)]


@pytest.mark.parametrize(("kind", "text", "data"), CASES, ids=[repr(case[1]) for case in CASES])
def test_a_datum_is_found_where_it_stands(kind: Kind, text: str, data: tuple[str, ...]) -> None:
    assert found(text) == [(kind, each) for each in data]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("kind", "texts"), ALONE)
def test_what_stands_around_a_number_does_not_hide_it(
    frame: str, kind: Kind, texts: tuple[str, ...]
) -> None:
    hidden = [text for text in texts if (kind, text) not in found(frame.format(text))]
    assert hidden == []


@pytest.mark.parametrize("text", harmless.ALL)
def test_no_false_alarm(text: str) -> None:
    assert found(text) == []
    assert found(f"ข้อความ {text} ต่อไป") == []


def test_all_harmless_strings_together_are_harmless() -> None:
    """Neighbours in one text make no number of two."""
    assert found("\n".join(harmless.ALL)) == []


def test_the_tables_are_large() -> None:
    numbers = sum(len(texts) for _, texts in ALONE)
    assert numbers >= 60
    assert len(set(harmless.ALL)) == len(harmless.ALL) >= 80


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case[1]))
def test_the_quick_look_never_says_no_wrongly(case: Case) -> None:
    assert is_suspicious(case[1])


def test_one_stretch_of_text_is_told_once_as_the_gravest_it_may_be() -> None:
    """A citizen ID that is an account too, and a LINE id that is a telephone number."""
    assert found("บัญชีพร้อมเพย์ 1-1111-11111-11-9") == [(Kind.CITIZEN_ID, "1-1111-11111-11-9")]
    assert found("ไลน์ไอดี: 0810000012") == [(Kind.PHONE, "0810000012")]


def test_several_data_come_in_their_order() -> None:
    text = "somchai@example.org โทร. 081-000-0012 เลขบัตร 1-1111-11111-11-9"
    assert [kind for kind, _ in found(text)] == [Kind.EMAIL, Kind.PHONE, Kind.CITIZEN_ID]


@pytest.mark.parametrize(
    "listed", ["0-3800-0012", "038-000-012", "๐๓๘ ๐๐๐ ๐๑๒", "+66 38 000 012", "0-3800-0012-5"]
)
@pytest.mark.parametrize(
    "typed", ["0-3800-0012", "038000012", "๐-๓๘๐๐-๐๐๑๒", "+66 38000012", "0-3800-0012 ต่อ 15"]
)
def test_the_office_s_own_number_may_stand_in_any_spelling(listed: str, typed: str) -> None:
    own = PrivacySettings(office_phones=(listed,))
    assert find(f"โทร. {typed}", own) == ()
    assert [each.kind for each in find(f"โทร. {typed} และ 081-000-0012", own)] == [Kind.PHONE]


def test_the_office_s_own_address_may_stand_another_of_its_domain_may_not() -> None:
    own = PrivacySettings(office_emails=("Office@Example.go.th",))
    assert find("office@example.go.th", own) == ()
    assert len(find("somchai.office@example.go.th", own)) == 1
    assert len(find("of.fice@example.go.th", own)) == 1
