"""Products with centred vectors, held in memory or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.index.centred_rows import CentredRows, as_floats
from bot.index.row_file import RowFile
from bot.index.vectors import centred

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def stored(folder: Path, vectors: NDArray[np.float16]) -> RowFile:
    """Return the vectors as a snapshot has them."""
    np.save(folder / "v.npy", vectors)
    return RowFile(folder / "v.npy")


@pytest.mark.parametrize("held_up_to", [0, 200])
@pytest.mark.parametrize("questions", [1, 4])
@pytest.mark.parametrize("count", [5, 1000])
def test_products_are_those_with_the_centred_vectors(
    tmp_path: Path, held_up_to: int, questions: int, count: int
) -> None:
    """Half floats, several languages, several questions, some of the rows: the same but for rounding."""
    chance = np.random.default_rng(0)
    means = (chance.standard_normal((3, 32)) / 6).astype(np.float32)
    languages = chance.integers(0, 3, 200).astype(np.uint16)
    vectors = (means[languages] + chance.standard_normal((200, 32)) / 6).astype(np.float16)
    asked = chance.standard_normal((questions, 32)).astype(np.float32)
    before = asked.copy()
    rows = np.concatenate(([7, 3, 3, 199, 0], chance.integers(0, 200, count - 5)))
    expected = centred(vectors, languages, means)[rows] @ asked.T
    found = CentredRows(stored(tmp_path, vectors), languages, means, held_up_to).products(asked, rows)
    np.testing.assert_allclose(found, expected, atol=5e-4)
    np.testing.assert_array_equal(asked, before)


@pytest.mark.parametrize("held_up_to", [0, 1])
def test_a_vector_that_is_its_languages_mean_is_near_nothing(tmp_path: Path, held_up_to: int) -> None:
    """The only article in its language, say; and no vectors give no products."""
    means = np.array([[0.5, 0.25]], np.float32)
    asked = np.array([[1, 0]], np.float32)

    def products(vectors: NDArray[np.float16]) -> NDArray[np.float32]:
        languages = np.zeros(len(vectors), np.uint16)
        rows = CentredRows(stored(tmp_path, vectors), languages, means, held_up_to)
        return rows.products(asked, np.arange(len(vectors)))

    assert abs(float(products(means.astype(np.float16))[0, 0])) < 0.01
    assert products(np.zeros((0, 2), np.float16)).shape == (0, 1)


def test_half_floats_become_floats_exactly() -> None:
    """Every one that is a number: also zeros of either sign and the smallest."""
    halves = np.arange(1 << 16).astype(np.uint16).view(np.float16)
    halves = halves[np.isfinite(halves)]
    np.testing.assert_array_equal(as_floats(halves).view(np.uint32), halves.astype(np.float32).view(np.uint32))
