"""The file of a closed year, as text: one unit a line, so that Git shows what a hand changed."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from khlang.model.closed import ClosedYear

_HEAD = """\
# ตัวเลขของปีงบประมาณ {year} ณ วันที่ปิดปี เขียนโดย khlang close-year อย่าแก้ด้วยมือ
# แม้แก้เรื่องหรือเป้าหมายภายหลัง ปีนี้ก็แสดงตามตัวเลขในไฟล์นี้ ลบไฟล์นี้เพื่อเปิดปีอีกครั้ง
"""


def closed_text(closed: ClosedYear) -> str:
    lines = [_HEAD.format(year=closed.fiscal_year)]
    for field in fields(closed):
        value = getattr(closed, field.name)
        if isinstance(value, dict):
            entries = "".join(f"  {slug}: {_line(each)}\n" for slug, each in value.items())
            lines.append(f"{field.name}:\n{entries}" if entries else f"{field.name}: {{}}\n")
        else:
            lines.append(f"{field.name}: {_line(value)}\n")
    return "".join(lines)


def _line(value: Any) -> str:
    """JSON, which YAML reads; what has no value is left out."""
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        pairs = ((each.name, getattr(value, each.name)) for each in fields(value))
        return {name: _plain(each) for name, each in pairs if each is not None}
    return value
