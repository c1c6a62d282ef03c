"""The content security policy: what it says, where it stands, and that every page works under it."""

import hashlib
import re
import subprocess
import sys
import threading
from base64 import b64encode
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from khlang.files.kinds import KINDS
from khlang.site.build import assets
from khlang.site.policy import content_security_policy, header_files, integrity, saved_suffixes
from tests.archive import AS_OF, Archive
from tests.site.sites import Site, build, environment
from tests.site.test_browser import chromium

EXPECTED = {
    "default-src": ["'none'"],
    "script-src": [
        f"'{integrity(output.content)}'" for output in assets() if output.path.endswith(".js")
    ],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "media-src": ["'self'"],
    "connect-src": ["'self'"],
    "frame-src": [
        "https://www.youtube-nocookie.com",
        "https://www.facebook.com",
        "https://drive.google.com",
    ],
    "worker-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
}
LISTEN = """
  window.violations = [];
  addEventListener("securitypolicyviolation", (event) =>
    violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


def directives(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (each.split() for each in policy.split(";"))}


def headers(site: Site) -> dict[str, str]:
    """The headers that `_headers` gives every file."""
    block = re.search(r"^/\*\n((?:  .*\n)+)", site.files["_headers"].decode())
    assert block
    return dict(line.strip().split(": ", 1) for line in block[1].splitlines())


def test_every_page_carries_the_policy_before_anything_else(site: Site) -> None:
    """Right after the charset, before anything that could load or act."""
    for path, page in site.pages.items():
        head = [node for node in page.one("head").children if not isinstance(node, str)]
        assert head[0].attributes == {"charset": "utf-8"}, path
        assert head[1].attributes["http-equiv"] == "Content-Security-Policy", path
        assert directives(head[1].attributes["content"]) == EXPECTED, path


def test_scripts_are_allowed_by_hash_alone() -> None:
    """Neither 'self' nor 'unsafe-inline' nor any host: exactly the contents that are given."""
    scripts = [b"one()", b"two()"]
    hashes = [f"'sha256-{b64encode(hashlib.sha256(each).digest()).decode()}'" for each in scripts]
    assert directives(content_security_policy(scripts)) == {**EXPECTED, "script-src": hashes}


def test_header_files_say_the_same_and_what_only_headers_can(second: Site) -> None:
    found = headers(second)
    policy = directives(found["Content-Security-Policy"])
    assert policy == {**EXPECTED, "frame-ancestors": ["'none'"]}
    assert found["X-Content-Type-Options"] == "nosniff"
    assert set(found) == {
        "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
    }  # fmt: skip
    apache = second.files[".htaccess"].decode()
    for name, value in found.items():
        assert f'Header always set {name} "{value}"' in apache


def test_tables_of_hand_written_pages_are_aligned_without_styles(
    province: Archive, tmp_path: Path
) -> None:
    """Python-Markdown writes a style attribute, which the policy would stop; the page has a class."""
    table = "\n\n| ข้อมูล | จำนวน |\n| --- | ---: |\n| เรื่อง | 4 |\n"
    province.write("content/guide/index.md", province.read("content/guide/index.md") + table)
    page = build(province.root, tmp_path / "site", as_of=AS_OF).page("guide/")
    assert [node for node in page.walk() if {"style", "align"} & set(node.attributes)] == []
    assert [node.text for node in page.with_class("to-right")] == ["จำนวน", "4"]


def test_office_files_are_saved_and_not_shown(second: Site) -> None:
    """Every type that a browser does not show by itself; a new type is saved until we say otherwise."""
    assert {".docx", ".pptx", ".xlsx"} <= set(saved_suffixes()) <= set(KINDS)
    assert not {".png", ".jpg", ".pdf", ".mp4"} & set(saved_suffixes())
    text = second.files["_headers"].decode()
    for suffix in saved_suffixes():
        assert f"/*{suffix}\n  Content-Disposition: attachment\n" in text
    assert "/*.woff2\n  Cache-Control: public, max-age=31536000\n" in text
    shown = re.search(r'<FilesMatch "(.*)">', second.files[".htaccess"].decode())
    assert shown
    for name in ("a.docx", "b c.xlsx", "ก.pptx"):
        assert re.search(shown[1], name)
    assert not re.search(shown[1], "a.docx.png")


def test_no_line_of_a_header_file_is_too_long_for_its_host() -> None:
    """Cloudflare Pages ignores lines of more than 2,000 characters, also with a dozen scripts."""
    policy = content_security_policy([bytes([number]) for number in range(12)])
    for _, content in header_files(policy):
        assert max(map(len, content.decode().splitlines())) < 2000


def test_a_preview_has_no_policy(second: Site, second_root: Path, tmp_path: Path) -> None:
    """`mkdocs serve` reloads pages by a script of its own; but for the policy its pages are the same."""
    program = (
        "from mkdocs.config import load_config; from mkdocs.commands.build import build;"
        "config = load_config('mkdocs.yml', site_dir={!r});"
        "config.plugins.on_startup(command='serve', dirty=False); build(config)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program.format(str(tmp_path / "site"))],
        cwd=second_root,
        env=environment(KHLANG_AS_OF=AS_OF.isoformat()),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    preview = Site(tmp_path / "site")
    meta = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n')
    assert set(preview.files) == set(second.files)
    for path, data in second.files.items():
        assert preview.files[path] == (meta.sub(b"", data) if path.endswith(".html") else data)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def hosted(second: Site, own: Site) -> Iterator[str]:
    """Both sites below one host that sends what `_headers` says."""

    class Handler(SimpleHTTPRequestHandler):
        def end_headers(self) -> None:
            for name, value in headers(second).items():
                self.send_header(name, value)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    folder = second.root.parent / "hosted"
    folder.mkdir()
    (folder / "second").symlink_to(second.root)
    (folder / "own").symlink_to(own.root)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(8_000)
    yield context.new_page()
    context.close()


def one_of_each_kind(site: Site, name: str) -> list[str]:
    """Addresses of pages that differ in what they are made of; none that leads on by itself."""
    kinds: dict[tuple[str, ...], str] = {}
    for path, page in site.pages.items():
        if page.all("meta", **{"http-equiv": "refresh"}):
            continue
        main = page.one("main")
        parts = sorted({node.tag for node in main.walk()})
        kinds.setdefault((path.partition("/")[0], *parts), path)
    return [f"/{name}/{path.removesuffix('index.html')}" for path in kinds.values()]


def test_every_kind_of_page_works_under_the_policy(
    page: Page, hosted: str, second: Site, own: Site
) -> None:
    """No violation, no error, the stylesheet applied: with the policy in the page and in headers."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.add_init_script(LISTEN)
    addresses = [*one_of_each_kind(second, "second"), *one_of_each_kind(own, "own")]
    assert len(addresses) >= 20
    for url in addresses:
        page.goto(hosted + url)
        if "404" not in url:  # its links are those of the root of a host
            assert page.evaluate("document.styleSheets[0].cssRules.length") > 20, url
        assert page.evaluate("violations") == [], url
    assert [text for text in said if "Content Security Policy" in text] == []


def test_a_page_with_the_policy_works_from_a_folder(page: Page, second: Site) -> None:
    """A site that is opened without a web server has its look, too."""
    page.add_init_script(LISTEN)
    page.goto((second.root / "items/kathu-aaaaa/index.html").as_uri())
    assert page.evaluate("document.styleSheets.length") == 1
    page.evaluate("for (const each of document.images) each.loading = 'eager'")
    assert page.evaluate("Promise.all([...document.images].map((each) => each.decode()))")
    assert page.evaluate("violations") == []
