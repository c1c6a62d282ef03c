"""The index: grams, postings, layout, and an update that is a rebuild."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khlang.search import Document, numbered, shards
from khlang.search.grams import exact, mixed, runs
from khlang.search.index import MOST, SLOTS, Layout, build, update
from khlang.search.postings import postings

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
    assert list(mixed(runs("หมู่ 12"), letters=False)) == ["12", "ู12"]
    assert list(mixed(runs("12 หมู่"), letters=False)) == ["12", "12ห"]
    assert list(mixed(runs("OTOP 12"), letters=False)) == [
        "otop",
        "~^ot",
        "~oto",
        "~top",
        "12",
        "otop 12",
    ]


def checksums(document: Document) -> list[int]:
    (found,) = postings([document])
    return [posting >> 2 for posting in found.tolist()]


def test_thai_letters_are_grams_by_twos_and_threes() -> None:
    """หมู: หม มู หมู; of a short text the letters, too."""
    assert len(checksums(Document("a", "", "", body="หมู่"))) == 3
    assert len(checksums(Document("a", "", "หมู่"))) == 6
    assert checksums(Document("a", "", "", body="หมู่")) == checksums(
        Document("b", "", "", body="ห มู")
    )


def test_a_level_says_how_often_a_gram_stands() -> None:
    levels = [
        [posting & 3 for posting in found.tolist()]
        for found in postings(
            [Document("a", "", "", body="12 ก " * n) for n in (1, 2, 3, 4, 8, 99)]
        )
    ]
    assert [max(each) for each in levels] == [0, 1, 1, 2, 3, 3]
    assert max(posting & 3 for posting in postings([Document("a", "", "12")])[0].tolist()) == 2


def test_spaces_between_thai_words_make_no_difference() -> None:
    assert runs("โคก หนอง นา") == runs("โคกหนองนา") == ["โคกหนองนา"]


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
    written = [
        Document(id, "", "", body=" ".join(words * 20))
        for id, words in zip(numbers, texts, strict=True)
    ]
    documents = {
        numbers[each.id]: found.tobytes()
        for each, found in zip(written, postings(written), strict=True)
    }
    last = max(documents)
    cut = data.draw(st.integers(1, len(texts) - 1))
    before = dict(list(documents.items())[cut:])
    (other,) = postings([Document("x", "", data.draw(st.sampled_from(["ผ้า", "น้ำ 12"])))])
    after = {**documents, last: other.tobytes()}
    after.pop(data.draw(st.sampled_from(sorted(after))))
    gone = [(n, before[n]) for n in before if after.get(n) != before[n]]
    come = [(n, after[n]) for n in after if before.get(n) != after[n]]
    files: dict[str, bytes] = build(list(before.items()))
    changed = update(files.get, gone, come)
    assert changed is not None
    for path, content in changed.items():
        if content is None:
            del files[path]
        else:
            files[path] = content
    assert files == build(sorted(after.items()))


def test_an_index_that_is_not_whole_is_not_patched() -> None:
    documents = [Document(f"d{n}", "", f"เรื่อง ที่ {n}", body="ปลา ผ้า น้ำ " * n) for n in range(40)]
    packed = [found.tobytes() for found in postings(documents)]
    files: dict[str, bytes] = build(list(enumerate(packed)))
    assert update(files.get, [(0, packed[0])], []) is not None
    assert update(files.get, [(77, packed[0])], []) is None
    for path in sorted(files):
        assert update({**files, path: files[path][:-1]}.get, [(39, packed[39])], []) is None


grams = st.integers(0, (1 << 30) - 1)
places = st.integers(0, (1 << 22) - 1)


@given(st.sets(st.tuples(grams, places), max_size=40), st.lists(grams, min_size=1, max_size=5))
def test_files_are_read_as_they_were_written(some: set[tuple[int, int]], cuts: list[int]) -> None:
    alone = {(gram, place >> 2): place for gram, place in some}
    ordered = np.array(sorted(gram << 22 | place for (gram, _), place in alone.items()), np.int64)
    files = shards.Table.of(ordered).files(sorted({0, *cuts}))
    assert shards.Table.read(files).keys.tolist() == ordered.tolist()
    for file in files:
        if len(file) > 1:
            with pytest.raises(ValueError, match="cut off"):
                shards.Table.read([file[:-1]])
