"""The snapshot that answers, swapped beneath the questions, and closed when the last answer from it is done."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.index.snapshot import Snapshot


class _Lease:
    """A snapshot with the number of its users; whoever serves it is one of them."""

    __slots__ = ("snapshot", "users")

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.users = 1


class LiveSnapshot:
    """Holds one snapshot for all who ask. Thread safe; nothing in it waits for a question."""

    def __init__(self) -> None:
        self._lease: _Lease | None = None
        self._lock = threading.Lock()

    @property
    def snapshot(self) -> Snapshot | None:
        """The snapshot that serves now, only to be looked at: without `use` it may be closed at any moment."""
        lease = self._lease
        return lease.snapshot if lease else None

    def replace(self, fresh: Snapshot | None) -> None:
        """Serve another snapshot from now on; the old one is closed as soon as nobody uses it any more."""
        with self._lock:
            old, self._lease = self._lease, _Lease(fresh) if fresh else None
        if old is not None:
            self._release(old)

    @contextmanager
    def use(self) -> Iterator[Snapshot | None]:
        """Lend the snapshot that serves now; it stays open for as long as it is lent. None where there is none."""
        with self._lock:
            lease = self._lease
            if lease is not None:
                lease.users += 1
        if lease is None:
            yield None
            return
        try:
            yield lease.snapshot
        finally:
            self._release(lease)

    def _release(self, lease: _Lease) -> None:
        with self._lock:
            lease.users -= 1
            is_last = not lease.users
        if is_last:
            lease.snapshot.close()
