"""Rows of an array in a file, read where they lie.

Pages of a mapped file stay resident once they were looked at, and the system maps their neighbours with them: 40
questions to a million passages made 2 GB of their sentences' vectors so. What is read leaves nothing behind, in the
same time.
"""

from __future__ import annotations

import os
import weakref
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


class RowFile:
    """Reads rows of the array in a .npy file. Thread safe; the file stays open for as long as this is in use."""

    def __init__(self, path: Path) -> None:
        """Raise OSError, EOFError or ValueError where the file holds no array."""
        mapped = np.load(path, mmap_mode="r", allow_pickle=False)
        self._path = path
        self._begin, self._shape, self._dtype = mapped.offset, mapped.shape, mapped.dtype
        self._bytes = mapped.dtype.itemsize * int(np.prod(mapped.shape[1:]))  # of a row
        self._file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        weakref.finalize(self, os.close, self._file)

    def __len__(self) -> int:
        return int(self._shape[0])

    def __getitem__(self, row: int) -> NDArray[Any]:
        read = os.pread(self._file, self._bytes, self._begin + int(row) * self._bytes)
        return np.frombuffer(read, self._dtype).reshape(self._shape[1:])

    def take(self, rows: NDArray[np.integer[Any]]) -> NDArray[Any]:
        """Return the given rows; neighbours are read at once. Raises OSError."""
        taken = np.empty((len(rows), *self._shape[1:]), self._dtype)
        into = taken.reshape(-1).view(np.uint8).data
        firsts = np.flatnonzero(np.diff(rows, prepend=-2) != 1).tolist()
        for first, end in zip(firsts, [*firsts[1:], len(rows)], strict=False):
            part = into[first * self._bytes : end * self._bytes]
            if os.preadv(self._file, [part], self._begin + int(rows[first]) * self._bytes) < len(part):
                msg = f"{self._path}: ends before row {rows[end - 1]}"
                raise OSError(msg)
        return taken
