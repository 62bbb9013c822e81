"""Rows of a new snapshot: those that stay keep theirs, the last ones fill the gaps."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.index.rows import Renewal


@given(data=st.data(), before=st.integers(0, 30), added=st.integers(0, 30))
def test_every_passage_that_is_left_has_one_row_and_no_row_is_empty(
    data: st.DataObject, before: int, added: int
) -> None:
    removed = data.draw(st.sets(st.integers(0, before - 1)) if before else st.just(set()))
    renewal = Renewal.of(before, added, removed)
    left = set(range(before + added)) - removed
    assert sorted(renewal.origin.tolist()) == sorted(left)
    assert len(renewal) == len(left)
    new_rows = renewal.rows_of_added(added)
    assert renewal.origin[new_rows].tolist() == list(range(before, before + added))


@given(data=st.data(), before=st.integers(0, 30), added=st.integers(0, 30))
def test_no_more_rows_change_than_passages_came_or_went(data: st.DataObject, before: int, added: int) -> None:
    removed = data.draw(st.sets(st.integers(0, before - 1)) if before else st.just(set()))
    renewal = Renewal.of(before, added, removed)
    assert len(renewal.changed) <= added + len(removed)
    old = np.arange(before)
    kept = np.setdiff1d(old, renewal.vacated)
    assert not removed & set(kept.tolist())
    assert renewal.origin[kept].tolist() == kept.tolist()
    assert set(renewal.moves) == {
        (int(source), row) for row, source in enumerate(renewal.origin.tolist()) if source != row
    }


def test_the_last_rows_move_into_the_gaps() -> None:
    renewal = Renewal.of(6, 1, {1, 4})
    assert renewal.origin.tolist() == [0, 5, 2, 3, 6]
    assert renewal.changed.tolist() == [1, 4]
    assert renewal.vacated.tolist() == [1, 4, 5]
    assert renewal.moves == [(5, 1), (6, 4)]
