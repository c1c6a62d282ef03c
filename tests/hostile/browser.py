"""Opens hostile pages in a real browser, pokes at everything on them, and counts what came of it.

Several pages are open at a time, each in a browser profile of its own and behind a proxy of its own, so
that what is seen belongs to one address.
"""

import asyncio
import os
import re
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from playwright.async_api import (
    Browser,
    BrowserContext,
    Dialog,
    Page,
    ProxySettings,
    async_playwright,
)

from khlang.body.sanitise import TAGS
from tests.hostile.proxy import HOST, Internet, internet
from tests.site.test_browser import executable

ORIGIN = f"http://{HOST}"
_PATIENCE = 15  # seconds for a page; some fight back, and some never answer

# Chromium asks its maker for updates and form fillers, whatever page is open; no page of ours may.
_OF_THE_BROWSER = re.compile(
    r"(?:https?://)?(?:(?:accounts|clients\d|www)\.google\.com|[\w.-]+\.(?:googleapis|gvt1)\.com)[:/]"
)

# What a reader could do by accident, done to every element; links to real addresses stay.
POKE = """async () => {
  const stay = (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && /^(https?|file):/.test(link.href)) event.preventDefault();
  };
  addEventListener("click", stay, true);
  addEventListener("submit", (event) => {
    if (/^https?:/.test(event.target.action)) event.preventDefault();
  }, true);
  const kinds = ["pointerenter", "mouseover", "mousedown", "focus", "blur", "animationstart"];
  // The header says nothing that anybody wrote, and its search box loads the index.
  for (const each of document.querySelectorAll("html, :not(header.top, header.top *)")) {
    try {
      for (const kind of kinds) each.dispatchEvent(new Event(kind, {bubbles: true}));
      each.focus?.();
      each.blur?.();
      each.tagName.toLowerCase() === "dialog" ? each.close() : each.click?.();
      if (/^a$/i.test(each.tagName) && !each.click)
        each.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
    } catch {}
  }
  await new Promise((done) => setTimeout(done, 30));
}"""

# Elements and attributes that could act or load, anywhere in the body but for the site's own: the
# switch and the search in the header, the search on its page, what an item's page offers beside the
# text, players of attached files. In the text of an item also everything that its allow-list does
# not name, but for phrases kept whole.
LIVE = """(allowed) => {
  const found = [];
  const acting = "script, iframe, frame, frameset, fencedframe, object, embed, applet, form, meta, base,"
    + "style, link, template, noscript, math, video, audio, source, track, button, select, textarea,"
    + "dialog, marquee, foreignObject, animate, set, use, image, input:not([type=checkbox])";
  const own = "header.top :is(button, form[role=search], form[role=search] > input), .page-head > noscript,"
    + ".page-head + form.ask, .page-head + form.ask :is(#q, button), .narrowing > button,"
    + ".item > .zoomed, .cover.drawn > svg > use[href^='#cover-'],"
    + ".item > .zoomed > .tools > button, .item aside .share button,"
    + ".item aside .cite button, .film > video, .film > video > source:first-child, .sound > audio";
  for (const each of document.body.querySelectorAll("*")) {
    const tag = each.tagName.toLowerCase();
    if (each.matches(acting) && !each.matches(own)) found.push(tag);
    if (each.shadowRoot) found.push(`${tag} shadow`);
    const ofText = each.closest(".prose") && !each.matches(".prose, :is(h2, h3, h4, h5, h6) span.nb");
    if (ofText && !allowed.includes(tag)) found.push(tag);
    for (const {name, value} of each.attributes) {
      if (/^on|^style$|^srcdoc$|^srcset$|^formaction$|^action$|^ping$|^background$|^name$|:href$/.test(name) && !each.matches("form.ask > div > #q"))
        found.push(`${tag}[${name}]`);
      if (/^(href|src|data|poster|cite)$/.test(name)) {
        const url = new URL(value, location.href);
        if (!/^https?:$/.test(url.protocol)) found.push(`${tag}[${name}=${url.protocol}]`);
        if (name !== "href" && url.host !== location.host) found.push(`${tag}[${name}=${url.host}]`);
        if (url.username || url.password) found.push(`${tag}[${name}=@]`);
      }
    }
  }
  // An item has as many tags as it has; of all else one more would show.
  const head = [...document.head.children].filter((each) => !each.matches("[property='article:tag']"))
    .map((each) => `${each.tagName} ${each.getAttributeNames().join(" ")} ${each.httpEquiv ?? ""}`);
  return [found, head.join("\\n")];
}"""

# Whether the text of an item is what this HTML makes, element by element.
SAME = """(html) => {
  const expected = document.implementation.createHTMLDocument("").createElement("div");
  expected.innerHTML = html;
  const clean = (node) => node.innerHTML.replace(/<span class="nb">(.*?)<\\/span>/g, "$1").replace(/>\\s+</g, "><").trim();
  return clean(expected) === clean(document.querySelector(".prose"));
}"""


@dataclass
class Outcome:
    """What was seen of the pages: each a list of an address and what was there."""

    executed: list[tuple[str, str]] = field(default_factory=list)
    off_site: list[tuple[str, str]] = field(default_factory=list)
    live: list[tuple[str, str]] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)  # could not be looked at to the end

    def __str__(self) -> str:
        counts = (len({address for address, _ in seen}) for seen in self.lists)
        return "executed {}, off-site {}, live {}, left {}".format(*counts)

    @property
    def lists(self) -> tuple[list[tuple[str, str]], ...]:
        return self.executed, self.off_site, self.live, self.left

    def of(self, addresses: Iterable[str]) -> "Outcome":
        """What was seen at these addresses."""
        kept = frozenset(addresses)
        return Outcome(*([each for each in seen if each[0] in kept] for seen in self.lists))

    def __add__(self, other: "Outcome") -> "Outcome":
        return Outcome(*(mine + its for mine, its in zip(self.lists, other.lists, strict=True)))

    @property
    def addresses(self) -> set[str]:
        return {address for seen in self.lists for address, _ in seen}


@dataclass(frozen=True)
class Tour:
    """What to look at. Where the site is `guarded`, a page whose head has other elements than that of
    `plain` counts as alive. `expected` are texts in HTML, by their pages.
    """

    plain: str
    addresses: Sequence[str]
    guarded: bool
    others: Sequence[str] = ()
    expected: Mapping[str, str] = field(default_factory=dict)


def see(files: Mapping[str, bytes], tour: Tour) -> tuple[Outcome, list[str]]:
    """What came of the pages of a site, and which of the expected texts are otherwise than expected."""
    return asyncio.run(_see(files, tour))


async def _see(files: Mapping[str, bytes], tour: Tour) -> tuple[Outcome, list[str]]:
    outcome = Outcome()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=executable(), args=["--no-sandbox"]
        )
        async with _visitor(browser, files, outcome) as first:
            head = await first.see(tour.plain)
            changed = [
                address
                for address, html in tour.expected.items()
                if not await first.holds(address, html)
            ]
        waiting = [
            *((each, head) for each in tour.addresses),
            *((each, None) for each in tour.others),
        ]
        waiting.reverse()

        async def lane() -> None:
            async with _visitor(browser, files, outcome) as visitor:
                while waiting:
                    address, expected = waiting.pop()
                    await visitor.see(address, head=expected)

        await asyncio.gather(*(lane() for _ in range(2 * (os.cpu_count() or 1))))
        await browser.close()
    return outcome, changed


@asynccontextmanager
async def _visitor(
    browser: Browser, files: Mapping[str, bytes], outcome: Outcome
) -> "AsyncIterator[Visitor]":
    with internet(files) as world:
        visitor = Visitor(browser, world, outcome)
        await visitor.begin()
        yield visitor
        await visitor.end()


class Visitor:
    """A browser that sees one site; every other address that it asks for is noted."""

    def __init__(self, browser: Browser, world: Internet, outcome: Outcome) -> None:
        self._outcome = outcome
        self._here = ""
        self._browser = browser
        self._proxy = ProxySettings(server=f"http://127.0.0.1:{world.port}")
        self._context: BrowserContext
        self._page: Page
        world.elsewhere = self._left

    async def begin(self) -> None:
        self._context = await self._browser.new_context(proxy=self._proxy)
        self._context.set_default_timeout(8_000)
        await self._context.expose_binding("__pwned", self._called)
        self._page = await self._context.new_page()
        self._page.on("dialog", self._asked_to_speak)

    async def end(self) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                await self._context.close()

    async def see(self, address: str, head: str | None = None) -> str:
        """Opens a page and pokes at it. Returns its head, by its elements."""
        self._here = address
        try:
            async with asyncio.timeout(_PATIENCE):
                return await self._look(address, head)
        except Exception as fault:  # of a page that fights back
            self._outcome.left.append((address, f"{fault!r}"[:200]))
            await self.end()
            await self.begin()
            return ""

    async def _look(self, address: str, head: str | None) -> str:
        await self._page.goto(f"{ORIGIN}/{address}", wait_until="load")
        if address.startswith("search/?"):
            await self._page.wait_for_selector(".results > li")
        live, found = await self._page.evaluate(LIVE, sorted(TAGS))
        self._outcome.live += [(address, each) for each in live]
        if head is not None and found != head:
            self._outcome.live.append((address, f"head {found}"))
        await self._page.evaluate(POKE)
        for other in self._context.pages:
            if other is not self._page:
                await other.close()
        return str(found)

    async def holds(self, address: str, html: str) -> bool:
        """Whether the browser has the text of an item as expected, once read and written."""
        await self._page.goto(f"{ORIGIN}/{address}")
        return bool(await self._page.evaluate(SAME, html))

    def _called(self, _source: object, number: object = None) -> None:
        self._outcome.executed.append((self._here, str(number)))

    async def _asked_to_speak(self, dialog: Dialog) -> None:
        self._outcome.executed.append((self._here, dialog.message))
        await dialog.dismiss()

    def _left(self, address: str) -> None:
        if not _OF_THE_BROWSER.match(address):
            self._outcome.off_site.append((self._here, address))
