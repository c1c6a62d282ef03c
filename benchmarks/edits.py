"""What happens to an archive in a day's work, one change at a time; each makes another change every time."""

from collections.abc import Callable, Mapping
from pathlib import Path

Edit = Callable[[Path, int], object]


def _items(folder: Path) -> list[Path]:
    return sorted((folder / "content/items").rglob("*.md"))


def edit(folder: Path, number: int) -> None:
    """A paragraph more."""
    item = _items(folder)[7]
    item.write_text(f"{item.read_text('utf-8')}\nย่อหน้าที่ {number}\n", "utf-8")


def add(folder: Path, number: int) -> None:
    """An item more."""
    items = _items(folder)
    digits = f"{number:05d}".translate(str.maketrans("0123456789", "abcdefghij"))
    unit = items[9].parent.name
    (items[9].parent / f"{unit}-{digits}.md").write_bytes(items[9].read_bytes())


def delete(folder: Path, _number: int) -> None:
    """An item less."""
    items = _items(folder)
    items[len(items) // 2].unlink()


def withdraw(folder: Path, _number: int) -> None:
    """A published item is taken back."""
    items = _items(folder)
    item = next(each for each in items[len(items) // 3 :] if _is_published(each))
    text = item.read_text("utf-8")
    item.write_text(
        text.replace("published\n", "published\n  - 2021-07-05 withdrawn ซ้ำกับเรื่องอื่น\n", 1), "utf-8"
    )


def nothing(_folder: Path, _number: int) -> None:
    """A build again."""


def _is_published(item: Path) -> bool:
    front = item.read_text("utf-8").partition("\n---\n")[0]
    return "published\n" in front and "withdrawn" not in front


EDITS: Mapping[str, Edit] = {
    "no change": nothing,
    "one edit": edit,
    "one more": add,
    "one less": delete,
    "one withdrawn": withdraw,
}
