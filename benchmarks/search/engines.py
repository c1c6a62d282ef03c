"""Three searches, each asked in the browser by the function that its own page uses."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from benchmarks.search import archives
from benchmarks.search.archives import Text

Build = Callable[[Path, Sequence[Text]], Path]


@dataclass(frozen=True, slots=True)
class Engine:
    """`build` makes the site below a folder and returns it. On the page at `start` the script `ready`
    runs once; `ask` is a function from a query to addresses of ten results, with what a list shows.
    """

    name: str
    build: Build
    start: str
    ready: str
    ask: str
    index: str


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # our own


def _khlang(folder: Path, texts: Sequence[Text]) -> Path:
    archives.khlang(folder, texts)
    _run(folder, str(Path(sys.executable).with_name("khlang")), "build")
    return folder / "site_build"


def _material(folder: Path, texts: Sequence[Text]) -> Path:
    archives.material(folder, texts)
    _run(folder, sys.executable, "-m", "mkdocs", "build", "--quiet")
    return folder / "site"


def _pagefind(folder: Path, texts: Sequence[Text]) -> Path:
    archives.pages(folder / "site", texts)
    _run(folder, sys.executable, "-m", "pagefind", "--site", "site")
    return folder / "site"


KHLANG = Engine(
    "khlang",
    _khlang,
    "search/",
    "() => {}",
    "async query => (await khlang.search(query, {limit: 10})).hits.map(hit => hit.url)",
    "search",
)
MATERIAL = Engine(
    "material",
    _material,
    "",
    """async () => {
      const config = JSON.parse(document.querySelector("#__config").textContent);
      const base = new URL(config.base, location.href);
      const worker = new Worker(new URL(config.search, base));
      const next = type => new Promise(done => worker.addEventListener("message", function heard({ data }) {
        if (data.type !== type) return;
        worker.removeEventListener("message", heard);
        done(data.data);
      }));
      const index = await (await fetch(new URL("search/search_index.json", base))).json();
      const set = next(1);
      worker.postMessage({ type: 0, data: { config: index.config, docs: index.docs, options: { suggest: false } } });
      await set;
      window.asked = async query => {
        const found = next(3);
        worker.postMessage({ type: 2, data: query });
        const { items } = await found;
        return items.slice(0, 10).map(item => new URL([item].flat()[0].location, base).href);
      };
    }""",
    "query => asked(query)",
    "search",
)
PAGEFIND = Engine(
    "pagefind",
    _pagefind,
    "",
    """async () => {
      const pagefind = await import(new URL("pagefind/pagefind.js", location.href));
      await pagefind.init();
      window.asked = async query => {
        const { results } = await pagefind.search(query);
        return (await Promise.all(results.slice(0, 10).map(each => each.data()))).map(each => new URL(each.url, location.href).href);
      };
    }""",
    "query => asked(query)",
    "pagefind",
)


def engines() -> list[Engine]:
    """Those that can be measured here."""
    return [KHLANG, MATERIAL, *([PAGEFIND] if find_spec("pagefind_bin") else [])]
