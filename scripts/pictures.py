"""Every picture of README, docs and guide, taken anew: `make pictures`, after the look has changed.

The pages are those of this repository's samples, whose day stands still, so that a picture differs
only where a page does. To add one: a function below with the name of its file.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
POSTER = "items/ban-pho-qae4c/"
FILM = "items/bang-pakong-u6bss/"
_FETCH_FONTS = "Promise.all([...document.fonts].map((each) => each.load().catch(() => null)))"
_SAME_LETTERS = "crypto.getRandomValues = (array) => array.fill(7)"  # of an id that the form draws


@dataclass(frozen=True)
class Taken:
    """Where pictures are taken: a browser before the site and the edition for the office."""

    browser: Browser
    folder: Path
    address: str

    def page(
        self,
        width: int,
        height: int,
        url: str,
        *,
        edition: str = "site",
        dark: bool = False,
        sharp: float = 1,
    ) -> Page:
        page = self.browser.new_page(
            viewport={"width": width, "height": height},
            device_scale_factor=sharp,
            color_scheme="dark" if dark else "light",
        )
        page.add_init_script(_SAME_LETTERS)
        page.goto(f"{self.address}/{edition}/{url}")
        page.evaluate(_FETCH_FONTS)
        page.reload()  # the typeface comes with the second visit
        page.evaluate("document.fonts.ready.then(() => true)")
        page.wait_for_load_state("networkidle")
        return page


def _small(picture: bytes | Image.Image, width: int) -> Image.Image:
    image = picture if isinstance(picture, Image.Image) else Image.open(BytesIO(picture))
    height = round(image.height * width / image.width)
    return image.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)


def desktop(url: str, height: int, taken: Taken) -> Image.Image:
    return _small(taken.page(1280, height, url).screenshot(), 900)


def telephone(url: str, taken: Taken, *, dark: bool = False, forced: bool = False) -> Image.Image:
    page = taken.page(360, 1150, url, dark=dark, sharp=1.5)
    if forced:
        page.emulate_media(forced_colors="active")
    return _small(page.screenshot(), 540)


def zoomed(taken: Taken) -> Image.Image:
    page = taken.page(1280, 800, POSTER)
    page.locator("a.zoom").first.click()
    page.locator("dialog[open] img").evaluate("(image) => image.decode()")
    return _small(page.screenshot(), 900)


def paper(taken: Taken) -> Image.Image:
    """The first sheet, as it is printed."""
    with pypdfium2.PdfDocument(
        taken.page(1280, 800, POSTER).pdf(prefer_css_page_size=True)
    ) as sheets:
        return _small(sheets[0].render(scale=2).to_pil().copy(), 800)


def card(taken: Taken) -> Image.Image:
    """What a messenger shows of the item with the poster."""
    (file,) = (taken.folder / "site" / POSTER).glob("card.*")
    return _small(file.read_bytes(), 900)


def _form(taken: Taken) -> Page:
    page = taken.page(390, 844, "contribute/", sharp=2)
    page.locator("#contribute").wait_for()
    return page


def form_start(taken: Taken) -> bytes:
    return _form(taken).screenshot()


def _filled(taken: Taken, contributor: str, text: str) -> Page:
    page = _form(taken)
    page.fill("#f-title", "ขุดหนองให้เก็บน้ำได้จริงในดินเหนียว")
    page.fill("#f-summary", "วิธีเลือกจุดขุด ความลึก และการทำคันกันซึมที่ใช้ได้จริงในดินเหนียว")
    page.fill("#f-contributor", contributor)
    page.select_option("#f-category", "model-area")
    page.select_option("#f-unit", "ban-pho")
    page.select_option("#f-fiscal_year", "2564")
    page.select_option("#f-origin", "new")
    page.check('[name="formats"][value="infographic"]')
    page.fill("#s-0", text)
    page.click("text=ตรวจและสร้างไฟล์สำหรับส่ง")
    return page


def form_faults(taken: Taken) -> bytes:
    page = _filled(taken, "สมชาย", "ทดสอบดินก่อนขุด สอบถามได้ที่ 081-000-0012")
    return page.locator(".faults:visible").first.screenshot()


def form_result(taken: Taken) -> bytes:
    page = _filled(taken, "ban-pho-03", "ทดสอบดินก่อนขุดทุกครั้ง แล้วขุดทีละชั้น")
    return page.locator(".result:visible").screenshot()


def queue(taken: Taken) -> bytes:
    page = taken.page(820, 900, "review/", edition="internal", sharp=1.5)
    top = page.locator("h1").evaluate("(each) => each.getBoundingClientRect().top") - 20
    bottom = (
        page.locator("table").first.evaluate("(each) => each.getBoundingClientRect().bottom") + 4
    )
    return page.screenshot(
        full_page=True, clip={"x": 0, "y": top, "width": 820, "height": min(bottom - top, 560)}
    )


PICTURES: dict[str, Callable[[Taken], bytes | Image.Image]] = {
    "docs/pictures/home.webp": partial(desktop, "", 1150),
    "docs/pictures/item.webp": partial(desktop, POSTER, 1500),
    "docs/pictures/progress.webp": partial(desktop, "progress/", 1150),
    "docs/pictures/card.webp": card,
    "docs/design-language/home-1280.webp": partial(desktop, "", 1150),
    "docs/design-language/item-1280.webp": partial(desktop, POSTER, 1500),
    "docs/design-language/progress-1280.webp": partial(desktop, "progress/", 1150),
    "docs/design-language/item-360-dark.webp": partial(telephone, POSTER, dark=True),
    "docs/design-language/item-360-forced.webp": partial(telephone, POSTER, forced=True),
    "docs/design-language/film-360.webp": partial(telephone, FILM),
    "docs/design-language/zoom-1280.webp": zoomed,
    "docs/design-language/item-paper.webp": paper,
    "content/guide/form-start.png": form_start,
    "content/guide/form-faults.png": form_faults,
    "content/guide/form-result.png": form_result,
    "content/guide/queue.png": queue,
}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


def _build(site: Path, *more: str) -> None:
    own = {name: value for name, value in os.environ.items() if not name.startswith("KHLANG_")}
    subprocess.run(
        [Path(sys.executable).with_name("khlang"), "build", "--site-dir", site, *more],
        cwd=ROOT, env={**own, "KHLANG_SITE_URL": "https://archive.example/"}, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip


def _write(file: Path, picture: bytes | Image.Image) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(picture, bytes):
        # Few colours: a page has no more, and the file is a third.
        few = Image.open(BytesIO(picture)).convert("RGB").quantize(64, dither=Image.Dither.NONE)
        few.save(file, optimize=True)
    else:
        picture.save(file, "WEBP", quality=80, method=6)
    print(file.relative_to(ROOT), file.stat().st_size)


def main(wanted: list[str]) -> None:
    """All pictures, or those whose names are given."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise SystemExit(
            "ต้องมีเบราว์เซอร์ Chromium | pictures are taken by Chromium: apt-get install chromium"
        )
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        _build(folder / "site")
        _build(folder / "internal", "--internal")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        with _served(folder) as address:
            taken = Taken(browser, folder, address)
            for picture, take in PICTURES.items():
                if not wanted or Path(picture).name in wanted:
                    _write(ROOT / picture, take(taken))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
