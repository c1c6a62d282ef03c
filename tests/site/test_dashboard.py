"""The progress pages: every drawing has words and cells, and a page does not grow with the archive."""

from dataclasses import replace
from datetime import date

from click.testing import CliRunner

from khlang.app import Archive
from khlang.cli.main import main
from khlang.model.corpus import Corpus
from khlang.progress import measure
from khlang.views import progress as pages
from khlang.views.progress.unit import SHOWN
from tests.archive import Archive as Folder
from tests.site.dom import Node
from tests.site.sites import Site


def charts(page: Node) -> list[Node]:
    return [figure for figure in page.all("figure") if {"chart", "map"} & set(figure.classes)]


def test_every_drawing_says_what_it_shows_and_has_its_figures_as_cells(own: Site) -> None:
    """A text alternative on each, and a table beside it; the map's is the table of the units."""
    for url in ("progress/", "progress/ban-pho/"):
        page = own.page(url)
        for figure in charts(page):
            drawings = [
                each for each in figure.children if isinstance(each, Node) and each.tag == "svg"
            ]
            assert drawings
            assert all(each.attributes.get("aria-label") for each in drawings)
            assert figure.all("table") or "map" in figure.classes
        for drawing in page.one("main").all("svg"):
            said = drawing.attributes.get("aria-label") or drawing.attributes.get("aria-hidden")
            assert said, drawing.attributes


def test_the_map_has_a_link_a_word_and_a_figure_for_each_district(own: Site) -> None:
    """By keyboard in the register's order; the credit of its source stands below it."""
    page = own.page("progress/")
    (chart,) = page.with_class("map")
    links = [link.attributes for link in chart.all("a")]
    units = [
        unit
        for unit in own.json("progress")["years"]["2564"]["units"]
        if unit["unit"] != "province-office"
    ]
    assert len(links) == 11
    for link, unit in zip(links, units, strict=True):
        assert link["href"].endswith(f"progress/{unit['unit']}/")
        done, quota = unit["items"]["done"], unit["items"]["quota"]
        assert f" {done} จาก {quota} เรื่อง " in link["aria-label"]
    assert "OCHA" in chart.text
    table = next(each for each in page.all("table") if "units" in each.classes)
    listed = {link.attributes["href"] for link in table.all("a")}
    assert {link["href"] for link in links} < listed


def test_an_archive_without_a_map_shows_none(second: Site) -> None:
    assert second.page("progress/").with_class("map") == []
    assert "ต้องติดตาม" in second.main("progress/")


def test_a_page_of_a_unit_does_not_grow_with_the_archive(first: Archive) -> None:
    """Its newest items, how many there are, and the way to all of them."""
    corpus = first.corpus
    one = next(item for item in corpus.public if item.front.unit == "ban-pho")
    many = tuple(replace(one, id=f"ban-pho-{n:05}") for n in range(60))
    bigger = replace(corpus, items=(*corpus.items, *many))
    view = unit_page(bigger, "ban-pho")
    assert len(view.cards) == SHOWN < view.published
    assert view.archive_url == "units/ban-pho/"
    assert view.squares is None  # single items are no longer seen: a bar
    assert len(repr(view)) < 2 * len(repr(unit_page(corpus, "ban-pho")))


def unit_page(corpus: Corpus, slug: str) -> pages.UnitView:
    found = pages.build(corpus, measure(corpus, date(2021, 7, 12)), {})
    return next(
        view
        for view in found
        if isinstance(view, pages.UnitView) and view.meta.url == f"progress/{slug}/"
    )


def test_years_stand_side_by_side_and_a_closed_one_says_so(second: Site, province: Folder) -> None:
    """Each with its own targets, the newest first; one year alone is not compared."""
    assert "เทียบปีต่อปี" not in second.main("progress/")
    targets = province.read("targets.yml")
    start, end = targets.index('  "2568":'), targets.index("registers:")
    year = targets[start:end].replace('"2568"', '"2569"').replace("2025-", "2026-")
    year = year.replace("2024-", "2025-").replace(", weekday: Friday", "")
    province.write("targets.yml", targets[:end] + year + targets[end:])
    closing = ["close-year", "2568", "--root", str(province.root)]
    assert CliRunner().invoke(main, closing).exit_code == 0
    opened = province.check(date(2025, 12, 1)).archive
    assert opened is not None
    views = {view.meta.url: view for view in pages.build(opened.corpus, opened.progress, {})}
    now, then = views["progress/"], views["progress/2568/"]
    assert isinstance(now, pages.ProvinceView)
    assert isinstance(then, pages.ProvinceView)
    assert [(each.year, each.url, each.as_of) for each in now.years] == [
        (2569, "", "1 ธ.ค. 2568"),
        (2568, "progress/2568/", "ปิดปีแล้ว ณ 30 ก.ย. 2568"),
    ]
    assert (now.items.done, then.items.done, then.items.target) == (0, 6, 7)
    assert then.closed
    assert not now.closed


def test_titles_of_hidden_items_are_on_pages_of_units_for_insiders_alone(first: Archive) -> None:
    """The internal edition lists what readers may not see, with the number of remarks."""
    corpus = first.corpus
    hidden = {
        item.front.title
        for item in corpus.items
        if not item.is_public and item.front.unit == "phanom-sarakham"
    }
    assert hidden
    for told in (None, {}):
        for view in pages.build(corpus, first.progress, {}, told):
            if isinstance(view, pages.UnitView) and view.meta.url.endswith("/phanom-sarakham/"):
                assert {each.title for each in view.hidden} == (
                    hidden if told is not None else set()
                )
