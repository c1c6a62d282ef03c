"""The index: grams, postings, and an update that is a rebuild."""

from hypothesis import given
from hypothesis import strategies as st

from khlang.search import Document, build, numbered, postings, update
from khlang.search.coding import decode, encode
from khlang.search.grams import exact, grams, symbols

WORDS = st.lists(
    st.sampled_from(["น้ำ", "โคก", "หนอง", "นา", "ผ้าทอ", "12", "OTOP", "ปลา"]),
    min_size=1,
    max_size=12,
)


@given(st.text(alphabet="กนำํา้่เ ๑๒1,aBé\u200b", max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert exact(exact(text)) == exact(text)


def test_a_forgotten_tone_mark_thai_digits_and_a_torn_am_make_no_difference() -> None:
    assert symbols("น้ำ ๑,๒๓๔ OTOP") == symbols("นํ้า 1234 otop") == symbols("นำ1234otop")


def test_numbers_and_words_are_symbols_of_their_own() -> None:
    assert list(grams(symbols("หมู่ 12"))) == ["ห|ม|ู", "ม|ู|12", "ู|12", "12"]


def test_numbers_of_documents_do_not_depend_on_order_or_company() -> None:
    ids = [f"ban-pho-{n:05}" for n in range(300)]
    assert numbered(reversed(ids)) == numbered(ids)
    assert numbered(ids[:1])[ids[0]] == numbered(ids)[ids[0]]


@given(
    st.dictionaries(st.text(max_size=5), st.dictionaries(st.integers(0, 2**20), st.integers(1, 15)))
)
def test_bytes_hold_what_was_put_in(entries: dict[str, dict[int, int]]) -> None:
    assert decode(encode(entries)) == entries


@given(st.lists(WORDS, min_size=70, max_size=90), st.data())
def test_an_update_is_a_rebuild_byte_for_byte(texts: list[list[str]], data: st.DataObject) -> None:
    documents = [
        (number, postings(Document(id, "", "", body=" ".join(words))))
        for (id, number), words in zip(
            numbered(f"d{n}" for n in range(len(texts))).items(), texts, strict=True
        )
    ]
    cut = data.draw(st.integers(1, 6))
    before, removed, added = documents[cut:], documents[cut : 2 * cut], documents[:cut]
    files = build(before)
    changed = update(files.get, removed, added)
    if changed is None:
        return
    for path, content in changed.items():
        if content is None:
            del files[path]
        else:
            files[path] = content
    assert files == build([each for each in documents if each not in removed])
