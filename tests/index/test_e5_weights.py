"""The packed weights as numbers, and the linear map that leaves them packed."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.index import e5_linear
from bot.index.e5_linear import Scratch, packed_linear
from bot.index.e5_packed import find_packed, read_packed
from bot.index.e5_weights import PackedRows, weights
from tests.index.packed_file import HIDDEN, packed_bytes, write_packed

if TYPE_CHECKING:
    from pathlib import Path


def test_unpacks_weights_of_four_bits(tmp_path: Path) -> None:
    """Byte j of a block holds weight j in its low and weight j + 16 in its high half, both minus 8, times the scale."""
    model = read_packed(write_packed(tmp_path / "small.bin"))
    tensor = model.tensors["l0.fo.w"]
    block = packed_bytes()[tensor.offset + 18 : tensor.offset + 36]  # the second block: row 0, weights 32 to 63
    (scale,) = struct.unpack("<e", block[:2])
    expected = [(byte & 15) - 8 for byte in block[2:]] + [(byte >> 4) - 8 for byte in block[2:]]
    assert weights(model, "l0.fo.w").shape == (32, 64)
    np.testing.assert_allclose(weights(model, "l0.fo.w")[0, 32:], np.array(expected) * scale, rtol=1e-6)


def test_reads_plain_weights(tmp_path: Path) -> None:
    """A tensor of 32-bit floats comes out as it is."""
    model = read_packed(write_packed(tmp_path / "small.bin"))
    start = model.tensors["emb.type"].offset
    expected = np.frombuffer(packed_bytes()[start : start + 2 * HIDDEN * 4], "<f4").reshape(2, HIDDEN)
    np.testing.assert_array_equal(weights(model, "emb.type"), expected)


def test_rows_are_those_of_the_whole_tensor(tmp_path: Path) -> None:
    """In the order asked for, repeated ones too."""
    model = read_packed(write_packed(tmp_path / "small.bin"))
    rows = PackedRows(model, "emb.word")
    wanted = np.array([5, 0, 5, 3])
    for _ in range(2):  # the pages that were given back are read again
        np.testing.assert_array_equal(rows(wanted), weights(model, "emb.word")[wanted])


@pytest.mark.parametrize("tile", [32 * 32, 3 * 32 * 32, 2**20])
def test_the_packed_map_is_the_product_with_its_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tile: int
) -> None:
    """Whatever fits a tile: one block, several that do not divide the inputs, all."""
    monkeypatch.setattr(e5_linear, "_TILE", tile)
    model = read_packed(write_packed(tmp_path / "small.bin"))
    x = np.random.default_rng(1).standard_normal((5, 64)).astype(np.float32)
    expected = x @ weights(model, "l0.fo.w").T + weights(model, "l0.fo.b")
    found = packed_linear(model, "l0.fo")(x, np.empty((5, HIDDEN), np.float32), Scratch())
    np.testing.assert_allclose(found, expected, atol=1e-5)


def test_maps_side_by_side_are_one(tmp_path: Path) -> None:
    """Their outputs follow one another in the order of the names."""
    model = read_packed(write_packed(tmp_path / "small.bin"))
    x = np.random.default_rng(2).standard_normal((3, HIDDEN)).astype(np.float32)
    together = packed_linear(model, "l0.q", "l0.k")(x, np.empty((3, 2 * HIDDEN), np.float32), Scratch())
    for place, name in enumerate(("l0.q", "l0.k")):
        alone = packed_linear(model, name)(x, np.empty((3, HIDDEN), np.float32), Scratch())
        np.testing.assert_allclose(together[:, place * HIDDEN : (place + 1) * HIDDEN], alone, atol=1e-5)


def test_the_packaged_maps_fit_a_tile() -> None:
    """At least one block of the widest map, or nothing would be computed."""
    model = read_packed(find_packed())
    widest = max(shape.shape[0] for name, shape in model.tensors.items() if name.startswith("l0."))
    assert 32 * max(widest, 3 * model.dimensions.hidden) <= e5_linear._TILE
