"""Opens hostile pages in a real browser, pokes at everything on them, and counts what came of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, sync_playwright

from khlang.body.sanitise import TAGS
from tests.hostile.proxy import HOST, Internet, internet
from tests.site.test_browser import chromium

ORIGIN = f"http://{HOST}"

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
  for (const each of document.querySelectorAll("*")) {
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
    + ".item > .zoomed,"
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
  const head = [...document.head.children].map((each) =>
    `${each.tagName} ${each.getAttributeNames().join(" ")} ${each.httpEquiv ?? ""}`);
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
    """What was seen of the pages: each a list of `page: what`."""

    executed: list[str] = field(default_factory=list)
    off_site: list[str] = field(default_factory=list)
    live: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = (len({each.partition(": ")[0] for each in seen}) for seen in self.lists)
        return "executed {}, off-site {}, live {}".format(*counts)

    @property
    def lists(self) -> tuple[list[str], list[str], list[str]]:
        return self.executed, self.off_site, self.live


@contextmanager
def open_browser() -> Iterator[tuple[Browser, Internet]]:
    """The browser of the machine, and all it can reach."""
    with internet() as world, sync_playwright() as playwright:
        browser = chromium(playwright, proxy=f"http://127.0.0.1:{world.port}")
        yield browser, world
        browser.close()


class Visitor:
    """A browser that sees one site; every other address that it asks for is noted."""

    def __init__(self, browser: Browser, world: Internet, files: Mapping[str, bytes]) -> None:
        self.outcome = Outcome()
        self._here = ""
        world.files = files
        world.elsewhere = self._left
        self._context: BrowserContext = browser.new_context()
        self._context.set_default_timeout(8_000)
        self._context.expose_binding("__pwned", self._called)
        self._page = self._new_page()

    def __enter__(self) -> "Visitor":
        return self

    def __exit__(self, *_: object) -> None:
        self._context.close()

    def see(self, urls: Iterable[str], *, head: str | None = None) -> str:
        """Opens pages and pokes at them. Returns the head of the last one, by its elements.

        With `head` a page whose head has other elements counts as alive.
        """
        found = ""
        for url in urls:
            self._here = url
            try:
                self._page.goto(f"{ORIGIN}/{url}", wait_until="load")
                live, found = self._page.evaluate(LIVE, sorted(TAGS))
                self.outcome.live += [f"{url}: {each}" for each in live]
                if head is not None and found != head:
                    self.outcome.live.append(f"{url}: head {found}")
                self._page.evaluate(POKE)
            except Exception as fault:  # a page that fights back is not a fault of ours
                if head is not None:
                    self.outcome.executed.append(f"{url}: left the page ({fault})"[:200])
                self._page.close()
                self._page = self._new_page()
        return found

    def unchanged(self, expected: Mapping[str, str]) -> list[str]:
        """The addresses whose text the browser has otherwise than expected, once read and written."""
        return [url for url, html in expected.items() if not self._holds(url, html)]

    def _holds(self, url: str, html: str) -> bool:
        self._page.goto(f"{ORIGIN}/{url}")
        return bool(self._page.evaluate(SAME, html))

    def _new_page(self) -> Page:
        page = self._context.new_page()
        page.on("dialog", self._asked_to_speak)
        return page

    def _called(self, _source: object, number: object = None) -> None:
        self.outcome.executed.append(f"{self._here}: {number}")

    def _asked_to_speak(self, dialog: Dialog) -> None:
        self.outcome.executed.append(f"{self._here}: {dialog.message}")
        dialog.dismiss()

    def _left(self, address: str) -> None:
        if not _OF_THE_BROWSER.match(address):
            self.outcome.off_site.append(f"{self._here}: {address}")
