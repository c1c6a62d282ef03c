"""Related items: on the same matter, and an edit changes what few others name."""

from hypothesis import given
from hypothesis import strategies as st

from khlang.search.related import Related, Subject

LABELS = st.frozensets(st.sampled_from("abcdefgh"), max_size=2)
WORDS = st.frozensets(st.integers(0, 40), min_size=1, max_size=6)


def subject(
    id: str, topics: frozenset[str], tags: frozenset[str], words: frozenset[int]
) -> Subject:
    topic = min(topics, default="")
    marks = set(map(ord, tags)) or words
    rows = ((topic, min(words), id), (min(marks), id), (max(marks), id))
    return Subject(id, "c", topics, tags, words, rows)


SUBJECTS = st.lists(st.tuples(LABELS, LABELS, WORDS), min_size=2, max_size=120).map(
    lambda rows: [subject(f"i{n:03}", *row) for n, row in enumerate(rows)]
)


def named(subjects: list[Subject]) -> dict[str, list[str]]:
    related = Related(subjects)
    return {each.id: related.of(each.id) for each in subjects}


@given(SUBJECTS, LABELS, LABELS, WORDS)
def test_an_edit_changes_what_sixteen_others_name_at_most(
    subjects: list[Subject], topics: frozenset[str], tags: frozenset[str], words: frozenset[int]
) -> None:
    edited = subjects[len(subjects) // 2]
    other = subject(edited.id, topics, tags, words)
    before = named(subjects)
    for after in (
        named([other if each is edited else each for each in subjects]),
        named([each for each in subjects if each is not edited]),
    ):
        changed = [id for id in after if id != edited.id and after[id] != before[id]]
        assert len(changed) <= 16


@given(SUBJECTS)
def test_order_of_items_makes_no_difference_and_none_names_itself(subjects: list[Subject]) -> None:
    found = named(subjects)
    assert named(subjects[::-1]) == found
    assert all(id not in ids and len(ids) <= 3 for id, ids in found.items())


def test_a_like_title_or_the_same_topic_and_nothing_else() -> None:
    one = subject("a", frozenset("x"), frozenset(), frozenset({1, 2, 3}))
    topic = subject("b", frozenset("x"), frozenset(), frozenset({9}))
    title = subject("c", frozenset(), frozenset(), frozenset({1, 2, 3}))
    nothing = subject("d", frozenset(), frozenset(), frozenset({40}))
    assert named([one, topic, title, nothing])["a"] == ["c", "b"]
