"""Trouble with the disk, in one kind of error, whatever library was writing."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# FAISS and tantivy raise RuntimeError and ValueError for everything; these words in them tell a disk's trouble.
_TROUBLES = tuple(
    os.strerror(number)
    for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO)
)
_MEGABYTE = 1_000_000


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what is raised where something can't be written below `path` into a StoreError that says so."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _unwritable(path, reason) from error
    except (RuntimeError, ValueError) as error:
        trouble = next((trouble for trouble in _TROUBLES if trouble in str(error)), None)
        if trouble is None:
            raise
        raise _unwritable(path, trouble) from error


def _unwritable(path: Path, reason: str) -> StoreError:
    return StoreError(f"{path}: can't be written: {reason}{_room(path)}")


def _room(path: Path) -> str:
    """Say how much room the disk of a path has; nothing where that can't be told."""
    there = next((folder for folder in (path, *path.parents) if folder.exists()), None)
    return f" ({shutil.disk_usage(there).free // _MEGABYTE} MB are free there)" if there else ""
