"""The index: grams, postings, layout, and an update that is a rebuild."""

from array import array

from hypothesis import given, settings
from hypothesis import strategies as st

from khlang.search import Document, build, index, numbered, postings, update, whole
from khlang.search.grams import exact, grams, runs
from khlang.search.index import MOST, SLOTS, Layout

WORDS = st.lists(
    st.sampled_from(["น้ำ", "โคก", "หนอง", "นา", "ผ้าทอ", "12", "OTOP", "ปลา"]),
    min_size=1,
    max_size=12,
)


@given(st.text(alphabet="กนำํา้่เ ๑๒1,aBé\u200b", max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert exact(exact(text)) == exact(text)


def test_a_forgotten_tone_mark_thai_digits_and_a_torn_am_make_no_difference() -> None:
    assert runs("น้ำ ๑,๒๓๔ OTOP") == runs("นํ้า 1234 otop") == runs("นำ1234otop")


def test_numbers_and_words_are_grams_of_their_own() -> None:
    assert grams(runs("หมู่ 12")) == ["หม", "มู", "หมู", "12", "ู12"]
    assert grams(runs("OTOP 12")) == ["otop", "~^ot", "~oto", "~top", "12", "otop 12"]


def test_spaces_between_thai_words_make_no_difference() -> None:
    assert runs("โคก หนอง นา") == runs("โคกหนองนา") == ["โคกหนองนา"]


def test_short_texts_are_found_by_one_letter() -> None:
    assert {"ก", "บ"} <= set(grams(["กบ"], letters=True))
    assert "~^o" in grams(["otop"], letters=True)


def test_numbers_of_documents_do_not_depend_on_order_or_company() -> None:
    ids = [f"ban-pho-{n:05}" for n in range(300)]
    assert numbered(reversed(ids)) == numbered(ids)
    kept = numbered(ids[1:])
    assert sum(numbered(ids)[id] != number for id, number in kept.items()) <= 1


@settings(max_examples=10)
@given(st.dictionaries(st.integers(0, SLOTS - 1), st.integers(1, 15), max_size=60))
def test_blocks_hold_every_slot_once_and_are_small_or_single(some: dict[int, int]) -> None:
    classes = bytes(some.get(slot, 0) for slot in range(SLOTS))
    layout = Layout(classes)
    covered = [slot for block in layout.blocks() for slot in range(block.start, block.end)]
    assert len(covered) == len(set(covered))
    assert some.keys() <= set(covered)
    for block in layout.blocks():
        size = sum(3 * (1 << each) >> 2 for each in classes[block.start : block.end])
        assert block.level == 0 or size <= MOST


@settings(max_examples=8, deadline=None)
@given(st.lists(WORDS, min_size=70, max_size=90), st.data())
def test_an_update_is_a_rebuild_byte_for_byte(texts: list[list[str]], data: st.DataObject) -> None:
    """Documents come, go and change; slots grow out of their files and back into them."""
    numbers = numbered(f"d{n}" for n in range(len(texts)))
    documents: dict[int, array[int]] = {}
    for (id, number), words in zip(numbers.items(), texts, strict=True):
        documents[number] = postings(Document(id, "", "", body=" ".join(words * 20)))
    last = max(documents)
    cut = data.draw(st.integers(1, len(texts) - 1))
    before = dict(list(documents.items())[cut:])
    other = postings(Document("x", "", data.draw(st.sampled_from(["ผ้า", "น้ำ 12"]))))
    after = {**documents, last: other}
    after.pop(data.draw(st.sampled_from(sorted(after))))
    gone = [(n, before[n]) for n in before if after.get(n) != before[n]]
    come = [(n, after[n]) for n in after if before.get(n) != after[n]]
    files = {path: make() for path, make in build(sorted(before.items())).items()}
    changed = update(files.get, gone, come)
    assert changed is not None
    for path, content in changed.items():
        if content is None:
            del files[path]
        else:
            files[path] = content
    assert files == {path: make() for path, make in build(sorted(after.items())).items()}


numbers = st.integers(0, (1 << 20) - 1)
levels = st.integers(0, 3)


@given(
    held=st.dictionaries(numbers, levels, max_size=30),
    change=st.dictionaries(numbers, st.none() | levels, min_size=1, max_size=4),
    data=st.data(),
)
def test_postings_are_written_again_the_same_way_by_numpy(
    held: dict[int, int], change: dict[int, int | None], data: st.DataObject
) -> None:
    """Whichever is faster: what is taken out, what gets another level, what comes."""
    if held:
        change[data.draw(st.sampled_from(sorted(held)))] = data.draw(st.none() | levels)
    body = index._body(number << 2 | held[number] for number in sorted(held))
    assert whole.changed(body, change) == index._changed(body, change)
