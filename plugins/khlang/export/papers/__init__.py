"""The papers that an office sends upward or keeps: one function each, from the figures of a year.

May import: `views` and below. To add one: a function here, a line in `PAPERS`. What a paper prints
comes from `progress`, by way of the views where a page shows the same.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from khlang.export.paper import Paper
from khlang.export.papers import forms, items, standing, targets
from khlang.model.corpus import Corpus
from khlang.progress import Progress

Builder = Callable[[Corpus, Progress, int], Paper]


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper by its name in Thai. `public`: it may stand on the site, since it names no item.

    `needs` is what a year must have for it: `plan` or `targets`.
    """

    title_th: str
    build: Builder
    needs: str
    public: bool


PAPERS: Mapping[str, Kind] = {
    "form-1": Kind("แบบฟอร์มที่ 1", forms.form_1, "plan", public=True),
    "form-2": Kind("แบบฟอร์มที่ 2", forms.form_2, "plan", public=True),
    "target-register": Kind("ทะเบียนเป้าหมาย", targets.build, "targets", public=True),
    "items-by-unit": Kind("รายการองค์ความรู้รายหน่วยงาน", items.by_unit, "targets", public=False),
    "items-by-category": Kind(
        "รายการองค์ความรู้ตามหมวดหมู่", items.by_category, "targets", public=False
    ),
    "progress": Kind("รายงานความก้าวหน้า", standing.build, "targets", public=True),
}


def has(corpus: Corpus, name: str, year: int) -> bool:
    """Whether a year has what a paper is made of."""
    return year in (corpus.plans if PAPERS[name].needs == "plan" else corpus.targets.years)
