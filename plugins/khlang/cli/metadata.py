"""The table of all items' metadata: `khlang export items`, `khlang import --metadata`."""

import sys
from pathlib import Path

import click


def export(root: Path, out: Path) -> None:
    """Writes the table to a file that is not there yet."""
    from khlang.cli.data import read_data
    from khlang.importers.metadata import table

    corpus, reading = read_data(root)
    try:
        with out.open("xb") as stream:
            stream.write(table(root, corpus))
    except FileExistsError as fault:
        raise click.UsageError(f"มี {out} อยู่แล้ว ระบุชื่ออื่นด้วย --out") from fault
    except OSError as fault:
        raise click.ClickException(f"เขียนไฟล์ไม่ได้ ({fault.strerror or fault})") from fault
    unread = len(reading.found.items) - len(corpus.items)
    if unread:
        click.echo(f"อ่านส่วนหัวไม่ได้ {unread} เรื่อง จึงไม่อยู่ในตาราง (ดูด้วย khlang check)", err=True)
    click.echo(
        f"เขียนแล้ว: {out} ({len(corpus.items)} เรื่อง) มีช่องภายใน เช่น รหัสผู้จัดทำ อย่าเผยแพร่"
        f"\nแก้ใน Excel แล้วบันทึกเป็น CSV UTF-8 จากนั้นสั่ง khlang import --metadata {out} เพื่อดูส่วนต่าง"
    )


def take_in(root: Path, file: Path, *, writes: bool) -> None:
    """Shows what a table changes; writes all of it or nothing."""
    from khlang.app.clock import today
    from khlang.cli.data import read_data
    from khlang.contribute.review import record
    from khlang.importers.metadata import NotATableError, changes

    corpus, reading = read_data(root)
    try:
        day = corpus.targets.as_of or today()
        found = list(changes(root, corpus, reading.vocabularies, file.read_bytes(), day))
    except NotATableError as fault:
        raise click.ClickException(f"{file}: {fault}") from fault
    except OSError as fault:
        raise click.ClickException(f"{file}: เปิดไฟล์ไม่ได้ ({fault.strerror or fault})") from fault
    for each in found:
        told = [*each.lines, *(f"ไม่ได้: {fault}" for fault in each.faults)]
        click.echo("\n   ".join((f"{each.id} {each.title}".strip(), *told)))
    edits = [each.edit for each in found if each.edit is not None]
    if any(each.faults for each in found):
        click.echo("\nยังไม่ได้เขียนเรื่องใด แก้แถวที่แจ้งว่า ไม่ได้ ก่อน")
        sys.exit(1)
    if not edits:
        click.echo("ไม่มีอะไรเปลี่ยน")
    elif not writes:
        click.echo(f"\nจะเปลี่ยน {len(edits)} เรื่อง ยังไม่ได้เขียน ถ้าถูกต้อง สั่งอีกครั้งพร้อม --write")
    else:
        try:
            record(root, edits)
        except OSError as fault:
            raise click.ClickException(f"เขียนไฟล์ไม่ได้ ({fault.strerror or fault})") from fault
        click.echo(f"\nเปลี่ยนแล้ว {len(edits)} เรื่อง ตรวจด้วย khlang check")
        if any(
            "(unit)" in line or "(fiscal_year)" in line for each in found for line in each.lines
        ):
            click.echo("เรื่องที่เปลี่ยนหน่วยงานหรือปี ย้ายโฟลเดอร์ด้วย khlang fix --write")
