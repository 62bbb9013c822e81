"""What ranking needs to know of every passage, kept in memory: one small record a passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np

from bot.index.countries import COUNTRY_BYTES

if TYPE_CHECKING:
    from numpy.typing import NDArray

# `first_*` is where a passage's own records begin in another array, the count how many it has there. `published` is a
# proleptic Gregorian ordinal, 0 where the date is not known; `publisher` and `language` index the names in the
# manifest, publisher 0 is unknown. Articles of one `group` are copies of each other.
# `countries` are those and the bodies that the article names, one bit each (countries.py).
COLUMN_TYPE = np.dtype(
    [
        ("article", "<u4"),
        ("group", "<u4"),
        ("language", "<u2"),
        ("publisher", "<u4"),
        ("published", "<i4"),
        ("first_sentence", "<u8"),
        ("sentences", "<u2"),
        ("first_term", "<u8"),
        ("terms", "<u2"),
        ("first_mention", "<u8"),
        ("mentions", "<u2"),
        ("countries", "u1", (COUNTRY_BYTES,)),
    ]
)
# Days, months, years and other stretches that a passage mentions, as ordinals, both ends inside. What an undated
# article mentions without its year lies in `bot.periods.UNKNOWN_YEAR`.
MENTION_TYPE = np.dtype([("first", "<i4"), ("last", "<i4")])


@dataclass(frozen=True, slots=True)
class Sought:
    """What filters look at of every passage: arrays of their own, since a filter reads all of one and nothing else."""

    language: NDArray[np.uint16]
    publisher: NDArray[np.uint32]
    published: NDArray[np.int32]

    @classmethod
    def of(cls, columns: NDArray[np.void]) -> Self:
        """Copy what filters look at."""
        return cls(*(np.ascontiguousarray(columns[name]) for name in ("language", "publisher", "published")))


def place(columns: NDArray[np.void], count: str, counts: NDArray[np.uint16]) -> None:
    """Write how many records each passage has in another array ("terms", say), and where its own begin there."""
    columns[count] = counts
    columns[f"first_{count.removesuffix('s')}"] = np.cumsum(counts, dtype=np.uint64) - counts


def gathered(columns: NDArray[np.void], first: str, count: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the rows that some passages have in another array, and where each passage's begin among them."""
    counts = columns[count].astype(np.int64)
    starts = np.cumsum(counts) - counts
    rows = np.repeat(columns[first].astype(np.int64) - starts, counts) + np.arange(counts.sum())
    return rows, starts
