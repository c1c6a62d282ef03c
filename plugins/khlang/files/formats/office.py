"""Word, PowerPoint and Excel (OOXML). The work is in `khlang.files.office`."""

from khlang.files.findings import Cleaned, Examination
from khlang.files.office import archive, cleaning, extent, properties, structure, text


def examine(data: bytes, suffix: str) -> Examination:
    """Structure first; only a document without a fault is read."""
    package = structure.opened(archive.unpack(data), suffix)
    findings = tuple(structure.problems(package))
    metadata = tuple(properties.metadata(package))
    if findings:
        return Examination(findings, metadata=metadata)
    unseen = tuple(text.unseen(package))
    return Examination(findings, text.extract(package, suffix), metadata, unseen)


def clean(data: bytes, suffix: str) -> Cleaned:
    """The document as a reader sees it, all changes accepted."""
    package = structure.opened(archive.unpack(data), suffix)
    selection = structure.checked(package)
    copy = archive.pack(cleaning.cleaned(package, selection))
    return Cleaned(copy, extent=extent.of(package, suffix))
