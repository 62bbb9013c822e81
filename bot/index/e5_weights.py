"""The weights of the packed model: as floats, in their 4-bit blocks, or row by row.

A block of 32 weights is a half-float scale and 16 bytes: byte j holds weight j in its low and weight j + 16 in its
high half, each 0 to 15 standing for -8 to 7 times the scale.
"""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.index.e5_packed import BLOCK, BLOCK_BYTES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.index.e5_packed import PackedModel, Tensor

    Floats = NDArray[np.float32]

_HALF: Final = BLOCK // 2


def weights(model: PackedModel, name: str) -> Floats:
    """Return one tensor as 32-bit floats, unpacked where it is stored in 4 bits.

    What an adapter adds to the tensor is not in it (e5_adapter.py).
    """
    tensor = model.tensors[name]
    raw = _raw(model, tensor)
    if not tensor.quantised:
        return raw.view("<f4").reshape(tensor.shape).astype(np.float32)
    return _unpacked(raw.reshape(-1, BLOCK_BYTES)).reshape(tensor.shape)


def blocks(model: PackedModel, name: str) -> tuple[NDArray[np.uint8], Floats]:
    """Return the blocks of a tensor stored in 4 bits: bytes, shape (rows, blocks, 16), and scales, (rows, blocks)."""
    tensor = model.tensors[name]
    raw = _raw(model, tensor).reshape(tensor.shape[0], -1, BLOCK_BYTES)
    return raw[:, :, 2:], _scales(raw)


class PackedRows:
    """The rows of a tensor stored in 4 bits, read from the file when they are asked for. Threads may share it."""

    def __init__(self, model: PackedModel, name: str) -> None:
        tensor = model.tensors[name]
        with model.path.open("rb") as file:
            self._file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._row_bytes = tensor.size // tensor.shape[0]
        self._offset = tensor.offset
        self._columns = tensor.shape[1]

    def __call__(self, numbers: NDArray[np.int64]) -> Floats:
        """Return rows by their numbers, shape (numbers, columns)."""
        wanted, places = np.unique(numbers, return_inverse=True)
        starts = (self._offset + self._row_bytes * wanted).tolist()
        packed = b"".join(self._file[start : start + self._row_bytes] for start in starts)
        self._give_back()
        unpacked = _unpacked(np.frombuffer(packed, np.uint8).reshape(-1, BLOCK_BYTES))
        return unpacked.reshape(len(wanted), self._columns)[places]

    def _give_back(self) -> None:
        """Let the system take the pages back: 64 KB come in around each row, and so the whole file with time."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._file.madvise(mmap.MADV_DONTNEED)


def _raw(model: PackedModel, tensor: Tensor) -> NDArray[np.uint8]:
    with model.path.open("rb") as file:
        file.seek(tensor.offset)
        return np.frombuffer(file.read(tensor.size), np.uint8)


def _scales(raw: NDArray[np.uint8]) -> Floats:
    return raw[..., :2].copy().view("<f2")[..., 0].astype(np.float32)


def _unpacked(found: NDArray[np.uint8]) -> Floats:
    values = np.empty((len(found), BLOCK), np.float32)
    values[:, :_HALF] = found[:, 2:] & 15
    values[:, _HALF:] = found[:, 2:] >> 4
    values -= 8
    values *= _scales(found)[:, None]
    return values
