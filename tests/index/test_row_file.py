"""Rows read from a file: any of them, in any order, and nothing that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.index.row_file import RowFile

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

ARRAY = np.arange(60 * 7).reshape(60, 7).astype(np.float16)


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> RowFile:
    """The rows of `ARRAY`."""
    return RowFile(saved(tmp_path_factory.mktemp("rows"), ARRAY))


def saved(folder: Path, array: NDArray[np.float16]) -> Path:
    """Save an array; return its path."""
    np.save(folder / "a.npy", array)
    return folder / "a.npy"


@given(wanted=st.lists(st.integers(0, 59)))
def test_any_rows_come_in_the_order_asked_for(rows: RowFile, wanted: list[int]) -> None:
    """Neighbours, the same twice, backwards, none."""
    np.testing.assert_array_equal(rows.take(np.array(wanted, np.int64)), ARRAY[wanted])


def test_a_row_by_its_number(rows: RowFile) -> None:
    assert len(rows) == 60
    np.testing.assert_array_equal(rows[59], ARRAY[59])


def test_no_rows_are_an_array_too(tmp_path: Path) -> None:
    rows = RowFile(saved(tmp_path, ARRAY[:0]))
    assert len(rows) == 0
    assert rows.take(np.zeros(0, np.int64)).shape == (0, 7)


def test_a_file_cut_short_while_it_is_read_is_named(tmp_path: Path) -> None:
    path = saved(tmp_path, ARRAY)
    rows = RowFile(path)
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - 1)
    with pytest.raises(OSError, match=r"a\.npy: ends before row 59"):
        rows.take(np.arange(58, 60))


def test_the_rows_of_a_deleted_file_can_still_be_read(tmp_path: Path) -> None:
    """As of a snapshot that another process has deleted while this one answers from it."""
    path = saved(tmp_path, ARRAY)
    rows = RowFile(path)
    path.unlink()
    np.testing.assert_array_equal(rows.take(np.array([3])), ARRAY[[3]])


@pytest.mark.parametrize("content", [b"", b"garbage", b"\x93NUMPY"])
def test_a_file_without_an_array_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.npy").write_bytes(content)
    with pytest.raises((OSError, EOFError, ValueError)):
        RowFile(tmp_path / "a.npy")
