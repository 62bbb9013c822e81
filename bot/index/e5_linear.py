"""A linear map whose weights stay in 4 bits: a tile at a time becomes floats, is used, and makes room for the next.

The 32-bit weights of the model are 85 MB, which every question would read from memory; packed they are 12 MB, and a
tile of floats stays in the processor's second cache. So a question takes no longer than with 32-bit weights, and the
bot keeps 70 MB less (docs/performance.md). The arithmetic is the same, in 32-bit floats.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.index.e5_adapter import added
from bot.index.e5_packed import BLOCK
from bot.index.e5_weights import blocks, weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.index.e5_packed import PackedModel

    Floats = NDArray[np.float32]

# Weights of a tile: 800 KB of floats. Of 300, 400, 800 and 2,400 KB the third was the fastest, by a tenth (2 cores of
# a Xeon with 2 MB of second cache each, questions of 21 to 44 tokens).
_TILE: Final = 128 * 1536
_HALF: Final = BLOCK // 2
_ZERO: Final = np.uint8(8)  # the packed value that stands for 0


class Scratch:
    """Room for one tile, its bytes and its floats; made for each pass, shared by all its maps in turn."""

    def __init__(self) -> None:
        self.bytes = np.empty(_TILE // 2, np.uint8)
        self.floats = np.empty(_TILE, np.float32)


@dataclass(frozen=True, slots=True)
class PackedLinear:
    """A linear map from `inputs` to `outputs` numbers.

    `packed` has shape (inputs / 32, 16, outputs): byte j of a block holds input j in its low half and input j + 16 in
    its high half. `scales` has shape (inputs / 32, 1, outputs). What the adapter adds is the product of `down`, shape
    (inputs, ranks), and `up`, shape (ranks, outputs); the ranks may be none.
    """

    packed: NDArray[np.uint8]
    scales: Floats
    bias: Floats
    down: Floats
    up: Floats

    def __call__(self, x: Floats, out: Floats, scratch: Scratch, adapted: Floats | None = None) -> Floats:
        """Write the map of `x`, shape (tokens, inputs), into `out`, shape (tokens, outputs), and return it.

        `adapted`, shape (tokens, 1), is 1 for tokens that the adapter counts for and 0 for others; None is 1 for all.
        """
        count = _TILE // (BLOCK * len(self.bias))
        for first in range(0, len(self.packed), count):
            tile = self._floats(first, first + count, scratch)
            part = x[:, first * BLOCK : (first + count) * BLOCK]
            if first:
                out += part @ tile
            else:
                np.matmul(part, tile, out=out)
        out += self.bias
        if len(self.up):
            low = x @ self.down
            if adapted is not None:
                low *= adapted
            out += low @ self.up
        return out

    def _floats(self, first: int, stop: int, scratch: Scratch) -> Floats:
        """Return the weights of some blocks as floats, shape (inputs, outputs); they hold until the next call."""
        packed, scales = self.packed[first:stop], self.scales[first:stop]
        count, _, outputs = packed.shape
        halves = scratch.bytes[: packed.size].reshape(packed.shape)
        floats = scratch.floats[: 2 * packed.size].reshape(count, 2, _HALF, outputs)
        np.subtract(np.bitwise_and(packed, 15, out=halves), _ZERO, out=halves)
        np.copyto(floats[:, 0], halves.view(np.int8))
        np.subtract(np.right_shift(packed, 4, out=halves), _ZERO, out=halves)
        np.copyto(floats[:, 1], halves.view(np.int8))
        tile = floats.reshape(count, BLOCK, outputs)
        tile *= scales
        return tile.reshape(count * BLOCK, outputs)


def packed_linear(model: PackedModel, *names: str) -> PackedLinear:
    """Return the linear map of one or more of the model's, their outputs side by side."""
    found = [blocks(model, f"{name}.w") for name in names]
    packed = np.concatenate([values for values, _ in found])
    scales = np.concatenate([scale for _, scale in found])
    return PackedLinear(
        np.ascontiguousarray(packed.transpose(1, 2, 0)),
        np.ascontiguousarray(scales.T)[:, None, :],
        np.concatenate([weights(model, f"{name}.b") for name in names]),
        *added(model, names),
    )
