"""How much an attachment may ask for: of the reader's patience, and of the machine that reads it."""

from dataclasses import dataclass

MB = 1024 * 1024

PIXELS = 40_000_000
PIXELS_OF_WEBP = 16_000_000  # whose encoder takes 45 bytes for each
ZIP_ENTRIES = 2_000
UNZIPPED = 200 * MB
ZIP_RATIO = 200
TEXT = 2_000_000  # characters kept of one file: some 700 pages


@dataclass(frozen=True, slots=True)
class Budget:
    """What a child process may use for one file. `cpu` and `wall` in seconds, `memory` in bytes.

    A second more of `cpu` for each 2 MB: a handbook of 600 pages, 12 MB, is read in five.

    The wall clock is generous: it is there for a child that waits instead of working, and for
    systems that cannot limit anything else; a busy machine must not make a good file bad.
    """

    cpu: int
    wall: int
    memory: int

    def cpu_for(self, size: int) -> int:
        """The seconds for a file of so many bytes."""
        return self.cpu + size // (2 * MB)


BUDGETS = {
    "examine": Budget(cpu=2, wall=20, memory=310 * MB),
    "clean": Budget(cpu=60, wall=180, memory=1024 * MB),
    "convert": Budget(cpu=30, wall=120, memory=1024 * MB),
    "unpack": Budget(cpu=30, wall=120, memory=1024 * MB),
    "thumbnails": Budget(cpu=20, wall=120, memory=1024 * MB),
}
