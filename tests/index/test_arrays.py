"""Arrays in files: grown, joined and taken from without being held in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.index import arrays
from bot.index.arrays import Joined, Spool, blocks, distinct, ragged, write_taken

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def test_what_was_added_comes_back_in_order(tmp_path: Path) -> None:
    with Spool(tmp_path / "s", np.uint32) as spool:
        spool.extend(np.array([3, 1]))
        spool.extend(np.zeros(0))
        spool.extend(np.array([2]))
        assert len(spool) == 3
        assert spool.array().tolist() == [3, 1, 2]


def test_an_empty_spool_is_an_empty_array(tmp_path: Path) -> None:
    with Spool(tmp_path / "s", "V16") as spool:
        assert spool.array().shape == (0,)


def test_rows_of_two_arrays_are_taken_as_of_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "BLOCK", 2)
    joined = Joined(np.arange(6).reshape(3, 2), np.arange(6, 10).reshape(2, 2))
    rows = np.array([4, 0, 3, 3, 2])
    write_taken(tmp_path / "a.npy", joined, rows)
    assert len(joined) == 5
    assert np.load(tmp_path / "a.npy").tolist() == [[8, 9], [0, 1], [6, 7], [6, 7], [4, 5]]


@pytest.mark.parametrize("dtype", ["V16", np.float16])
def test_no_rows_give_an_empty_file(tmp_path: Path, dtype: str) -> None:
    write_taken(tmp_path / "a.npy", Joined(np.zeros(0, dtype), np.zeros(0, dtype)), np.zeros(0, np.int64))
    assert np.load(tmp_path / "a.npy").shape == (0,)


def test_blocks_cover_an_array(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrays, "BLOCK", 4)
    assert [(start, block.tolist()) for start, block in blocks(np.arange(6))] == [(0, [0, 1, 2, 3]), (4, [4, 5])]


def test_stretches_come_one_after_the_other() -> None:
    assert ragged(np.array([7, 0, 3]), np.array([2, 0, 3])).tolist() == [7, 8, 3, 4, 5]


@given(numbers=st.lists(st.integers(0, 50)), dtype=st.sampled_from([np.uint32, np.int64]))
def test_distinct_numbers_and_their_places_are_those_of_unique(numbers: list[int], dtype: type) -> None:
    some: NDArray[np.integer[Any]] = np.array(numbers, dtype)
    found, places = distinct(some, 51)
    wanted, wanted_places = np.unique(some, return_inverse=True)
    assert (found.tolist(), places.tolist()) == (wanted.tolist(), wanted_places.tolist())
