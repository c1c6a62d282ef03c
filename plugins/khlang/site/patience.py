"""A limit for what one hand-written page may cost: some texts make Python-Markdown quadratically slow."""

import signal
import threading
from types import FrameType

from mkdocs.exceptions import PluginError

SECONDS = 2  # of CPU; a page of 80 KB takes a tenth of one


def begin(path: str) -> None:
    """From now until `end` a page that takes too long raises PluginError, wherever the program then is.

    Nothing is limited where the system has no such clock, or another thread than the main one works.
    """

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise PluginError(
            f"{path}: แปลงหน้านี้ใช้เวลาเกิน {SECONDS} วินาที แบ่งเป็นหลายหน้า หรือลบเครื่องหมายที่ซ้ำติดกันจำนวนมาก"
        )

    if _can_be_limited():
        signal.signal(signal.SIGVTALRM, give_up)
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)


def end() -> None:
    """The page is done."""
    if _can_be_limited():
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _can_be_limited() -> bool:
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and hasattr(signal, "setitimer")
