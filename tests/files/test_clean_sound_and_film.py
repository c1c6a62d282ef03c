"""MP3 and MP4: the same sound and picture to the last bit, without who, where and when."""

import struct

import pytest

from khlang.files import jobs
from tests.files import samples
from tests.files.samples import FILM, SECRET, box, track

SOUND = (b"\xff\xfb\x90\x00" + bytes(413)) * 10


def _codes(data: bytes, suffix: str) -> list[str]:
    return [each.code.id for each in jobs.examine(data, suffix).findings]


def test_the_frames_of_a_sound_stay_and_nothing_else() -> None:
    assert jobs.clean(samples.mp3(), ".mp3").data == SOUND


def test_the_title_of_a_sound_stays() -> None:
    """The one thing that a player shows and a reader needs."""
    source = samples.mp3("เสียงน้ำ")
    copy = jobs.clean(source, ".mp3").data
    assert copy.endswith(SOUND)
    assert "เสียงน้ำ".encode("utf-16-le") in copy
    assert jobs.examine(copy, ".mp3").text == "เสียงน้ำ"
    assert jobs.examine(copy, ".mp3").metadata == ()


def test_thai_tags_of_old_programs_are_read() -> None:
    """They say Latin-1 and write the Thai code page."""
    content = b"\0" + "เสียงน้ำ".encode("cp874")
    frame = b"TIT2" + len(content).to_bytes(4, "big") + b"\0\0" + content
    source = b"ID3\x03\0\0\0\0\0" + bytes([len(frame)]) + frame + SOUND
    assert jobs.examine(source, ".mp3").text == "เสียงน้ำ"


def test_what_stands_between_frames_goes() -> None:
    junk = b"<html>" + SECRET.encode()
    source = SOUND * 3 + junk + SOUND
    assert SECRET.encode() not in jobs.clean(source, ".mp3").data


@pytest.mark.parametrize(
    "data",
    [
        b"ID3\x04\0\0\0\0\0\0",
        b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + SOUND,
        b"\xff\xfb\x90\x00" + b"<script>" * 100,
        SOUND[: 417 * 3],
        SOUND[: 417 * 4] + b"x" * 4_000,
    ],
    ids=["a tag alone", "an endless tag", "a head alone", "too short", "mostly something else"],
)
def test_what_is_hardly_sound_is_refused(data: bytes) -> None:
    assert _codes(data, ".mp3") == ["KH-L020"]


def test_a_film_keeps_its_length_and_its_pictures() -> None:
    """Nothing moves: the tables of offsets still hold."""
    source = samples.mp4()
    copy = jobs.clean(source, ".mp4").data
    assert source.index(FILM) == copy.index(FILM)
    assert len(copy) == source.index(b"<html>" + SECRET.encode(), source.index(b"uuid"))


def test_the_names_of_boxes_that_tell_are_gone() -> None:
    copy = jobs.clean(samples.mp4(), ".mp4").data
    for name in (b"udta", b"uuid", b"\xa9xyz", b"meta"):
        assert name not in copy


def test_the_days_of_recording_become_none() -> None:
    copy = jobs.clean(samples.mp4(), ".mp4").data
    assert struct.pack(">I", 3_700_000_000) not in copy


def test_bytes_that_no_track_uses_are_filled_with_nothing() -> None:
    copy = jobs.clean(samples.mp4(), ".mp4").data
    start = copy.index(FILM) + len(FILM)
    rest = copy[start : copy.index(b"moov") - 4]
    assert rest == bytes(len(rest))


def test_a_film_in_pieces_is_accepted_unless_it_tells_positions() -> None:
    """Recorders of browsers write them; its samples are not in one table that could be followed."""
    kind = box(b"ftyp", b"isom\0\0\0\0isom")
    piece = box(b"moof", box(b"traf", box(b"uuid", SECRET.encode()))) + box(b"mdat", FILM)
    plain = kind + box(b"moov", track(b"vide", 0, 0)) + piece
    assert FILM in jobs.clean(plain, ".mp4").data
    assert SECRET.encode() not in jobs.clean(plain, ".mp4").data
    telling = kind + box(b"moov", track(b"vide", 0, 0), track(b"meta", 0, 0)) + piece
    assert _codes(telling, ".mp4") == ["KH-L026"]


def test_wide_offsets_are_followed() -> None:
    kind = box(b"ftyp", b"mp42\0\0\0\0mp42")
    media = box(b"mdat", FILM, SECRET.encode())
    narrow = track(b"vide", len(kind) + 8, len(FILM))
    row = box(b"stco", bytes(4), struct.pack(">2I", 1, len(kind) + 8))
    wide = box(b"co64", bytes(4), struct.pack(">IQ", 1, len(kind) + 8))
    film = box(b"moov", _replaced(narrow, row, wide))
    copy = jobs.clean(kind + media + film, ".mp4").data
    assert FILM in copy
    assert SECRET.encode() not in copy


def _replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    """A track with another table: the boxes around grow with it."""
    more = len(new) - len(old)
    at = data.index(old)
    result = bytearray(data[:at] + new + data[at + len(old) :])
    for name in (b"trak", b"mdia", b"minf", b"stbl"):
        start = result.index(name) - 4
        result[start : start + 4] = (
            int.from_bytes(result[start : start + 4], "big") + more
        ).to_bytes(4, "big")
    return bytes(result)


@pytest.mark.parametrize(
    "data",
    [
        box(b"ftyp", b"isom\0\0\0\0isom"),
        box(b"ftyp", b"heic\0\0\0\0heic") + box(b"moov", track(b"vide", 0, 0)),
        box(b"ftyp", b"isom\0\0\0\0isom") + box(b"moov", track(b"meta", 0, 0)),
        box(b"ftyp", b"isom\0\0\0\0isom") + struct.pack(">I4s", 9_999, b"moov"),
        box(b"ftyp", b"isom\0\0\0\0isom")
        + box(b"moov", box(b"trak", box(b"mdia", b"\xff\xff\xff\xffhdlr"))),
    ],
    ids=["no film", "a photograph", "no picture", "cut off", "broken inside"],
)
def test_what_is_no_film_is_refused(data: bytes) -> None:
    assert _codes(data, ".mp4") == ["KH-L020"]


def test_boxes_without_end_are_refused() -> None:
    """A thousand boxes in each other are no film, and no reason to run out of stack."""
    nested = b""
    for _ in range(1_000):
        nested = box(b"trak", nested)
    data = box(b"ftyp", b"isom\0\0\0\0isom") + box(b"moov", track(b"vide", 0, 0), nested)
    assert _codes(data, ".mp4") == ["KH-L020"]
