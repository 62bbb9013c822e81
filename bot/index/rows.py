"""Which row each passage of a new snapshot gets: those that stay keep theirs, the last ones move into the gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Renewal:
    """Where the rows of a new snapshot come from.

    `before` is how many rows the last snapshot had, 0 without one. `origin` has for each new row its old one, or
    `before` plus the number that a passage has among those that are new.
    """

    before: int
    origin: Rows

    @classmethod
    def of(cls, before: int, added: int, removed: Collection[int]) -> Renewal:
        """Lay out the rows that are left of `before` rows and `added` new ones; `removed` are old rows."""
        gone = np.array(sorted(removed), np.int64)
        size = before + added - len(gone)
        origin = np.arange(size, dtype=np.int64)
        holes = gone[gone < size]
        last = np.setdiff1d(np.arange(size, before + added, dtype=np.int64), gone[gone >= size], assume_unique=True)
        origin[holes] = last
        return cls(before, origin)

    def __len__(self) -> int:
        return len(self.origin)

    @property
    def changed(self) -> Rows:
        """The new rows that hold another passage than before, or were not there."""
        return np.flatnonzero((self.origin != np.arange(len(self.origin))) | (self.origin >= self.before))

    @property
    def vacated(self) -> Rows:
        """The old rows that no longer hold the passage that they held."""
        stay = self.origin[: self.before] == np.arange(min(self.before, len(self.origin)))
        return np.flatnonzero(~np.concatenate((stay, np.zeros(self.before - len(stay), bool))))

    @property
    def moves(self) -> list[tuple[int, int]]:
        """Pairs of rows before (old, or `before` plus a new passage's number) and after, where they differ."""
        moved = np.flatnonzero(self.origin != np.arange(len(self.origin)))
        return list(zip(self.origin[moved].tolist(), moved.tolist(), strict=True))

    def rows_of_added(self, added: int) -> Rows:
        """Return the new row of each of the `added` new passages."""
        rows = np.zeros(added, np.int64)
        new = np.flatnonzero(self.origin >= self.before)
        rows[self.origin[new] - self.before] = new
        return rows
