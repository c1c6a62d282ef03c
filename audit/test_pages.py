"""Pages before the tools of others: the Nu HTML checker, Lighthouse on a phone, schema.org's types.

The site is that of this repository with its samples taken for real items, since an archive of samples
asks search engines to stay away. The tools come into `.tools/` by `scripts/audit-tools`.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image
from tests.site.sites import REPOSITORY, Site, build, longest_of_each_kind
from tests.site.test_browser import BROWSERS, Handler

MODULES = REPOSITORY / ".tools/node_modules"
PORT = 8973  # part of the address that the pages name
SCORES = {"performance": 0.98, "accessibility": 1, "best-practices": 1, "seo": 1}
SHIFT = 0.005


class Gzip(Handler):
    """Sends text packed, as every host does."""

    def do_GET(self) -> None:  # noqa: N802  # the name that http.server calls
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file() or file.suffix not in {
            ".html",
            ".css",
            ".js",
            ".svg",
            ".json",
            ".xml",
        }:
            return super().do_GET()
        body = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


class Audited(NamedTuple):
    """A site at an address of its own, and a page of each kind."""

    address: str
    site: Site
    pages: list[str]


@pytest.fixture(scope="module", autouse=True)
def tools() -> None:
    """Fetches the tools; where that cannot be, nothing is audited: a fault, in one line."""
    run = subprocess.run(
        ["bash", "scripts/audit-tools"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    if run.returncode:
        reason = (run.stderr.strip().splitlines() or ["scripts/audit-tools"])[-1]
        pytest.fail(reason)


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audited]:
    root = tmp_path_factory.mktemp("audited")
    archive = root / "archive"
    shutil.copytree(REPOSITORY / "content", archive / "content")
    for name in ("categories.yml", "targets.yml", "mkdocs.yml"):
        shutil.copyfile(REPOSITORY / name, archive / name)
    for file in archive.glob("content/items/**/*.md"):
        file.write_text(file.read_text("utf-8").replace("\nsample: true\n", "\n"), "utf-8")
    targets = (archive / "targets.yml").read_text("utf-8")
    (archive / "targets.yml").write_text(re.sub(r"(?m)^as_of:.*\n", "", targets), "utf-8")
    address = f"http://127.0.0.1:{PORT}/"
    site = build(archive, root / "site", as_of=date(2021, 7, 12), KHLANG_SITE_URL=address)
    server = ThreadingHTTPServer(("127.0.0.1", PORT), partial(Gzip, directory=str(site.root)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Audited(address, site, sorted(longest_of_each_kind(site).values()))
    server.shutdown()
    thread.join()
    server.server_close()


def test_nu_finds_no_error(audited: Audited) -> None:
    """Every page of the site, not one of each kind alone."""
    run = subprocess.run(
        ["java", "-jar", MODULES / "vnu-jar/build/dist/vnu.jar", "--skip-non-html", "--exit-zero-always",
         "--format", "json", "--stdout", audited.site.root],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    messages = json.loads(run.stdout)["messages"]
    faults = [
        f"{each['url'].rpartition(str(audited.site.root))[2]}: {each['message']}"
        for each in messages
        if each["type"] == "error"
    ]
    assert faults == []


def test_schema_org_knows_every_property(audited: Audited, tmp_path: Path) -> None:
    """All JSON-LD of all pages as values of schema.org's types, by the TypeScript compiler: a property
    that a type does not have, or a value of another kind, is an error.
    """
    lines = ['import type { WithContext, Article, BreadcrumbList, WebSite } from "schema-dts";']
    count = 0
    for page in audited.site.pages.values():
        for script in page.all("script", type="application/ld+json"):
            data = json.loads("".join(script.texts()))
            count += 1
            lines.append(f"const a{count}: WithContext<{data['@type']}> = {json.dumps(data)};")
    lines.append("export {};")
    (tmp_path / "data.ts").write_text("\n".join(lines), "utf-8")
    (tmp_path / "node_modules").symlink_to(MODULES)
    run = subprocess.run(
        [MODULES / ".bin/tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "esnext",
         "--moduleResolution", "bundler", "--target", "esnext", "data.ts"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert count > 100
    assert run.returncode == 0, run.stdout[:3000]


# Reads pages as search engines and messengers do, and tells what it finds in one line of JSON.
READ = """
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
const modules = process.argv[2];
const require = createRequire(`${modules}/x.js`);
const Extractor = require("@marbec/web-auto-extractor").default;
const openGraph = require("open-graph-scraper");
const file = `${modules}/@adobe/structured-data-validator/src/index.js`;
const Validator = (await import(pathToFileURL(file))).default;
const found = {};
for (const path of process.argv.slice(3)) {
  const html = readFileSync(path, "utf8");
  const data = new Extractor({ addLocation: true, embedSource: ["rdfa", "microdata"] }).parse(html);
  const issues = await new Validator().validate(data);
  const { result } = await openGraph({ html });
  found[path] = {
    types: Object.keys(data.jsonld ?? {}),
    errors: issues.filter((each) => each.severity === "ERROR").map((each) => each.issueMessage),
    title: result.ogTitle, url: result.ogUrl, image: result.ogImage?.[0], card: result.twitterCard,
  };
}
console.log(JSON.stringify(found));
"""


def test_search_engines_and_messengers_read_every_page(audited: Audited, tmp_path: Path) -> None:
    """Adobe's validator of structured data finds no error by Google's rules for rich results;
    open-graph-scraper sees on each page its title, its address, and a picture that Pillow opens.
    """
    script = tmp_path / "read.mjs"
    script.write_text(READ, "utf-8")
    pages = {
        path: page
        for path, page in audited.site.pages.items()
        if page.all("meta", property="og:title")
    }
    run = subprocess.run(
        ["node", script, MODULES, *(audited.site.root / path for path in pages)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    seen = json.loads(run.stdout)
    types = set()
    for path, page in pages.items():
        found = seen[str(audited.site.root / path)]
        assert found["errors"] == [], path
        assert found["url"] == audited.address + path.removesuffix("index.html")
        assert found["card"] == "summary_large_image"
        assert found["title"] in page.one("title").text or path == "index.html"
        file = audited.site.root / found["image"]["url"].removeprefix(audited.address)
        with Image.open(file) as picture:
            picture.load()
            assert picture.size == (1200, 630)
            assert picture.get_format_mimetype() == found["image"]["type"]
        types.update(found["types"])
    assert types == {"Article", "BreadcrumbList", "WebSite"}


def kinds_for_lighthouse(audited: Audited) -> list[str]:
    """The longest page of each kind that is to be found; each run takes some ten seconds."""
    hidden = '<meta name="robots" content="noindex">'
    return [path for path in audited.pages if hidden not in audited.site.html(path)]


def test_lighthouse_on_a_phone(audited: Audited, tmp_path: Path) -> None:
    """Accessibility, best practices and SEO in full; performance at least .98 (the better of two runs,
    since a busy machine measures itself); nothing moves.
    """
    found: dict[str, Any] = {}
    for path in kinds_for_lighthouse(audited):
        best = dict.fromkeys(SCORES, 0.0)
        for _ in range(2):
            report = _lighthouse(audited.address + path.removesuffix("index.html"), tmp_path)
            scores = {name: report["categories"][name]["score"] or 0 for name in SCORES}
            best = {name: max(best[name], scores[name]) for name in SCORES}
            failed = sorted(
                audit["id"]
                for name in SCORES
                if name != "performance"
                for ref in report["categories"][name]["auditRefs"]
                for audit in [report["audits"][ref["id"]]]
                if ref["weight"] and audit["score"] is not None and audit["score"] < 1
            )
            if best["performance"] >= SCORES["performance"]:
                break
        shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
        print(path, best, f"shift {shift:.4f}")  # noqa: T201  # the figures of the report
        if any(best[name] < SCORES[name] for name in SCORES) or shift > SHIFT:
            found[path] = (best, shift, failed)
    assert found == {}


def _lighthouse(address: str, folder: Path) -> Any:
    chrome = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert chrome, "Lighthouse needs a browser: apt install chromium"
    subprocess.run(
        [MODULES / ".bin/lighthouse", address, "--quiet", "--output=json", f"--output-path={folder}/report.json",
         "--only-categories=" + ",".join(SCORES), "--chrome-flags=--headless=new --no-sandbox"],
        env={**os.environ, "CHROME_PATH": chrome}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads((folder / "report.json").read_bytes())
