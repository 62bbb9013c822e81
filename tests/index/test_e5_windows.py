"""Tokens laid end to end: nothing lost, nothing padded, passes no larger than allowed."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.index.e5_packed import SpecialTokens
from bot.index.e5_windows import FRAME, Windows, groups, joined, lay_out, passes, positions_of

SPECIALS = SpecialTokens(start=0, end=2, padding=1, unknown=3)
TEXTS = st.lists(st.lists(st.integers(4, 99), max_size=30), min_size=1, max_size=20)


def _framed(windows: Windows) -> list[tuple[int, list[int]]]:
    """Return the owner and the tokens of each window, without its frame."""
    ends = np.cumsum(windows.lengths).tolist()
    cut = [windows.tokens[end - length : end].tolist() for end, length in zip(ends, windows.lengths, strict=True)]
    assert all((ids[0], ids[-1]) == (SPECIALS.start, SPECIALS.end) for ids in cut)
    return [(owner, ids[1:-1]) for owner, ids in zip(windows.owners.tolist(), cut, strict=True)]


@given(TEXTS)
def test_windows_hold_every_text_in_order_longest_first(texts: list[list[int]]) -> None:
    """Each text can be read back from its windows, none longer than the model's positions."""
    windows = lay_out(texts, SPECIALS, positions=10)
    assert windows.lengths.tolist() == sorted(windows.lengths.tolist(), reverse=True)
    assert windows.lengths.max() <= 10
    read: dict[int, list[int]] = {}
    for owner, ids in _framed(windows):
        read.setdefault(owner, []).extend(ids)
    assert [read[owner] for owner in range(len(texts))] == texts


@given(TEXTS, st.integers(1, 40))
def test_passes_and_groups_cover_everything_once(texts: list[list[int]], budget: int) -> None:
    """A pass exceeds its budget only where it is one window; groups are neighbours of equal length."""
    lengths = lay_out(texts, SPECIALS, positions=10).lengths.tolist()
    window = token = 0
    for windows, tokens in passes(lengths, budget):
        assert (windows.start, tokens.start) == (window, token)
        window, token = windows.stop, tokens.stop
        part = lengths[windows]
        assert sum(part) == tokens.stop - tokens.start
        assert sum(part) <= budget or len(part) == 1
        found = groups(part)
        assert [group.length for group in found for _ in range(group.count)] == part
        assert [group.start for group in found] == [0, *(group.stop for group in found[:-1])]
    assert (window, token) == (len(lengths), sum(lengths))


def test_positions_start_again_in_each_window() -> None:
    assert positions_of(np.array([3, 2, 1])).tolist() == [0, 1, 2, 0, 1, 0]
    assert positions_of(np.array([], np.int64)).tolist() == []


def test_a_texts_vector_is_the_mean_of_its_windows_by_their_tokens() -> None:
    """Weighted without the frame, of unit length; an empty text's one window counts."""
    windows = Windows(np.array([], np.int64), np.array([3, 1, 0]) + FRAME, np.array([0, 0, 1]))
    vectors = joined(np.array([[1, 0], [0, 1], [0, 5]], np.float32), windows, 2)
    np.testing.assert_allclose(vectors, np.array([[0.9486833, 0.3162278], [0, 1]]), atol=1e-6)
