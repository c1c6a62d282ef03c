"""`khlang review`: what waits for a decision, and the decision."""

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from khlang.cli.options import Day, root_option
from khlang.model.history import STATE_NAMES_TH, State
from khlang.privacy import find, masked
from khlang.thai.characters import visible

if TYPE_CHECKING:
    from khlang.contribute.review import Waiting


@click.command("review")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--to", type=click.Choice([each.value for each in State]), help="สถานะใหม่ของทุก ID")
@click.option("--reason", default="", help="เหตุผล (ต้องมีเมื่อส่งคืนหรือถอน)")
@click.option("--date", "day", type=Day(), help="วันที่ลงมติ (ถ้าไม่ระบุ ใช้วันนี้)")
@root_option
def command(
    ids: tuple[str, ...], to: str | None, reason: str, day: datetime.date | None, root: Path
) -> None:
    """แสดงเรื่องที่รอพิจารณา เก่าสุดก่อน หรือบันทึกมติด้วย ID และ --to

    บันทึกเป็นบรรทัดใหม่ใน history ของเรื่อง ข้อความอื่นในไฟล์อยู่ตามเดิม ถ้ามีเรื่องใดเปลี่ยนเป็นสถานะนั้นไม่ได้ จะไม่บันทึกเรื่องใดเลย
    """
    from khlang.app.clock import today
    from khlang.cli.data import read_data
    from khlang.contribute import review
    from khlang.model.diagnostic import Diagnostic

    if bool(ids) != bool(to):
        raise click.UsageError("ระบุ ID และ --to คู่กัน หรือไม่ระบุเลยเพื่อแสดงรายการที่รอ")
    corpus, _ = read_data(root)
    date = day or corpus.targets.as_of or today()
    if to is None:
        click.echo("\n".join(map(_row, review.waiting(corpus, date))) or "ไม่มีเรื่องที่รอพิจารณา")
        return
    state, faults, edits = State(to), [], []
    if any(find(reason, corpus.targets.privacy)):
        faults.append("เหตุผลมีข้อมูลส่วนบุคคล เขียนใหม่โดยไม่ระบุหมายเลขหรือที่อยู่ของผู้ใด")
    for id in dict.fromkeys(ids):
        item = corpus.item_by_id.get(id)
        if item is None:
            faults.append(f"{id}: ไม่มีเรื่องรหัสนี้ หรือส่วนหัวอ่านไม่ได้ (ดูด้วย khlang check)")
        elif isinstance(found := review.decide(item, state, date, reason), Diagnostic):
            faults.append(f"{id}: {found.message_th} ({found.hint_th})")
        else:
            try:
                edits.append(review.prepare(root, item, state, date, reason))
            except review.NotRecorded as fault:
                faults.append(str(fault))
    if faults:
        click.echo("\n".join((*faults, "ยังไม่ได้บันทึกเรื่องใด")), err=True)
        sys.exit(1)
    try:
        review.record(root, edits)
    except OSError as fault:
        told = f"เขียนไฟล์ไม่ได้ ({fault.strerror}) ยังไม่ได้บันทึกเรื่องใด"
        raise click.ClickException(told) from fault
    for each in edits:
        click.echo(f"{each.item.id}: {STATE_NAMES_TH[state]} ({each.line})")
    click.echo("ขั้นต่อไป: ตรวจด้วย khlang check แล้วบันทึกและส่งเข้าที่เก็บด้วย Git")


def _row(each: "Waiting") -> str:
    """`ban-pho-qae4c  ส่งแล้ว รอกลั่นกรอง  รอ 12 วัน  ช้ากว่ากำหนด 2 วัน  ชื่อเรื่อง`."""
    history = each.item.history
    received = f"ช้ากว่ากำหนด {each.late} วัน" if each.late else "ทันกำหนด"
    due = received if each.deadline else "ไม่มีกำหนดส่ง"
    state = STATE_NAMES_TH[history.state]
    title = visible(masked(each.item.front.title))
    return f"{each.item.id}  {state}  รอ {each.days} วัน  {due}  {title}"
