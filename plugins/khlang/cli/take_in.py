"""`khlang import`: takes in the zip that the form on the site makes, and says what came of it."""

import sys
from pathlib import Path

import click

from khlang.app.clock import today
from khlang.cli.options import root_option


@click.command("import")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="ZIP…",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--dry-run", is_flag=True, help="บอกว่าจะนำเข้าอะไร โดยไม่เขียนไฟล์")
@root_option
def command(files: tuple[Path, ...], dry_run: bool, root: Path) -> None:
    """นำเรื่องจากไฟล์ zip ของแบบฟอร์มบนเว็บเข้าคลัง แล้วตรวจ

    ไม่เขียนทับไฟล์ที่มีอยู่ ไฟล์เดิมส่งซ้ำได้ รหัสออก 1 เมื่อมีเรื่องที่ไม่ได้นำเข้า
    """
    from khlang.app import open_workspace
    from khlang.cli import report
    from khlang.cli.data import read_data
    from khlang.importers import parcel
    from khlang.importers.parcel import Verdict
    from khlang.source.items import find

    corpus, reading = read_data(root)
    former = frozenset(alias for item in corpus.items for alias in item.front.aliases)
    written: list[Path] = []
    refused = False
    for file in files:
        try:
            items = parcel.opened(file)
        except parcel.NotAParcelError as fault:
            click.echo(f"ไม่ได้นำเข้า {file}: {fault}")
            refused = True
            continue
        for each in tuple(parcel.judge(root, items, find(root), former, reading.vocabularies)):
            if each.verdict is Verdict.SAME:
                click.echo(f"มีอยู่แล้ว {each.path}")
            elif each.verdict is Verdict.REFUSED:
                click.echo("\n   ".join((f"ไม่ได้นำเข้า {each.id}:", *each.reasons)))
                refused = True
            elif dry_run:
                click.echo(f"จะนำเข้า {each.path} (ไฟล์แนบ {len(each.files) - 1})")
            else:
                parcel.write(root, each)
                written.append(root / each.path)
                click.echo(f"นำเข้าแล้ว {each.path} (ไฟล์แนบ {len(each.files) - 1})")
    if written:
        workspace = open_workspace(root, today=today())
        shown = report.select(
            workspace, [path.parent if path.name == "index.md" else path for path in written]
        )
        click.echo(f"\nผลการตรวจ\n{report.as_text(workspace, shown)}", nl=False)
    if refused:
        sys.exit(1)
