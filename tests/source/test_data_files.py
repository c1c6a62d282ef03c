"""Data files: vocabularies, plans of several years, and the map."""

import json

import pytest

from tests.archive import Archive

PLAN = "content/plan/2568.yml"


def test_an_archive_without_a_plan_and_a_map_is_an_archive(archive: Archive) -> None:
    """Both may come later."""
    archive.remove(PLAN)
    assert archive.codes() == []
    opened = archive.check().archive
    assert opened is not None
    assert (dict(opened.corpus.plans), opened.corpus.map) == ({}, None)


@pytest.mark.parametrize("path", ["targets.yml", "categories.yml"])
def test_without_a_data_file_only_that_is_told(archive: Archive, path: str) -> None:
    """Nothing is judged by words that are not there."""
    archive.remove(path)
    assert archive.found() == [("KH-Y030", f"{path}:1:1")]
    assert archive.check().archive is None


def test_activities_of_all_years_may_be_named(archive: Archive) -> None:
    """An item of this year may come from an activity that last year's plan began."""
    plan = archive.read(PLAN).replace("2568", "2567").replace("slug: training,", "slug: camp,")
    archive.write("content/plan/2567.yml", plan)
    archive.item(activity="camp")
    assert archive.codes() == []


def test_an_activity_is_chosen_by_its_thai_name_or_number(archive: Archive) -> None:
    """As the plan prints it."""
    archive.item(activity="อบรมเจ้าหน้าที่")
    assert archive.codes() == []
    archive.item(activity="1")
    assert archive.codes() == []


def test_an_item_deadline_that_cannot_be_read_is_told_once(archive: Archive) -> None:
    """As a date that is none, not as a deadline that is not there."""
    archive.edit("targets.yml", 'date: "2025-07-04"', 'date: "2025-07-34"')
    assert archive.codes() == ["KH-D002"]


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "Polygon", "coordinates": [[[98.3, 7.9], [98.4, 7.9], [98.3, 8.0]]]},
        {"type": "MultiPolygon", "coordinates": [[[[98.3, 7.9], [98.4, 7.9], [98.3, 8.0]]]]},
    ],
)
def test_a_map_has_a_boundary_for_each_district(archive: Archive, geometry: object) -> None:
    """Of one part or of several, with the credit its licence asks for."""
    feature = {"properties": {"amphoe_code": 8302, "name_th": "กะทู้"}, "geometry": geometry}
    data = {"credit_th": "ที่มา", "license": "CC0", "features": [feature]}
    archive.write("content/map.geojson", json.dumps(data))
    opened = archive.check().archive
    assert opened is not None
    assert opened.corpus.map is not None
    (boundary,) = opened.corpus.map.boundaries
    assert (boundary.code, len(boundary.rings), boundary.rings[0][0]) == ("8302", 1, (98.3, 7.9))


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"features": null}', '{"features": [{}]}', "\u0e01", "NaN", "[" * 100_000],
)
def test_a_map_that_is_none_is_told(archive: Archive, text: str) -> None:
    """Whatever it is instead."""
    archive.write("content/map.geojson", text)
    assert archive.codes() == ["KH-Y031"]
