"""Arrays too long to hold in memory: grown file by file, taken over from the snapshot before, read block by block."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from numpy.typing import DTypeLike, NDArray

    Rows = NDArray[np.int64]

BLOCK = 1 << 16
"""Rows handled at once: 65,536 vectors of 384 half floats are 50 MB."""


class Spool:
    """An array that grows at its end, in a file."""

    def __init__(self, path: Path, dtype: DTypeLike) -> None:
        self._path = path
        self._dtype = np.dtype(dtype)
        self._file = path.open("wb")
        self._length = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return self._length

    def extend(self, values: NDArray[Any]) -> None:
        """Add values at the end."""
        self._file.write(np.ascontiguousarray(values, self._dtype).tobytes())
        self._length += len(values)

    def array(self) -> NDArray[Any]:
        """Return all that was added, memory-mapped; nothing can be added afterwards."""
        self._file.close()
        return np.memmap(self._path, self._dtype, "r") if self._length else np.zeros(0, self._dtype)


@dataclass(frozen=True, slots=True)
class Joined:
    """Two arrays, one behind the other, seen as one: what the last snapshot had, and what this build made."""

    old: NDArray[Any]
    new: NDArray[Any]

    def __len__(self) -> int:
        return len(self.old) + len(self.new)

    def take(self, rows: Rows) -> NDArray[Any]:
        """Return the given rows, in memory."""
        taken = np.empty((len(rows), *self.new.shape[1:]), self.new.dtype)
        is_old = rows < len(self.old)
        taken[is_old] = self.old[rows[is_old]]
        taken[~is_old] = self.new[rows[~is_old] - len(self.old)]
        return taken


def write_taken(path: Path, joined: Joined, rows: Rows) -> None:
    """Write the given rows of two joined arrays as one array."""
    with written(path, (len(rows), *joined.new.shape[1:]), joined.new.dtype) as array:
        for start in range(0, len(rows), BLOCK):
            array[start : start + BLOCK] = joined.take(rows[start : start + BLOCK])


@contextmanager
def written(path: Path, shape: tuple[int, ...], dtype: DTypeLike) -> Iterator[NDArray[Any]]:
    """Yield a memory-mapped array to fill; it is a complete .npy file afterwards."""
    if 0 in shape:
        np.save(path, np.zeros(shape, dtype))
        yield np.zeros(shape, dtype)
        return
    array = np.lib.format.open_memmap(path, "w+", dtype, shape)
    yield array
    array.flush()


def blocks(array: NDArray[Any]) -> Iterator[tuple[int, NDArray[Any]]]:
    """Yield an array in pieces of `BLOCK` rows, each with the number of its first row."""
    for start in range(0, len(array), BLOCK):
        yield start, array[start : start + BLOCK]


def ragged(firsts: NDArray[Any], counts: NDArray[Any]) -> Rows:
    """Return the rows of stretches that begin at `firsts` and have `counts` rows, one stretch after the other."""
    lengths = counts.astype(np.int64)
    starts = np.cumsum(lengths) - lengths
    return np.repeat(firsts.astype(np.int64) - starts, lengths) + np.arange(lengths.sum())


def distinct(numbers: NDArray[np.integer[Any]], bound: int) -> tuple[Rows, NDArray[np.int32]]:
    """Return which numbers below `bound` there are, sorted, and at which place of these each of the given ones is.

    As `np.unique` does, in a fifth of its time for some thousands of numbers: only they are sorted, not their places.
    """
    ordered = np.sort(numbers)
    found = np.concatenate((ordered[:1], ordered[1:][ordered[1:] != ordered[:-1]])).astype(np.int64)
    place_of = np.empty(bound, np.int32)
    place_of[found] = np.arange(len(found), dtype=np.int32)
    return found, place_of.take(numbers)
