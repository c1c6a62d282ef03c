"""The child process that handles foreign bytes: `python -m khlang.files.worker`.

Reads requests from standard input, answers on standard output, touches no file. Where the system
can fork, each request runs in a process of its own with hard limits, so that one file can neither
starve nor spoil another; elsewhere the parent's clock is the limit.

A message is a line of JSON, whose `length` says how many bytes follow it.
"""

import json
import os
from collections.abc import Mapping
from typing import IO, Any

from khlang.files import jobs
from khlang.files.findings import Examination, Refused, dump
from khlang.files.limits import MB

Header = Mapping[str, Any]

TIME, MEMORY, CRASH = "time", "memory", "crash"
_OUT_OF_MEMORY = 3  # exit status of a process that said so itself
_LONGEST_MESSAGE = 256 * MB
_LAST_FILE = 64  # no more files than these are open here


def read_message(stream: IO[bytes]) -> tuple[Header, bytes] | None:
    """The next message; None where the other side has gone, or speaks something else."""
    try:
        header = json.loads(stream.readline(1 << 16))
        length = int(header["length"])
    except (ValueError, KeyError, TypeError):
        return None
    if not 0 <= length <= _LONGEST_MESSAGE:
        return None
    data = stream.read(length)
    return (header, data) if len(data) == length else None


def write_message(stream: IO[bytes], header: Header, data: bytes) -> None:
    """Sends a message."""
    stream.write(json.dumps({**header, "length": len(data)}).encode() + b"\n")
    stream.write(data)
    stream.flush()


def answer(header: Header, data: bytes) -> tuple[Header, bytes]:
    """Does a job. Refusals are answers; any other exception is a crash."""
    suffix = header["suffix"]
    if header["job"] == "examine":
        return {"kind": "examined"}, dump(jobs.examine(data, suffix))
    if header["job"] in jobs.TAKEN_IN:
        try:
            lengths, parts = jobs.TAKEN_IN[header["job"]](data, suffix)
        except Refused as refused:
            return {"kind": "examined"}, dump(Examination((refused.finding,)))
        index = json.dumps(lengths).encode()
        return {"kind": "taken in", "index": len(index)}, index + parts
    if header["job"] == "thumbnails":
        made = jobs.thumbnails(data, suffix)
        sizes = [(each.width, each.height, len(each.data)) for each in made]
        return {"kind": "made", "sizes": sizes}, b"".join(each.data for each in made)
    try:
        cleaned = jobs.clean(data, suffix)
    except Refused as refused:
        return {"kind": "examined"}, dump(Examination((refused.finding,)))
    facts = {"width": cleaned.width, "height": cleaned.height, "extent": cleaned.extent}
    return {"kind": "cleaned", **facts}, cleaned.data


def _limited(cpu: int, memory: int) -> None:
    """No more seconds and bytes than these from now on, and no file is written."""
    import resource

    limits = {
        "RLIMIT_CPU": cpu,
        "RLIMIT_AS": memory,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
    }
    for name, limit in limits.items():
        try:
            resource.setrlimit(getattr(resource, name), (limit, limit))
        except (AttributeError, OSError, ValueError):  # macOS knows no limit of memory
            continue


def _in_child(header: Header, data: bytes) -> tuple[Header, bytes]:
    """The answer of a forked process, or how it ended without one."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.closerange(3, write_end)  # the other requests and answers are not its own
            os.closerange(write_end + 1, _LAST_FILE)
            _limited(header["cpu"], header["memory"])
            with os.fdopen(write_end, "wb") as stream:
                write_message(stream, *answer(header, data))
            status = 0
        except MemoryError:
            status = _OUT_OF_MEMORY
        finally:
            os._exit(status)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as stream:
        message = read_message(stream)
    _, ended = os.waitpid(child, 0)
    status = os.waitstatus_to_exitcode(ended)
    if status == 0 and message is not None:
        return message
    return {"kind": _how(status)}, b""


def _how(status: int) -> str:
    """The limit that a process met, by its exit status or the signal that ended it."""
    import signal

    if status == _OUT_OF_MEMORY:
        return MEMORY
    return TIME if -status in (signal.SIGXCPU, signal.SIGKILL) else CRASH


def _here(header: Header, data: bytes) -> tuple[Header, bytes]:
    """The answer where nothing can be forked."""
    try:
        return answer(header, data)
    except MemoryError:
        return {"kind": MEMORY}, b""
    except Exception:  # whatever a library throws at foreign bytes
        return {"kind": CRASH}, b""


def main() -> None:
    """Serves requests until the parent has gone. Nothing else can write into the answers."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    serve = _in_child if hasattr(os, "fork") else _here
    while (request := read_message(requests)) is not None:
        header, data = request
        jobs.load(header["job"], header["suffix"])  # once, before the fork
        write_message(answers, *serve(header, data))


if __name__ == "__main__":
    main()
