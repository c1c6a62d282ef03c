"""`khlang import`: files from outside become items, and what came in and what did not is told."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khlang.cli.options import root_option

if TYPE_CHECKING:
    from khlang.importers.batch import Result
    from khlang.source.vocabulary import Vocabulary

_MOST_SKIPPED = 5


@click.command("import")
@click.argument("files", nargs=-1, metavar="[FILE|FOLDER|ZIP]...", type=click.Path(path_type=Path))
@click.option("--unit", help="หน่วยงานของทุกไฟล์: รหัสหรือชื่อไทย (ถ้าไม่ระบุ ดูจากชื่อโฟลเดอร์)")
@click.option("--category", help="หมวดหมู่ของทุกไฟล์: รหัสหรือชื่อไทย (เลือกภายหลังได้)")
@click.option(
    "--year", type=click.IntRange(2400, 2699), help="ปีงบประมาณ พ.ศ. (ถ้าไม่ระบุ ใช้ปีงบประมาณของวันนี้)"
)
@click.option(
    "--metadata",
    "table",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="ตารางจาก khlang export items ที่แก้แล้ว: แสดงส่วนต่าง",
)
@click.option("--write", "writes", is_flag=True, help="ใช้กับ --metadata: เขียนส่วนต่างลงไฟล์")
@click.option("--dry-run", is_flag=True, help="บอกว่าจะนำเข้าอะไร โดยไม่เขียนไฟล์")
@root_option
def command(
    files: tuple[Path, ...],
    unit: str | None,
    category: str | None,
    year: int | None,
    table: Path | None,
    writes: bool,
    dry_run: bool,
    root: Path,
) -> None:
    """นำไฟล์ โฟลเดอร์ หรือ zip เข้าคลัง: Word, PowerPoint, PDF, ภาพ, ลิงก์ และ zip ของแบบฟอร์มบนเว็บ

    Word และ PowerPoint กลายเป็นเนื้อเรื่องพร้อมภาพ ไฟล์อื่นแนบไว้โดยรอเขียนสรุป ไฟล์ต้นฉบับอยู่ข้างเรื่องเสมอ
    ไม่เขียนทับไฟล์ที่มีอยู่ ไฟล์เดิมส่งซ้ำได้ รหัสออก 1 เมื่อมีไฟล์ที่ไม่ได้นำเข้า
    """
    from khlang.app.clock import today
    from khlang.cli import metadata
    from khlang.cli.data import read_data
    from khlang.cli.words import slug_of
    from khlang.contribute.template import taken_ids
    from khlang.files.intake import Intake
    from khlang.importers import batch, sources
    from khlang.importers.documents import Desk
    from khlang.thai.dates import fiscal_year

    if table is not None:
        if files:
            raise click.UsageError("--metadata ใช้กับไฟล์ตารางไฟล์เดียว")
        metadata.take_in(root, table, writes=writes and not dry_run)
        return
    if writes:
        raise click.UsageError("--write ใช้คู่กับ --metadata")
    if not files:
        raise click.UsageError("ระบุไฟล์ โฟลเดอร์ หรือ zip ที่จะนำเข้า")
    for each in files:
        if not each.exists():
            raise click.UsageError(f"ไม่พบ {each}")
    corpus, reading = read_data(root)
    words = reading.vocabularies
    desk = Desk(
        intake=Intake(),
        vocabularies=words,
        year=year or fiscal_year(today()),
        unit=slug_of(words["units"], unit) if unit else _asked_unit(files, words["units"]),
        category=slug_of(words["categories"], category) if category else None,
        taken=set(taken_ids(root, corpus)),
    )
    former = frozenset(alias for item in corpus.items for alias in item.front.aliases)
    archive = batch.Archive(root, reading.found, former, words)
    incoming = sources.expand(files, desk.intake, root)
    try:
        complete = _take_in(batch.outcomes(incoming, desk, archive), root, dry_run=dry_run)
    finally:
        desk.intake.close()
    if not complete:
        sys.exit(1)


def _asked_unit(files: tuple[Path, ...], units: "Vocabulary") -> str | None:
    """The unit of single files, where somebody is there to say it; folders may say it themselves."""
    from khlang.cli.words import ask_word

    single = all(each.is_file() and each.suffix.lower() != ".zip" for each in files)
    return ask_word(units, "หน่วยงาน") if single and sys.stdin.isatty() else None


def _take_in(results: "Iterator[Result]", root: Path, *, dry_run: bool) -> bool:
    """Tells what becomes of each file and writes what is new. Whether everything came in."""
    from khlang.importers.batch import REFUSED, write
    from khlang.importers.sources import Skipped

    written: list[Path] = []
    skipped: list[str] = []
    counts: dict[str, int] = {}
    for each in results:
        if isinstance(each, Skipped):
            skipped.append(each.name)
            continue
        verdict = "จะนำเข้า" if dry_run and each.files else each.verdict
        click.echo("\n   ".join((f"{verdict} {each.name}", *each.lines)))
        counts[verdict] = counts.get(verdict, 0) + 1
        if each.files and not dry_run:
            try:
                write(root, each.files)
            except OSError as fault:
                click.echo(f"   เขียนไฟล์ไม่ได้ ({fault.strerror or fault}) เรื่องนี้ยังไม่ได้นำเข้า")
                counts[verdict] -= 1
                counts[REFUSED] = counts.get(REFUSED, 0) + 1
                continue
            written.append(root / list(each.files)[-1])
    if skipped:
        more = f" และอีก {len(skipped) - _MOST_SKIPPED}" if len(skipped) > _MOST_SKIPPED else ""
        click.echo(f"ข้ามไฟล์ของระบบ {len(skipped)}: {', '.join(skipped[:_MOST_SKIPPED])}{more}")
    click.echo(
        "\nรวม " + (" · ".join(f"{name} {count}" for name, count in counts.items()) or "ไม่มีไฟล์")
    )
    if dry_run and counts:
        click.echo("ยังไม่ได้เขียนอะไร สั่งอีกครั้งโดยไม่ใส่ --dry-run เพื่อนำเข้าจริง")
    if written:
        _check(root, written)
    return REFUSED not in counts


def _check(root: Path, written: list[Path]) -> None:
    from khlang.app import open_workspace
    from khlang.app.clock import today
    from khlang.cli import report

    workspace = open_workspace(root, today=today())
    places = [path.parent if path.name == "index.md" else path for path in written]
    shown = report.select(workspace, places)
    click.echo(f"\nผลการตรวจ\n{report.as_text(workspace, shown)}", nl=False)
