"""The map of the districts, shaded by progress: a drawing of links, which the table equals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians

from khlang.model.corpus import Boundary, Map
from khlang.progress import Measure, UnitProgress
from khlang.thai.text import display_width

_WIDTH = 700
_EDGE = 8
_LETTER = 8.2  # width of a letter of a district's name, in the drawing's units
_LINE = 20
_CLOSE = 0.8
_ABOVE = 26  # a row of names outside the map

Point = tuple[float, float]


class Shade(StrEnum):
    """How dark a district is; each step has a pattern too, and its figure stands in it."""

    NONE = "none"
    LOW = "low"
    HALF = "half"
    MET = "met"
    OVER = "over"


SHADE_NAMES = {
    Shade.NONE: "ยังไม่มีเรื่อง",
    Shade.LOW: "ต่ำกว่าครึ่ง",
    Shade.HALF: "ครึ่งขึ้นไป",
    Shade.MET: "ครบเป้า",
    Shade.OVER: "เกินเป้า",
}


@dataclass(frozen=True, slots=True)
class Label:
    """Where the name stands; `leader` is a line from the district to a name outside of it."""

    x: float
    y: float
    leader: str = ""


@dataclass(frozen=True, slots=True)
class District:
    """A district: its outline, how it is shaded, its words and where they stand.

    `number` is its place in the register, which stands for the name on a phone.
    """

    path: str
    shade: Shade
    url: str
    name: str
    value: str
    said: str
    number: int
    late: bool
    x: float
    y: float
    label: Label


@dataclass(frozen=True, slots=True)
class MapChart:
    width: int
    height: int
    districts: tuple[District, ...]
    shades: tuple[tuple[Shade, str], ...]
    late: bool
    credit: str
    summary: str


def shade(measure: Measure) -> Shade:
    """The step of a measure; a unit that owes nothing has delivered it."""
    if measure.over:
        return Shade.OVER
    if measure.met:
        return Shade.MET
    if not measure.done:
        return Shade.NONE
    return Shade.HALF if (measure.percent or 0) >= 50 else Shade.LOW


def build(
    geography: Map,
    units: Sequence[UnitProgress],
    urls: Mapping[str, str],
    statuses: Mapping[str, str],
) -> MapChart | None:
    """`urls` and `statuses` of the units by slug. None where no unit has an area on the map."""
    by_code = {boundary.code: boundary for boundary in geography.boundaries}
    mapped = [
        (each, by_code[each.unit.code])
        for each in units
        if each.unit.code in by_code and _outlines(by_code[each.unit.code])
    ]
    if not mapped:
        return None
    project, height = _projection([boundary for _, boundary in mapped])
    shapes = [
        (each, [[project(point) for point in ring] for ring in _outlines(boundary)])
        for each, boundary in mapped
    ]
    middles = {each.unit.slug: _middle(max(rings, key=_extent)) for each, rings in shapes}
    labels = _labels([(each.unit.slug, each.unit.short_th) for each, _ in shapes], middles, height)
    return MapChart(
        width=_WIDTH,
        height=height,
        districts=tuple(
            District(
                path="".join(map(_path, rings)),
                shade=shade(each.items),
                url=urls[each.unit.slug],
                name=each.unit.short_th,
                value=f"{each.items.done}/{each.items.target}",
                said=f"{each.unit.full_th} {each.items.done} จาก {each.items.target} เรื่อง "
                f"{statuses[each.unit.slug]}",
                number=each.unit.seq,
                late=each.overdue,
                x=middles[each.unit.slug][0],
                y=middles[each.unit.slug][1],
                label=labels[each.unit.slug],
            )
            for each, rings in shapes
        ),
        shades=tuple(SHADE_NAMES.items()),
        late=any(each.overdue for each in units),
        credit=geography.credit_th,
        summary=f"แผนที่ {len(mapped)} อำเภอ ระบายตามสัดส่วนเรื่องที่ส่งต่อเป้าหมาย ตัวเลขเดียวกันอยู่ในตารางรายหน่วยงาน",
    )


def _outlines(boundary: Boundary) -> list[Sequence[Point]]:
    """The rings that enclose something."""
    return [ring for ring in boundary.rings if len(ring) > 3]


def _extent(ring: Sequence[Point]) -> float:
    """The area of the box around a ring: the name stands in the largest part."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def _projection(boundaries: Sequence[Boundary]) -> tuple["_Project", int]:
    """Degrees to the drawing: east-west shortened for the latitude, the north above."""
    points = [point for each in boundaries for ring in each.rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = cos(radians((south + north) / 2))
    scale = (_WIDTH - 2 * _EDGE) / ((east - west) * narrow or 1)
    height = round((north - south) * scale) + 2 * _EDGE + 2 * _ABOVE
    return _Project(west, north, scale * narrow, scale), height


@dataclass(frozen=True, slots=True)
class _Project:
    west: float
    north: float
    across: float
    down: float

    def __call__(self, point: Point) -> Point:
        longitude, latitude = point
        return (
            round(_EDGE + (longitude - self.west) * self.across, 1),
            round(_EDGE + _ABOVE + (self.north - latitude) * self.down, 1),
        )


def _path(ring: Sequence[Point]) -> str:
    """The outline, without points that lie closer than anybody sees."""
    kept = [ring[0]]
    for x, y in ring[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _CLOSE:
            kept.append((x, y))
    return f"M{'L'.join(f'{x} {y}' for x, y in kept)}z"


def _middle(ring: Sequence[Point]) -> tuple[float, float, float]:
    """The middle of the widest stretch inside a ring, near its middle height; and how wide it is."""
    ys = [y for _, y in ring]
    low, high = min(ys), max(ys)
    found: list[tuple[float, float, float, float]] = []
    for part in range(3, 14):
        y = low + (high - low) * part / 16
        crossings = sorted(
            x1 + (y - y1) * (x2 - x1) / (y2 - y1)
            for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True)
            if (y1 <= y) != (y2 <= y)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            off = abs(part - 8) / 16  # a little less at the edge than in the middle
            found.append(((right - left) * (1 - off), (left + right) / 2, y, right - left))
    _, x, y, width = max(found, default=(0.0, ring[0][0], ring[0][1], 0.0))
    return round(x, 1), round(y, 1), width


def _labels(
    names: Sequence[tuple[str, str]],
    middles: Mapping[str, tuple[float, float, float]],
    height: int,
) -> dict[str, Label]:
    """Inside where the name fits; otherwise in a row above or below the map, with a leader."""
    found: dict[str, Label] = {}
    outside: dict[bool, list[tuple[float, str, float]]] = {True: [], False: []}
    for slug, name in names:
        x, y, width = middles[slug]
        needs = display_width(name) * _LETTER
        if needs <= width:
            found[slug] = Label(x, y)
        else:
            outside[y < height / 2].append((x, slug, needs + 34))
    for above, several in outside.items():
        edge = float(_EDGE)
        for x, slug, needs in sorted(several):
            left = min(max(edge, x - needs / 2), _WIDTH - needs)
            row = 18 if above else height - 10
            middle = round(left + needs / 2, 1)
            at_x, at_y, _ = middles[slug]
            end = row + 6 if above else row - _LINE
            found[slug] = Label(middle, row, f"M{middle} {end}L{at_x} {at_y}")
            edge = left + needs + 10
    return found
