"""The archive as a revision of Git holds it: texts and data files, without attachments."""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from khlang.model.corpus import Corpus

_PLAIN_FILES = ("100644", "100755")


def corpus_at(root: Path, revision: str) -> Corpus | None:
    """What the archive at `root` was; None where it could not be read then, or was not there.

    Raises click.BadParameter for a revision that Git does not know.
    """
    from khlang.source.repository import read

    with tempfile.TemporaryDirectory(prefix="khlang-") as folder:
        then = Path(folder)
        for path, content in _files(root, _commit(root, revision)):
            file = then / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        reading = read(then)
        corpus, _ = reading.corpus(reading.items(then))
        return corpus


def _commit(root: Path, revision: str) -> str:
    try:
        named = f"{revision}^{{commit}}"
        return (
            _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", named)
            .decode()
            .strip()
        )
    except subprocess.CalledProcessError as fault:
        told = f"Git ไม่รู้จัก {revision} ในที่เก็บนี้"
        raise click.BadParameter(told, param_hint="--since") from fault
    except OSError as fault:
        raise click.ClickException("ไม่พบโปรแกรม git") from fault


def _files(root: Path, commit: str) -> Iterator[tuple[str, bytes]]:
    """Path and content of every text that the archive is read from."""
    wanted = []
    for line in _git(root, "ls-tree", "-r", "-z", commit).split(b"\0")[:-1]:
        head, _, name = line.partition(b"\t")
        mode, _, blob = head.decode().split(" ")
        path = name.decode("utf-8", "replace")
        if mode in _PLAIN_FILES and _is_read(path):
            wanted.append((path, blob))
    if not wanted:
        return
    stream = _git(
        root, "cat-file", "--batch", given="".join(f"{blob}\n" for _, blob in wanted).encode()
    )
    at = 0
    for path, _ in wanted:
        line_end = stream.index(b"\n", at)
        size = int(stream[at:line_end].rpartition(b" ")[2])
        yield path, stream[line_end + 1 : line_end + 1 + size]
        at = line_end + size + 2


def _is_read(path: str) -> bool:
    in_content = path.startswith("content/") and path.endswith((".md", ".yml"))
    return in_content or path in ("categories.yml", "targets.yml")


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    run = subprocess.run(  # noqa: S603  # no shell; the revision was made a commit first
        ["git", "-C", str(root), *arguments],  # noqa: S607  # Git of the user's own path
        input=given,
        capture_output=True,
        check=True,
    )
    return run.stdout
