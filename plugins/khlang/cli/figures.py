"""`khlang report`: the figures of a year at any date, and what changed since a revision."""

import datetime
from pathlib import Path

import click

from khlang.cli.options import as_of_option, root_option


@click.command("report")
@as_of_option
@click.option("--year", type=int, help="ปีงบประมาณ พ.ศ. (ถ้าไม่ระบุ ใช้ปีของวันที่นั้น)")
@click.option(
    "--since",
    metavar="REVISION",
    help="เทียบกับ REVISION ของ Git (เช่น main หรือ HEAD^1) ณ วันเดียวกัน: ก่อนและหลังรายหน่วยงาน "
    "หัวข้อที่เพิ่งมีเรื่อง และเรื่องที่เพิ่งส่งช้า",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    help="รูปแบบผลลัพธ์: ข้อความ, JSON หรือ Markdown สำหรับสรุปงานของ CI",
)
@root_option
def command(
    as_of: datetime.date | None, year: int | None, since: str | None, format_: str, root: Path
) -> None:
    """รายงานความก้าวหน้า ณ วันใดก็ได้ จากประวัติของแต่ละเรื่อง"""
    from khlang.app.clock import today
    from khlang.cli.data import read_data
    from khlang.cli.revision import corpus_at
    from khlang.export import report
    from khlang.progress import measure
    from khlang.progress.change import compare
    from khlang.views.report import build

    corpus, _ = read_data(root)
    day = as_of or corpus.targets.as_of or today()
    progress = measure(corpus, day)
    wanted = progress.current if year is None else year
    figures = progress.years.get(wanted)
    if figures is None:
        known = ", ".join(map(str, progress.years))
        raise click.ClickException(
            f"ปีงบประมาณ {wanted} ยังไม่มีเป้าหมายใน targets.yml (มี {known}) เลือกปีด้วย --year"
        )
    change = None
    if since is not None:
        then = corpus_at(root, since)
        before = (then, measure(then, day)) if then is not None else None
        change = compare(before, (corpus, progress), wanted)
    if format_ == "json":
        click.echo(report.as_json(figures, change, since or ""), nl=False)
        return
    view = build(corpus, figures, change, since or "")
    printed = report.as_markdown(view) if format_ == "markdown" else report.as_text(view)
    click.echo(printed, nl=False)
