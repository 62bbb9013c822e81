"""Levelling: what a language adds to a signal goes, what tells passages of one language apart stays."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.search.levelling import levelled

_SCORES = st.floats(0, 1, width=32)


def _levelled(*passages: tuple[int, float]) -> list[float]:
    languages = np.array([language for language, _ in passages], np.uint16)
    scores: list[float] = levelled(np.array([score for _, score in passages], np.float32), languages).tolist()
    return scores


def test_the_best_of_a_language_that_scores_low_passes_the_average_of_one_that_scores_high() -> None:
    """Twenty passages in the question's language share more of its words than any translation, save one, does."""
    scores = _levelled(*[(0, 0.6)] * 20, *[(1, 0.2)] * 19, (1, 0.5))
    assert max(scores) == scores[-1]


def test_a_single_passage_keeps_most_of_what_sets_it_apart() -> None:
    """One passage is no measure of its language: three quarters of its distance from the mean of all stay."""
    *_, alone = _levelled(*[(0, 0.2)] * 9, (1, 1.0))
    assert np.isclose(alone, 0.28 + 0.75 * (1.0 - 0.28))


def test_with_one_language_nothing_changes() -> None:
    assert np.allclose(_levelled((3, 0.1), (3, 0.7), (3, 0.4)), [0.1, 0.7, 0.4])


def test_nothing_is_levelled_to_nothing() -> None:
    assert _levelled() == []


@given(st.lists(st.tuples(st.integers(0, 4), _SCORES), min_size=1, max_size=30))
def test_the_order_within_a_language_stays(passages: list[tuple[int, float]]) -> None:
    """By how much one passage of a language is ahead of another is the same afterwards."""
    after = _levelled(*passages)
    for language in {language for language, _ in passages}:
        mine = [n for n, (of, _) in enumerate(passages) if of == language]
        before = np.array([passages[n][1] for n in mine])
        assert np.allclose(np.diff(before), np.diff([after[n] for n in mine]), atol=1e-5)
