"""Published data: `data/{items,progress,plan,taxonomy}.json`, versioned, with schemas beside them.

Only public items are in them, and of the others only numbers; private columns never.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from importlib.resources import files
from typing import Any

from khlang.files.published import PublishedFile
from khlang.model.corpus import Corpus
from khlang.model.history import STATE_NAMES_TH
from khlang.model.item import Item
from khlang.progress import Measure, Progress, UnitProgress, YearProgress

SCHEMA = 1
NAMES = ("items", "progress", "plan", "taxonomy")
_SCHEMA = "schema.json"
FILES = (*(f"{name}.json" for name in NAMES), *(f"{name}.{_SCHEMA}" for name in NAMES))
OF_ITEMS = ("items.json",)
"""Files that hold items' texts; the others hold figures and names alone."""
SAMPLE_NOTE = "ข้อมูลตัวอย่าง: ตัวเลขและเรื่องทั้งหมดเป็นตัวอย่าง มิใช่ผลงานจริง"

Attachments = Mapping[str, Sequence[tuple[str, PublishedFile]]]


def build(name: str, corpus: Corpus, progress: Progress, attachments: Attachments) -> bytes:
    """A file of `FILES`. `attachments` are (title, file) of each public item, by its id."""
    stem, _, kind = name.partition(".")
    if kind == _SCHEMA:
        return files("khlang.export").joinpath("schemas", name).read_bytes()
    head: dict[str, Any] = {"schema": SCHEMA, "as_of": progress.as_of}
    head["samples"] = corpus.has_samples
    if corpus.has_samples:
        head["note"] = SAMPLE_NOTE
    return _json({**head, **_part(stem, corpus, progress, attachments)})


def _part(
    stem: str, corpus: Corpus, progress: Progress, attachments: Attachments
) -> dict[str, Any]:
    if stem == "items":
        items = [_item(corpus, item, attachments.get(item.id, ())) for item in corpus.public]
        return {"items": items}
    if stem == "progress":
        years = {str(year): year_figures(each) for year, each in progress.years.items()}
        return {"current": progress.current, "years": years}
    if stem == "plan":
        return {
            "years": {str(year): _plan(corpus, progress, year) for year in sorted(corpus.plans)}
        }
    return _taxonomy(corpus)


def _json(data: Mapping[str, Any]) -> bytes:
    """Indented for people; a list of items one a line, which costs a tenth and differs by lines."""
    items = data.get("items")
    if items is None:
        text = json.dumps(data, ensure_ascii=False, indent=1, default=_plain)
        return f"{text}\n".encode()
    line = json.JSONEncoder(ensure_ascii=False, default=_plain).encode
    head = line({key: each for key, each in data.items() if key != "items"})
    lines = ",\n".join(map(line, items))
    return f'{head[:-1]}, "items": [\n{lines}\n]}}\n'.encode()


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON form for {type(value).__name__}")


def _item(
    corpus: Corpus, item: Item, attachments: Sequence[tuple[str, PublishedFile]]
) -> dict[str, Any]:
    front = item.front
    older = corpus.item_by_id.get(front.supersedes or "")
    return {
        "id": item.id,
        "url": item.url,
        "title": front.title,
        "summary": front.summary,
        "category": front.category,
        "topics": front.topics,
        "unit": front.unit,
        "fiscal_year": front.fiscal_year,
        "formats": front.formats,
        "format_note": front.format_note,
        "origin": front.origin,
        "existing_kind": front.existing_kind,
        "delivery": front.delivery,
        "activity": front.activity,
        "tags": front.tags,
        "language": front.language,
        "license": front.license,
        "byline": front.byline if front.consent else None,
        "published": item.history.first_published,
        "revised": [each.day for each in front.revised],
        "supersedes": older.id if older and older.is_public else None,
        "video": front.video,
        "attachments": [
            {
                "title": title,
                "url": f"{item.url}{file.name}",
                "type": file.kind.suffix.removeprefix("."),
                "size": file.size,
                "sha256": file.sha256,
            }
            for title, file in attachments
        ],
        "sample": front.sample,
    }


def _measure(measure: Measure, target: str) -> dict[str, Any]:
    return {
        "done": measure.done,
        target: measure.target,
        "missing": measure.missing,
        "over": measure.over,
        "percent": measure.percent,
    }


def _unit(each: UnitProgress, as_of: date) -> dict[str, Any]:
    return {
        "unit": each.unit.slug,
        "quota_source": each.quota.quota_source,
        "staff_source": each.quota.staff_source,
        "items": _measure(each.items, "quota"),
        "contributors": _measure(each.contributors, "staff"),
        "status": each.status,
        **_counts(each, as_of),
        "late_by_category": each.late_by_category,
        "deadline": each.deadline.date if each.deadline else None,
        "days_left": each.days_left,
    }


def _counts(each: UnitProgress | YearProgress, as_of: date) -> dict[str, Any]:
    """What a unit and the whole province have alike."""
    return {
        "by_category": each.by_category,
        "by_origin": each.by_origin,
        "by_format": each.by_format,
        "by_state": each.by_state,
        "waiting": each.waiting,
        "topics": each.topics,
        "months": each.months,
        "late": each.late,
        "needed": each.pace.needed(as_of),
        "timeline": [{"date": day, "items": number} for day, number in each.timeline],
    }


def year_figures(year: YearProgress) -> dict[str, Any]:
    """A year with its units: the same in progress.json and in `khlang report`."""
    totals = year.targets.stated_totals
    plan = totals.plan if totals else None
    return {
        "as_of": year.as_of,
        "closed": year.closed,
        "items": _measure(year.items, "quota"),
        "contributors": _measure(year.contributors, "staff"),
        "units_met": year.units_met,
        "units_short": year.units_short,
        "district_quota": year.district_quota,
        "district_staff": year.district_staff,
        "stated_totals": {
            "province_office": plan.province_office if plan else None,
            "districts": plan.districts if plan else None,
            "total": plan.total if plan else None,
        },
        **_counts(year, year.as_of),
        "topics_asked": year.topics_asked,
        "gaps": year.gaps,
        "sent_to_department": year.sent_to_department,
        "deadlines": [
            {
                "slug": due.deadline.slug,
                "date": due.deadline.date,
                "from": due.deadline.from_,
                "to": due.deadline.to,
                "what_th": due.deadline.what_th,
                "days_left": due.days_left,
            }
            for due in year.deadlines
        ],
        "units": [_unit(each, year.as_of) for each in year.units],
        "known_differences": [
            {
                "slug": each.slug,
                "title_th": each.title_th,
                "values": [{"value": value.value, "where": value.where} for value in each.values],
                "effect_th": each.effect_th,
            }
            for each in year.targets.known_differences
        ],
    }


def _plan(corpus: Corpus, progress: Progress, year: int) -> dict[str, Any]:
    plan = corpus.plans[year]
    measured = progress.years.get(year)
    values = measured.plan_rows if measured else {}
    rows = []
    for row in plan.rows:
        value = values.get(row.slug)
        entered = value.entered if value else None
        compute = row.compute.filled(measured.targets.registers if measured else {})
        rows.append(
            {
                "slug": row.slug,
                "activity_th": row.activity_th,
                "start": row.period.start,
                "end": row.period.end,
                "indicator_th": row.indicator_th,
                "target": {
                    "value": row.target.value,
                    "unit": row.target.unit,
                    "comparison": row.target.comparison,
                    "as_printed_th": row.target.as_printed_th,
                    "disputed": row.target.disputed,
                },
                "printed_status": row.status,
                "computed": {
                    "by": row.compute.by,
                    "value": value.value if value else None,
                    "percent": value.percent if value else None,
                    "beside": value.beside if value else {},
                    "entered": entered,
                    "entered_on": compute.date if entered is not None else None,
                    "evidence_th": compute.evidence_th if entered is not None else None,
                },
            }
        )
    return {
        "rows": rows,
        "kpis": {
            issue: [
                {
                    "slug": kpi.slug,
                    "name_th": kpi.name_th,
                    "target": kpi.target,
                    "unit_th": kpi.unit_th,
                    "comparison": kpi.comparison,
                    "scope": "national",
                }
                for kpi in kpis
            ]
            for issue, kpis in plan.kpis.items()
        },
    }


def _taxonomy(corpus: Corpus) -> dict[str, Any]:
    taxonomy = corpus.taxonomy
    return {
        "province": {
            "slug": corpus.targets.province.slug,
            "code": corpus.targets.province.code,
            "name_th": corpus.targets.province.name_th,
            "name_en": corpus.targets.province.name_en,
        },
        "categories": [_names(each, number=each.number) for each in taxonomy.categories],
        "issues": [
            {
                **_names(issue, number=issue.number),
                "topics": [_names(topic, number=topic.number) for topic in issue.topics],
            }
            for issue in taxonomy.issues
        ],
        "formats": [_names(each) for each in taxonomy.formats],
        "origins": [_names(each) for each in taxonomy.origins],
        "units": [
            _names(each, kind=each.kind, code=each.code, seq=each.seq)
            for each in corpus.targets.units
        ],
        "states": [{"slug": state, "name_th": name} for state, name in STATE_NAMES_TH.items()],
    }


def _names(entry: Any, **more: Any) -> dict[str, Any]:
    return {"slug": entry.slug, "name_th": entry.name_th, "name_en": entry.name_en, **more}
