"""The tables of records that readers, schemas and guides follow."""

from khlang.model.columns import Privacy, columns
from khlang.model.history import State
from khlang.model.item import FrontMatter
from khlang.model.targets import Deadline


def test_a_key_that_is_a_word_of_python_keeps_its_name_in_the_file() -> None:
    """`with` and `from` stand in files, `with_` and `from_` in classes."""
    assert columns(FrontMatter)["with"].attribute == "with_"
    assert columns(Deadline)["from"].attribute == "from_"


def test_what_tells_a_person_is_private() -> None:
    """Keys of makers and excepted personal data never leave the repository; the rest may."""
    private = {
        name for name, each in columns(FrontMatter).items() if each.privacy is Privacy.PRIVATE
    }
    assert private == {
        "contributor",
        "with",
        "consent",
        "history",
        "sent_to_department",
        "pii_exceptions",
    }


def test_a_draft_needs_three_keys_and_a_submitted_item_eight() -> None:
    """Title, unit and year at once; the five others from `submitted` on."""
    table = columns(FrontMatter)
    assert [name for name, each in table.items() if each.required] == [
        "title",
        "unit",
        "fiscal_year",
    ]
    assert {name for name, each in table.items() if each.since == State.SUBMITTED} == {
        "summary",
        "category",
        "contributor",
        "formats",
        "origin",
    }


def test_every_key_has_a_thai_and_an_english_label() -> None:
    """The guide and the form print both."""
    assert all(each.label_th and each.label_en for each in columns(FrontMatter).values())
