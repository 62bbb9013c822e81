"""The memory of mapped files: given back, and read again."""

from __future__ import annotations

import mmap
import sys
from pathlib import Path

import pytest

from bot.index.mapped_file import mappings, release

_SIZE = 4 << 20


def resident(address: int) -> int:
    """Return how many KB of the mapping that begins at an address are in memory."""
    lines = iter(Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith(f"{address:x}-"):
            return next(int(one.split()[1]) for one in lines if one.startswith("Rss:"))
    return -1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells where files are mapped")
def test_pages_are_given_back_and_say_the_same_when_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a file"
    path.write_bytes(bytes(range(256)) * (_SIZE // 256))
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        before = mapped[:]
        ((address, length),) = mappings(path)
        assert length == _SIZE
        assert resident(address) >= _SIZE // 1024
        release([(address, length)])
        assert resident(address) == 0
        assert mapped[:] == before


def test_a_file_that_is_not_mapped_has_no_places(tmp_path: Path) -> None:
    release(mappings(tmp_path / "nothing"))
    assert mappings(tmp_path / "nothing") == []
