"""What stands around every page: names, menu, footer, the notice on samples."""

from dataclasses import dataclass

from khlang.model.corpus import Corpus


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry of the main menu."""

    section: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """The frame of the site."""

    site_name: str
    tagline: str
    agency: str
    project: str
    districts: int
    menu: tuple[MenuEntry, ...]
    samples: bool


MENU = (
    MenuEntry("archive", "ค้นคลัง", "archive/"),
    MenuEntry("progress", "ความก้าวหน้า", "progress/"),
    MenuEntry("plan", "แผนการจัดการความรู้", "plan/"),
    MenuEntry("guide", "ส่งองค์ความรู้", "contribute/"),
)


def build(corpus: Corpus) -> Chrome:
    """The frame, from the province and its provincial office."""
    province = corpus.targets.province
    offices = [unit.name_th for unit in corpus.targets.units if not unit.is_district]
    return Chrome(
        site_name="คลังความรู้",
        tagline=f"งานพัฒนาชุมชน {province.short_th}",
        agency=offices[0] if offices else province.name_th,
        project=province.project_th or "",
        districts=sum(unit.is_district for unit in corpus.targets.units),
        menu=MENU,
        samples=corpus.has_samples,
    )
