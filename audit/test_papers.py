"""Papers as other programs see them: the browser's PDF word by word, and LibreOffice."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from tests.archive import AS_OF
from tests.site.sites import REPOSITORY
from tests.site.test_browser import BROWSERS

from khlang.app import open_workspace
from khlang.export.paper import Paper
from khlang.export.papers import PAPERS
from khlang.export.writers import WRITERS
from khlang.thai.text import fold


@pytest.fixture(scope="module")
def papers() -> dict[str, Paper]:
    archive = open_workspace(REPOSITORY, today=AS_OF).archive
    assert archive is not None
    return {
        name: kind.build(archive.corpus, archive.progress, 2564) for name, kind in PAPERS.items()
    }


def words(paper: Paper) -> set[str]:
    """Every run of Thai letters in the paper."""
    texts = [*paper.title, *paper.head, *paper.notes, *paper.signature]
    texts += [each.name for each in paper.columns]
    texts += [cell for row in paper.rows for cell in row.cells if isinstance(cell, str)]
    return {word for text in texts for word in re.findall("[ก-ฺเ-๎]+", fold(text))}


def text_of(pdf: Path) -> str:
    """The words of a PDF in the order they are drawn, without the ends of lines."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.fail("pdftotext is missing: apt-get install poppler-utils")
    read = subprocess.run([program, "-raw", pdf, "-"], capture_output=True, check=True)
    return re.sub(r"\s+", "", fold(read.stdout.decode()))


def test_every_thai_word_of_a_printed_paper_is_found(
    papers: dict[str, Paper], tmp_path: Path
) -> None:
    """What the browser's print saves can be searched and copied."""
    browser = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = opened.new_page()
        for name, paper in papers.items():
            file = tmp_path / f"{name}.html"
            file.write_bytes(WRITERS["html"](paper))
            page.goto(file.as_uri())
            page.pdf(path=tmp_path / f"{name}.pdf", prefer_css_page_size=True)
            found = text_of(tmp_path / f"{name}.pdf")
            assert {word for word in words(paper) if word not in found} == set(), name
        opened.close()


def test_libreoffice_opens_every_workbook(papers: dict[str, Paper], tmp_path: Path) -> None:
    """It prints each on A4 across, with Thai digits and every word."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("LibreOffice is missing: apt-get install libreoffice-calc")
    for name, paper in papers.items():
        (tmp_path / f"{name}.xlsx").write_bytes(WRITERS["xlsx"](paper))
    files = sorted(tmp_path.glob("*.xlsx"))
    command = [program, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    for name, paper in papers.items():
        found = text_of(tmp_path / f"{name}.pdf")
        assert {word for word in words(paper) if word not in found} == set(), name
        assert re.search("[๐-๙]", found), name
