"""Products with centred vectors, held in memory or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.index import centred_rows
from bot.index.centred_rows import CentredRows
from bot.index.vectors import centred

if TYPE_CHECKING:
    from numpy.typing import NDArray


@pytest.fixture(params=["held", "not held"])
def _held(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "not held":
        monkeypatch.setattr(centred_rows, "_HELD_UP_TO", -1)


@pytest.mark.usefixtures("_held")
def test_products_are_those_with_the_centred_vectors() -> None:
    """Half floats, several languages, several questions, some of the rows: the same but for rounding."""
    chance = np.random.default_rng(0)
    means = (chance.standard_normal((3, 32)) / 6).astype(np.float32)
    languages = chance.integers(0, 3, 200).astype(np.uint16)
    vectors = (means[languages] + chance.standard_normal((200, 32)) / 6).astype(np.float16)
    asked = chance.standard_normal((4, 32)).astype(np.float32)
    rows = np.array([7, 3, 3, 199, 0])
    expected = np.asarray(asked @ centred(vectors, languages, means)[rows].T, np.float32)
    found = CentredRows(vectors, languages, means).products(asked, rows)
    np.testing.assert_allclose(found, expected, atol=1e-5)


@pytest.mark.usefixtures("_held")
def test_a_vector_that_is_its_languages_mean_is_near_nothing() -> None:
    """The only article in its language, say; and no vectors give no products."""
    means = np.array([[0.5, 0.25]], np.float32)
    asked = np.array([[1, 0]], np.float32)

    def products(vectors: NDArray[np.float16]) -> NDArray[np.float32]:
        rows = CentredRows(vectors, np.zeros(len(vectors), np.uint16), means)
        return rows.products(asked, np.arange(len(vectors)))

    assert abs(float(products(means.astype(np.float16))[0, 0])) < 0.01
    assert products(np.zeros((0, 2), np.float16)).shape == (1, 0)
