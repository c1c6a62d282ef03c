"""Files of others that the repository carries: `docs/vendored.md` says which, and this keeps them.

    scripts/vendor.py                      compares every file with its checksum
    scripts/vendor.py axe-core 4.15.0      fetches another version of a package, writes its files and the table

A maintainer's tool: it needs npm. Who builds a site needs neither.
"""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "docs/vendored.md"
_ROW = re.compile(
    r"^\| `(.+?)` \| (.+?) \| (.+?) \| (.+?) \| `(.+?)` \| `([0-9a-f]{64})` \|$", re.M
)

_SOURCE_MAP = re.compile(rb"^//# sourceMappingURL=.*\n?", re.M)  # of a file that is not carried


@dataclass(frozen=True)
class Row:
    """A file: where it lies, what it came from, and its checksum."""

    file: str
    package: str
    version: str
    licence: str
    within: str
    sha256: str

    def __str__(self) -> str:
        return (
            f"| `{self.file}` | {self.package} | {self.version} | {self.licence} "
            f"| `{self.within}` | `{self.sha256}` |"
        )


def rows() -> list[Row]:
    """The table."""
    return [Row(*match.groups()) for match in _ROW.finditer(TABLE.read_text("utf-8"))]


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def harmed() -> list[str]:
    """Files that are missing, or not what the table says."""
    return [
        row.file
        for row in rows()
        if not (ROOT / row.file).is_file() or digest((ROOT / row.file).read_bytes()) != row.sha256
    ]


def refresh(package: str, version: str) -> list[str]:
    """Writes the files of one version of a package, and its rows."""
    text = TABLE.read_text("utf-8")
    with tempfile.TemporaryDirectory() as folder:
        named = f"{package}@{version}"
        run = subprocess.run(
            ["npm", "pack", "--silent", named],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
        written = []
        with tarfile.open(Path(folder) / run.stdout.split()[-1]) as packed:
            for row in rows():
                if row.package != package:
                    continue
                member = packed.extractfile(f"package/{row.within}")
                if member is None:
                    raise FileNotFoundError(row.within)
                data = _SOURCE_MAP.sub(b"", member.read())
                (ROOT / row.file).parent.mkdir(parents=True, exist_ok=True)
                (ROOT / row.file).write_bytes(data)
                new = replace(row, version=version, sha256=digest(data))
                text = text.replace(str(row), str(new))
                written.append(row.file)
    TABLE.write_text(text, "utf-8")
    return written


def main(arguments: list[str]) -> int:
    if len(arguments) == 2:
        print("\n".join(refresh(*arguments)))
    elif arguments:
        print(__doc__)
        return 2
    faults = harmed()
    print("\n".join(faults) if faults else "ครบและตรงตามตารางทุกไฟล์")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
