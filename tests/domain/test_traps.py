"""The traps of the source that no other test carries in its name (docs/traps.md lists all 29)."""

from datetime import date

from khlang.app import Archive
from khlang.cli.data import read_data
from khlang.model.history import STEPS, State
from khlang.model.plan import Activity
from khlang.views import activities, plan
from khlang.views.progress.due import due_rows
from tests.archive import Archive as Folder
from tests.site.sites import REPOSITORY


def activity(first: Archive, slug: str) -> Activity:
    return next(each for each in first.corpus.plans[2564].activities if each.slug == slug)


def test_trap_03_names_are_due_on_26_and_27_april_each_with_its_sender(first: Archive) -> None:
    """Districts to the province by the 27th, the province to the Department by the 26th."""
    rows = due_rows(first.corpus, first.progress.years[2564])
    names = [row for row in rows if "เครือข่าย" in row.what]
    assert [(row.date.split(" ")[1], row.sender, row.receiver) for row in names] == [
        ("26", "สำนักงานพัฒนาชุมชนจังหวัด", "สถาบันการพัฒนาชุมชน"),
        ("27", "สำนักงานพัฒนาชุมชนอำเภอ", "สำนักงานพัฒนาชุมชนจังหวัด"),
    ]


def test_trap_08_one_slug_for_every_name_of_a_thing(first: Archive) -> None:
    """Both names of the model area are the same word in an item; printed texts stay as printed."""
    _, reading = read_data(REPOSITORY)
    known = reading.vocabularies["categories"]
    for name in ("model-area", "การพัฒนาพื้นที่ต้นแบบฯ", "โคก หนอง นา โมเดล", "โคก หนอง นา พช."):
        assert known.find(name) == "model-area", name
    market = activity(first, "act-2.3")
    assert market.alias_th
    assert market.alias_th != market.name_th
    numbers = [each.number for each in first.corpus.plans[2564].activities]
    assert len(numbers) == len(set(numbers))  # "กิจกรรมย่อยที่ ๑" alone is no key


def test_trap_09_channels_are_text_and_never_links(first: Archive) -> None:
    """Historical addresses: kept as printed, on no page as a link."""
    printed = [each.as_printed for each in first.corpus.plans[2564].channels]
    assert any("train.cdd.go.th" in each for each in printed)
    shown = repr(
        [*plan.build(first.corpus, first.progress), *activities.build(first.corpus, first.progress)]
    )
    assert "http://" not in shown
    assert "https://" not in shown


def test_trap_11_slips_of_numbering_stay_and_counts_are_fields(first: Archive) -> None:
    """ "๑) … ๑)" of row 2.3 and "๑. … ๒)" of row 1.1 stand as printed; figures are beside them."""
    rows = {row.number: row for row in first.corpus.plans[2564].rows}
    assert rows["2.3"].group_th.count("๑)") == 2
    assert "๒)" in rows["1.1"].group_th
    assert rows["2.3"].group["total"] == 12
    assert rows["1.1"].group["total"] == 4


def test_trap_15_topics_and_categories_are_not_tied(first: Archive) -> None:
    """An item about a topic may be of any category; every topic is shown, with or without items."""
    year = first.progress.years[2564]
    topics = {slug for slug in year.topics if year.topics[slug]}
    categories = {
        item.front.category for item in first.corpus.items if topics & set(item.front.topics)
    }
    assert len(categories) > 1
    assert set(year.topics) == set(first.corpus.taxonomy.topic_by_slug)


def test_trap_16_a_category_is_asked_for_at_entry(archive: Folder) -> None:
    """From the day an item is submitted; sorting is no state of its own."""
    archive.item("kathu-bbbbb", category=None, history=["2025-06-02 submitted"])
    assert "KH-F020" in archive.codes()
    archive.item("kathu-bbbbb", category=None, history=None, contributor="kathu-02")
    assert "KH-F020" not in archive.codes()
    assert {step.before for step in STEPS} | {step.after for step in STEPS} == set(State)


def test_trap_17_other_formats_say_what_they_are(archive: Folder) -> None:
    """ "And others" is an open list: the note is asked for and shown in its place."""
    archive.item("kathu-bbbbb", formats=["elsewhere"], contributor="kathu-02")
    without = archive.codes()
    archive.item(
        "kathu-bbbbb", formats=["elsewhere"], format_note="พอดแคสต์", contributor="kathu-02"
    )
    assert len(without) == len(archive.codes()) + 1


def test_trap_19_two_groups_of_80_are_never_one_of_160(first: Archive) -> None:
    """Forum and market day have 80 each: shown as printed, not summed."""
    forum, market = activity(first, "act-2.2"), activity(first, "act-2.3")
    assert forum.target["persons"] == 80
    assert 80 in market.parts.values()
    shown = repr(
        [*plan.build(first.corpus, first.progress), *activities.build(first.corpus, first.progress)]
    )
    assert "160" not in shown


def test_trap_20_the_km_team_is_a_list_of_persons_and_not_modelled(first: Archive) -> None:
    """No row, column or figure: only the name of a private list."""
    team = next(each for each in first.corpus.targets.registers if each.slug == "km-team")
    assert team.storage == "private"
    assert not team.columns


def test_trap_22_the_book_is_one_and_its_400_copies_are_national(first: Archive) -> None:
    """หนังสือ, เอกสาร and รูปเล่ม are the same book: one number, in no figure of the province."""
    books = [each for each in first.corpus.plans[2564].activities if "book_copies" in each.target]
    assert [(each.slug, each.scope, each.target["book_copies"]) for each in books] == [
        ("act-3.1", "national", 400)
    ]


def test_trap_24_training_is_no_condition_of_the_network(first: Archive) -> None:
    """Twelve are named, four are trained: the quota asks for members, and no rule for training."""
    quotas = first.corpus.targets.years[2564].units.values()
    assert sum(quota.network_quota for quota in quotas) == 12
    (network,) = [each for each in first.corpus.targets.registers if each.slug == "km-network"]
    (trained,) = [each for each in network.columns if each.key == "trained_1_2"]
    assert (trained.personal, trained.publish) == (True, "province-total")


def test_trap_25_whoever_refuses_says_why_in_own_words() -> None:
    """The source names no criteria: states are few, and steps back need a reason."""
    assert len(State) == 6
    back = {State.RETURNED, State.WITHDRAWN}
    assert all(step.needs_reason == (step.after in back) for step in STEPS)


def test_trap_27_no_year_is_read_out_of_a_text(archive: Folder) -> None:
    """ว ๒๕๖๓ is a running number; Thai digits are understood where a year belongs."""
    archive.item(
        "kathu-bbbbb", title="ตามหนังสือ ที่ ว ๒๕๖๓", contributor="kathu-02", fiscal_year="๒๕๖๘"
    )
    opened = archive.check(date(2025, 6, 20)).archive
    assert opened is not None
    assert opened.corpus.item_by_id["kathu-bbbbb"].front.fiscal_year == 2568
    assert opened.progress.years[2568].by_unit["kathu"].items.done == 2
