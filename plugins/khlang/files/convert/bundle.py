"""A zip as people send it: names from Windows in Thai, folders, whatever the program made of them."""

import json
import posixpath
import zipfile
from collections.abc import Mapping

from khlang.files.findings import Refused
from khlang.files.office.archive import unpack
from khlang.model.codes import links as codes

_UTF8 = 0x800  # the flag of a name that says how it is written
_CODE_PAGES = ("utf-8", "cp874")
_LONGEST = 120


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files by their names as their sender saw them. Raises Refused."""
    return unpack(data, _named)


def dump(files: Mapping[str, bytes]) -> tuple[list[int], bytes]:
    """The names as JSON, then each file."""
    names = json.dumps(list(files), ensure_ascii=True).encode()
    parts = [names, *files.values()]
    return [len(each) for each in parts], b"".join(parts)


def load(sizes: list[int], data: bytes) -> dict[str, bytes]:
    """What `dump` wrote."""
    at = sizes[0]
    files: dict[str, bytes] = {}
    for name, size in zip(json.loads(data[:at]), sizes[1:], strict=True):
        files[name] = data[at : at + size]
        at += size
    return files


def _named(entry: zipfile.ZipInfo, before: Mapping[str, bytes]) -> str:
    """A path that leads nowhere else, and that no other file of the zip has."""
    if entry.flag_bits & 1:
        raise Refused(codes.ATTACHMENT_LOCKED)
    name = _decoded(entry).replace("\\", "/")
    name = "".join(char if char.isprintable() else "_" for char in name)
    pieces = [each.strip() for each in name.split("/")]
    path = "/".join(each[-_LONGEST:] for each in pieces if each not in ("", ".", ".."))
    stem, suffix = posixpath.splitext(path or "_")
    number = 1
    path = f"{stem}{suffix}"
    while path in before:
        number += 1
        path = f"{stem} ({number}){suffix}"
    return path


def _decoded(entry: zipfile.ZipInfo) -> str:
    """A name without the flag of UTF-8 is in the code page of its computer: Thai, or anything."""
    name = entry.orig_filename
    if entry.flag_bits & _UTF8:
        return name
    try:
        data = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for page in _CODE_PAGES:
        try:
            return data.decode(page)
        except UnicodeDecodeError:
            continue
    return name
