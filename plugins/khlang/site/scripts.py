"""The site's own scripts: small files in `assets/`, and which page loads which.

No page needs one: what a script would add is not shown without it. To add one: the file
`assets/<name>.js`, and its name here; policy, hash and `integrity` follow by themselves.
"""

from typing import Any

from khlang.contribute.form import FormView
from khlang.views.calendar import CalendarView
from khlang.views.item import ItemView
from khlang.views.plan import PlanView
from khlang.views.progress import ProvinceView
from khlang.views.registers import RegistersView
from khlang.views.search import SearchView

AT_ONCE: tuple[str, ...] = ("theme",)
"""On every page, before the first paint: what would otherwise be seen to change."""

EVERYWHERE: tuple[str, ...] = ("search",)
"""On every page, when it has been read."""

OF_KIND: dict[type[Any], tuple[str, ...]] = {
    CalendarView: ("in-app",),
    ItemView: ("in-app", "item", "vendor/lean-qr"),
    PlanView: ("in-app",),
    ProvinceView: ("in-app",),
    RegistersView: ("in-app",),
    SearchView: ("search-page",),
}
"""On the pages of one kind, when they have been read."""

INSIDE: dict[type[Any], tuple[str, ...]] = {
    FormView: (
        "contribute-privacy",
        "contribute-check",
        "contribute-item",
        "vendor/marked",
        "contribute-preview",
        "contribute",
    ),
}
"""At the end of the pages of one kind, inside them: browsers refuse a script with `integrity` on a
page that is opened from a folder, and the same hash allows it as part of the page."""
