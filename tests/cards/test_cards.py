"""Share cards: Thai broken at words with its marks stacked, any text drawn, the same bytes each time."""

import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from khlang.cards import SIZE, Card
from khlang.cards.drawing import draw
from khlang.cards.lettering import drawn, known, width
from khlang.cards.lines import cut, fit

CARD = Card("อ่านคลื่นลมก่อนออกเรือ", "ทะเลและชายฝั่ง", 1, "อำเภอกะทู้", "คลังความรู้", "งานพัฒนาชุมชน ภูเก็ต")
# Words of titles and where a reader would not break them.
TITLE = "บันทึกความรู้ปราชญ์สัมมาชีพให้เจ้าหน้าที่สนับสนุนการตรวจบัญชีตามฤดูกาลในปัจจุบัน"
WORDS = ("บันทึก", "ปราชญ์", "สัมมาชีพ", "หน้าที่", "สนับสนุน", "ตรวจ", "บัญชี", "ฤดู", "ปัจจุบัน")


def opened(card: Card) -> Image.Image:
    picture = Image.open(io.BytesIO(draw(card)))
    picture.load()
    return picture


def by_letters(text: str) -> float:
    return float(len(text))


@pytest.mark.parametrize("measure", range(12, 60, 4))
def test_lines_are_broken_between_words(measure: int) -> None:
    """At every width each word stands whole on one line, no line is too long, no word is lost."""
    found = fit(TITLE, by_letters, measure, 20)
    assert found is not None
    assert "".join(found) == TITLE
    assert max(map(len, found)) <= measure
    for word in WORDS:
        assert any(word in line for line in found), (word, found)


def test_a_line_ends_at_a_space_where_that_costs_little() -> None:
    assert fit("ปลูกผักยกแคร่บนโคก ใช้พื้นที่น้อย น้ำไม่ท่วม", by_letters, 26, 4) == [
        "ปลูกผักยกแคร่บนโคก",
        "ใช้พื้นที่น้อย น้ำไม่ท่วม",
    ]


def test_short_words_stay_with_their_neighbours() -> None:
    """A space inside a name, or between a number and what it counts, is no end of a phrase."""
    found = fit("คลองไส้ไก่กระจายน้ำในแปลง โคก หนอง นา", by_letters, 30, 4)
    assert found == ["คลองไส้ไก่กระจายน้ำใน", "แปลง โคก หนอง นา"]


def test_what_does_not_fit_is_cut_with_a_sign() -> None:
    """A title without room ends in … after a whole word; a word wider than the line is left out."""
    found = cut(TITLE, by_letters, 20, 2)
    assert len(found) == 2
    assert found[1].endswith("…")
    assert TITLE.startswith("".join(found).removesuffix("…"))
    assert fit("x" * 50, by_letters, 20, 4) is None
    assert cut("x" * 50, by_letters, 20, 4) == []


@pytest.mark.parametrize(
    ("low", "high"),
    [("ที", "ที่"), ("นำ", "น้ำ"), ("ปี", "ปี่"), ("กลุม", "กลุ่ม"), ("ผู", "ผู้"), ("ทิ", "ทิ้")],
)
def test_marks_are_stacked(low: str, high: str) -> None:
    """A tone mark stands above all that is there already, which stays as it is, and takes no width."""
    before, after = drawn(low, 80), drawn(high, 80)
    assert before is not None
    assert after is not None
    assert width(low, 80) == pytest.approx(width(high, 80), abs=0.1)
    below = after[0].height - before[0].height
    assert below > 10
    same = after[0].crop((0, below, before[0].width, after[0].height))
    assert not ImageChops.difference(before[0], same).getbbox()


def test_a_card_is_a_picture_of_the_size_messengers_ask_for() -> None:
    """PNG of few colours; with a poster JPEG; small enough for a phone."""
    picture = opened(CARD)
    assert (picture.size, picture.format) == (SIZE, "PNG")
    assert len(draw(CARD)) < 60_000


def test_a_poster_stands_beside_the_words(tmp_path: object) -> None:
    file = f"{tmp_path}/poster.webp"
    Image.new("RGBA", (320, 900), (200, 30, 30, 255)).save(file)
    picture = opened(replace(CARD, picture=file, picture_digest="x"))
    assert (picture.size, picture.format) == (SIZE, "JPEG")
    red, green, _ = picture.getpixel((SIZE[0] - 240, 200))  # type: ignore[misc]
    assert red > 150
    assert green < 80


def test_the_name_follows_what_is_seen() -> None:
    """Each word gives another name; where the poster lies does not, for it is the same picture."""
    changed = [
        replace(CARD, **{name: value})  # type: ignore[arg-type]
        for name, value in [("title", "อื่น"), ("category", ""), ("hue", 2), ("office", "อื่น"),
                            ("site_name", ""), ("tagline", ""), ("note", "ตัวอย่าง"), ("picture", "/x.webp")]
    ]  # fmt: skip
    assert len({CARD.name, *(each.name for each in changed)}) == 9
    posters = [replace(CARD, picture=f"/{name}/x.webp", picture_digest="1") for name in "ab"]
    assert posters[0].name == posters[1].name


def test_the_same_card_has_the_same_bytes_and_another_title_others() -> None:
    assert draw(CARD) == draw(CARD)
    other = opened(replace(CARD, title="อ่านคลื่นลมก่อนกลับเรือ"))
    assert ImageChops.difference(opened(CARD).convert("RGB"), other.convert("RGB")).getbbox()


def test_characters_without_a_letter_are_left_out() -> None:
    """No empty boxes: a title of emoji alone leaves the rest of the card."""
    assert known("ปุ๋ย 🎉 ดี  漢字") == "ปุ๋ย ดี"
    assert opened(replace(CARD, title="🎉", category="", office="漢字")).size == SIZE


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=200), st.text(max_size=60), st.integers(0, 7))
def test_any_words_make_a_card(title: str, name: str, hue: int) -> None:
    card = Card(title, name, hue, name, name, name, name)
    assert opened(card).size == SIZE
