"""Options that several commands share."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Day(click.ParamType):
    """A date `YYYY-MM-DD`."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} ไม่ใช่วันที่แบบ ปี-เดือน-วัน เช่น 2021-07-05", param, ctx)


def as_of_option(command: _Command) -> _Command:
    """`--as-of`: the date of the figures."""
    return click.option(
        "--as-of", type=Day(), help="ข้อมูล ณ วันที่ (ถ้าไม่ระบุ ใช้ as_of ใน targets.yml หรือวันนี้)"
    )(command)


def root_option(command: _Command) -> _Command:
    """`--root`: the repository."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=".",
        help="โฟลเดอร์ของคลัง (ถ้าไม่ระบุ ใช้โฟลเดอร์ปัจจุบัน)",
    )(command)


def check_option(command: _Command) -> _Command:
    """`--check`: for files that are printed from the code."""
    return click.option(
        "--check", is_flag=True, help="ไม่เขียนไฟล์ เพียงตรวจว่าเป็นปัจจุบัน (รหัสออก 1 ถ้าไม่)"
    )(command)
