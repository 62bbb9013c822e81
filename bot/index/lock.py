"""The lock of an index: one build or rollback at a time."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.errors import LockedError
from bot.index.generations import sweep
from bot.index.writing import writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO

    from bot.index.layout import IndexFolder


@contextmanager
def build_lock(index: IndexFolder) -> Iterator[None]:
    """Hold the index's lock, and clear away what a killed holder left. Raises LockedError naming who holds it.

    The kernel frees the lock when its holder dies, so a lock left behind by a dead process is no lock, whatever number
    another process has got since. Raises StoreError where the folder can't be written.
    """
    with _opened(index) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            msg = f"{index.lock}: another build is running ({_holder(file.read().decode())}); wait for it"
            raise LockedError(msg) from error
        with writing(index.root):
            _sign(file)
            sweep(index)
        yield
        file.truncate(0)


@contextmanager
def _opened(index: IndexFolder) -> Iterator[FileIO]:
    with writing(index.root):
        index.root.mkdir(parents=True, exist_ok=True)
        file = index.lock.open("a+b", buffering=0)
    with file:
        yield file


def _sign(file: FileIO) -> None:
    """Write down who holds the lock, and since when."""
    file.truncate(0)
    file.write(f"{os.getpid()} {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n".encode())


def _holder(signed: str) -> str:
    number, _, since = signed.strip().partition(" ")
    if not since:  # it was taken this very moment
        return "process unknown"
    return f"process {number}, since {since}"
