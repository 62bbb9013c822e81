"""Stored vectors that questions are multiplied with, each without the mean vector of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from bot.index.vectors import centred

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# Rows up to which the centred vectors are held in memory, 1.5 KB each: 30 MB. Our corpus has 8,000, and its questions
# take a quarter of the processor's time less for it beside their encoding.
_HELD_UP_TO = 20_000
_SMALLEST_SQUARE = 1e-12


class CentredRows:
    """Vectors by row. What `vectors.centred` makes of them is held in memory or, where they are many, never made."""

    def __init__(self, stored: NDArray[np.float16], languages: NDArray[np.uint16], means: Floats) -> None:
        """`stored` may be memory-mapped, shape (rows, dimension); `means` has one row a language."""
        self.stored = stored
        self.means = means
        self._languages = languages
        self._held = centred(stored, languages, means) if len(stored) <= _HELD_UP_TO else None

    def __len__(self) -> int:
        return len(self.stored)

    def products(self, asked: Floats, rows: NDArray[np.integer[Any]]) -> Floats:
        """Return the inner products of vectors with the centred vectors of some rows, shape (asked, rows)."""
        if self._held is not None:
            return np.asarray(asked @ self._held[rows].T, np.float32)
        return self._from_stored(asked, rows)

    def _from_stored(self, asked: Floats, rows: NDArray[np.integer[Any]]) -> Floats:
        """Take the means from the products and the lengths, not from the vectors: half the time for thousands of rows.

        The same but for rounding.
        """
        languages = self._languages[rows].astype(np.int64)
        plain = self.stored[rows].astype(np.float32)
        products = plain @ np.concatenate([asked, self.means]).T
        with_mean = np.take_along_axis(products, len(asked) + languages[:, None], axis=1)[:, 0]
        squares = np.einsum("ij,ij->i", plain, plain) - 2 * with_mean + (self.means * self.means).sum(axis=1)[languages]
        moved = products[:, : len(asked)] - (self.means @ asked.T)[languages]
        return np.asarray((moved / np.sqrt(np.maximum(squares, _SMALLEST_SQUARE))[:, None]).T, np.float32)
