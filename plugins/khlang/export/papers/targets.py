"""The target register in the columns of the source, with the sum that it does not print."""

from khlang.export.paper import Column, Kind, Paper, Row
from khlang.export.papers.wording import REPORTER, closing, fiscal_year
from khlang.model.corpus import Corpus
from khlang.progress import Progress
from khlang.views.registers import TargetRow, registers_of


def build(corpus: Corpus, progress: Progress, year: int) -> Paper:
    """In its own order (trap 23); units outside it and the plan's own total stand in the notes."""
    view = registers_of(corpus, progress, progress.years[year])
    project = corpus.targets.province.project_th
    return Paper(
        name="target-register",
        sheet="ทะเบียนเป้าหมาย",
        title=(
            f"{view.title}{f' ตาม{project}' if project else ''}",
            f"{corpus.targets.province.name_th} {fiscal_year(year)}",
        ),
        head=(),
        columns=(
            Column("ลำดับที่", 10, centred=True),
            Column("อำเภอ", 40),
            Column("กลุ่มเป้าหมาย", 25, unit=" คน"),
            Column("จำนวนองค์ความรู้", 25, before="อย่างน้อย ", unit=" เรื่อง"),
        ),
        rows=(
            *(Row((row.seq, row.name, row.staff, row.quota)) for row in view.rows),
            Row((None, view.total.name, view.total.staff, view.total.quota), Kind.TOTAL),
        ),
        notes=closing(corpus, progress.as_of, *map(_beyond, view.beyond)),
        signature=REPORTER,
    )


def _beyond(row: TargetRow) -> str:
    figures = [f"{row.staff:,} คน"] if row.staff is not None else []
    figures += [f"{row.quota:,} เรื่อง"] if row.quota is not None else []
    note = f" ({row.note})" if row.note else ""
    return f"{row.name} {' '.join(figures)}{note}"
