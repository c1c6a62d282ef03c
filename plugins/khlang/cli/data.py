"""Reads a repository for commands that need its own words: units, categories, items."""

from pathlib import Path

import click

from khlang.model.corpus import Corpus
from khlang.model.diagnostic import Severity
from khlang.source.items import ITEMS
from khlang.source.repository import Reading, read


def read_data(root: Path) -> tuple[Corpus, Reading]:
    """The corpus and its reading. Ends the command where a data file has an error: a word that
    could not be read would be missing from what is written. Faults of items do not matter here.
    """
    reading = read(root)
    broken = sorted(
        {
            each.place.path
            for each in reading.diagnostics
            if each.severity is Severity.ERROR and not each.place.path.startswith(f"{ITEMS}/")
        }
    )
    corpus, _ = reading.corpus(reading.items(root))
    if corpus is None or broken:
        files = ", ".join(broken)
        raise click.ClickException(f"แก้ข้อผิดพลาดใน {files} ก่อน (ดูรายละเอียดด้วย khlang check)")
    return corpus, reading
