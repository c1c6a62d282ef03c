"""Reads categories.yml, targets.yml, content/plan/*.yml and content/map.geojson."""

import json
import re
from collections.abc import Sequence as Entries
from dataclasses import replace
from pathlib import Path

from khlang.model.closed import ClosedYear
from khlang.model.codes import archive, links
from khlang.model.codes import encoding as codes
from khlang.model.corpus import Boundary, Map
from khlang.model.diagnostic import Place, Severity
from khlang.model.plan import Plan
from khlang.model.targets import Targets, YearTargets
from khlang.model.taxonomy import Category, Issue, Taxonomy, Term
from khlang.source.records import MISSING, RecordReader
from khlang.source.reporter import Reporter
from khlang.source.text import is_too_large, read, read_bytes
from khlang.source.vocabulary import Vocabularies, Vocabulary
from khlang.source.yaml_nodes import Mapping, Scalar, Sequence, compose
from khlang.thai.characters import unprintable

CATEGORIES = "categories.yml"
TARGETS = "targets.yml"
PLANS = "content/plan"
CLOSED = "content/closed"
DATA = re.compile(rf"(?:{PLANS}|{CLOSED})/[^/]+\.yml")
MAP = "content/map.geojson"


class DataFiles:
    """The data files of one repository, and the vocabularies that items choose from.

    `places` tells for each file where a value stands, by its dotted path.
    """

    def __init__(self, root: Path, reporter: Reporter) -> None:
        self.root = root
        self.reporter = reporter
        self.places: dict[str, dict[str, Place]] = {}
        self.vocabularies: dict[str, Vocabulary] = {}

    def taxonomy(self) -> Taxonomy | None:
        """categories.yml, and from it the vocabularies of an item's choices."""
        taxonomy, complete = self._read(CATEGORIES, Taxonomy, {})
        if not isinstance(taxonomy, Taxonomy):
            return None
        lists: dict[str, Entries[Category | Issue | Term]] = {
            "categories": taxonomy.categories,
            "issues": taxonomy.issues,
            "formats": taxonomy.formats,
            "origins": taxonomy.origins,
            "existing_kinds": taxonomy.existing_kinds,
            "deliveries": taxonomy.deliveries,
        }
        for name, entries in lists.items():
            self.vocabularies[name] = Vocabulary.of(
                ((each.slug, each.name_th, _other_names(each)) for each in entries),
                complete=complete,
            )
        self.vocabularies["topics"] = Vocabulary.of(
            (
                (topic.slug, topic.name_th, (*topic.aliases_th, topic.short_th))
                for _, topic in taxonomy.topics()
            ),
            complete=complete,
        )
        return taxonomy

    def targets(self) -> Targets | None:
        """targets.yml. Its own units and parties are the vocabulary of its years."""
        own = {
            "origins": self.vocabularies.get("origins", Vocabulary(complete=False)),
            "units": Vocabulary(complete=False),
            "parties": Vocabulary(complete=False),
        }
        node = self._compose(TARGETS)
        if node is None:
            return None
        if isinstance(node, Mapping):
            own["units"] = _slugs(node, "units")
            own["parties"] = _slugs(node, "parties")
        targets, complete = self._record(TARGETS, Targets, node, own)
        if not isinstance(targets, Targets):
            return None
        known = self._with_known_deadline(targets, whole=complete)
        if len(known) < len(targets.years):
            targets, complete = replace(targets, years=known), False
        self.vocabularies["registers"] = Vocabulary.of(
            ((each.slug, each.name_th, ()) for each in targets.registers), complete=complete
        )
        self.vocabularies["units"] = Vocabulary.of(
            (
                (unit.slug, unit.name_th, (*unit.aliases_th, unit.full_th, unit.short_th))
                for unit in targets.units
            ),
            complete=complete,
        )
        return targets

    def _with_known_deadline(self, targets: Targets, *, whole: bool) -> dict[int, YearTargets]:
        """The years whose `item_deadline` names one of their deadlines: no others can be measured.

        In a file that is not `whole` the deadline may be there with a fault that is told already.
        """
        known = {}
        for year, each in targets.years.items():
            if any(deadline.slug == each.item_deadline for deadline in each.deadlines):
                known[year] = each
            elif whole:
                place = self.places[TARGETS][f"years.{year}.item_deadline"]
                self.reporter.add(archive.UNKNOWN_DEADLINE, place, slug=each.item_deadline)
        return known

    def plans(self) -> dict[int, Plan]:
        """content/plan/*.yml by fiscal year; activities of all years are one vocabulary."""
        plans: dict[int, Plan] = {}
        complete = True
        names = self._names(PLANS)
        activities: dict[str, tuple[str, str, tuple[str, ...]]] = {}
        for name in names:
            path = f"{PLANS}/{name}"
            node = self._compose(path)
            if node is None:
                complete = False
                continue
            own = dict(self.vocabularies)
            own["activities"] = (
                _slugs(node, "activities")
                if isinstance(node, Mapping)
                else Vocabulary(complete=False)
            )
            plan, whole = self._record(path, Plan, node, own)
            complete &= whole
            if isinstance(plan, Plan):
                if name != f"{plan.fiscal_year}.yml":
                    at = self.places[path]["fiscal_year"]
                    self.reporter.add(archive.PLAN_YEAR, at, file=path, year=plan.fiscal_year)
                    complete = False
                    continue
                plans[plan.fiscal_year] = plan
                for each in plan.activities:
                    activities.setdefault(each.slug, (each.slug, each.name_th, (each.number,)))
        self.vocabularies["activities"] = Vocabulary.of(activities.values(), complete=complete)
        return plans

    def closed(self, targets: Targets | None) -> dict[int, ClosedYear]:
        """content/closed/*.yml by fiscal year, of years that have targets."""
        found: dict[int, ClosedYear] = {}
        for name in self._names(CLOSED):
            path = f"{CLOSED}/{name}"
            closed, whole = self._read(path, ClosedYear, self.vocabularies)
            if not isinstance(closed, ClosedYear) or not whole:
                continue
            year = closed.fiscal_year
            if targets is not None and (name != f"{year}.yml" or year not in targets.years):
                at = self.places[path]["fiscal_year"]
                self.reporter.add(archive.CLOSED_YEAR, at, file=path, year=year)
            else:
                found[year] = closed
        return found

    def _names(self, folder: str) -> list[str]:
        """The YAML files of a folder of data files. Others are told where the folder is walked."""
        names = sorted(each.name for each in (self.root / folder).glob("[!.]*.yml"))
        return [name for name in names if not unprintable(name)]

    def map(self) -> Map | None:
        """content/map.geojson, or None where the archive has no map."""
        file = self.root / MAP
        if file.is_symlink():
            self.reporter.add(links.ATTACHMENT_IS_LINK, Place(MAP), file=MAP)
            return None
        if not file.is_file():
            return None
        try:
            content = read_bytes(file)
            if is_too_large(len(content), MAP, self.reporter):
                return None
            data = json.loads(content)
            boundaries = tuple(
                Boundary(
                    code=str(feature["properties"]["amphoe_code"]),
                    name_th=str(feature["properties"]["name_th"]),
                    rings=_rings(feature["geometry"]),
                )
                for feature in data["features"]
            )
            return Map(str(data["credit_th"]), str(data["license"]), boundaries)
        except json.JSONDecodeError as fault:
            self._bad_map("ไม่ใช่ JSON ที่สมบูรณ์", "this is no JSON", fault.lineno, fault.colno)
        except KeyError as fault:
            self._bad_map(f"ขาด {fault.args[0]}", f"{fault.args[0]} is missing")
        except (OSError, ValueError, TypeError, IndexError, OverflowError, RecursionError):
            self._bad_map("ข้อมูลไม่เป็นไปตามแบบ", "the data are not of this form")
        return None

    def _bad_map(self, th: str, en: str, line: int = 1, col: int = 1) -> None:
        self.reporter.add(codes.BAD_MAP, Place(MAP, line, col), problem_th=th, problem_en=en)

    def _read(self, path: str, record: type, own: Vocabularies) -> tuple[object, bool]:
        node = self._compose(path)
        return (None, False) if node is None else self._record(path, record, node, own)

    def _compose(self, path: str) -> Mapping | Sequence | Scalar | None:
        file = self.root / path
        if file.is_symlink():
            self.reporter.add(links.ATTACHMENT_IS_LINK, Place(path), file=path)
            return None
        if not file.is_file():
            self.reporter.add(codes.UNREADABLE_DATA, Place(path), file=path)
            return None
        try:
            text = read(file, path, self.reporter)
        except OSError:
            self.reporter.add(codes.UNREADABLE_DATA, Place(path), file=path)
            return None
        if text is None:
            return None
        before = len(self.reporter.diagnostics)
        node = compose(text, path, self.reporter)
        if node is None and len(self.reporter.diagnostics) == before:
            self.reporter.add(codes.NOT_A_MAPPING, Place(path))
        return node

    def _record(
        self, path: str, record: type, node: Mapping | Sequence | Scalar, own: Vocabularies
    ) -> tuple[object, bool]:
        """The record, and whether it was read without an error."""
        reader = RecordReader(self.reporter, own)
        before = len(self.reporter.diagnostics)
        value = reader.record(record, node)
        self.places[path] = reader.places
        new = self.reporter.diagnostics[before:]
        whole = not any(each.severity is Severity.ERROR for each in new)
        return (None if value is MISSING else value), whole


def _other_names(entry: object) -> tuple[str, ...]:
    full = getattr(entry, "name_full_th", None)
    short = getattr(entry, "short_th", None)
    aliases: tuple[str, ...] = getattr(entry, "aliases_th", ())
    return (*aliases, *(name for name in (full, short) if name))


def _slugs(node: Mapping, key: str) -> Vocabulary:
    """The slugs and Thai names of a list in a file that refers to itself."""
    found = []
    _, entries = node.pairs.get(key, (None, None))
    for each in entries.items if isinstance(entries, Sequence) else ():
        if isinstance(each, Mapping):
            slug = each.pairs.get("slug", (None, None))[1]
            name = each.pairs.get("name_th", (None, None))[1]
            if isinstance(slug, Scalar):
                found.append(
                    (slug.value, name.value if isinstance(name, Scalar) else slug.value, ())
                )
    return Vocabulary.of(found, complete=bool(found))


def _rings(geometry: dict[str, object]) -> tuple[tuple[tuple[float, float], ...], ...]:
    coordinates: list[object] = geometry["coordinates"]  # type: ignore[assignment]  # checked by the caller's except
    polygons = coordinates if geometry["type"] == "MultiPolygon" else [coordinates]
    return tuple(
        tuple((float(point[0]), float(point[1])) for point in ring)
        for polygon in polygons
        for ring in polygon  # type: ignore[attr-defined]
    )
