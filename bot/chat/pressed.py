"""Guards against a button pressed twice: the second press of a pair does nothing, but is answered."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT = 10_000  # presses remembered as done


class PressGuard:
    """Knows the presses that are being handled, and those that must be handled only once."""

    def __init__(self) -> None:
        self._under_way: set[tuple[int, int, str]] = set()
        self._done: OrderedDict[tuple[int, int, str], None] = OrderedDict()

    @contextmanager
    def handling(self, chat_id: int, message_id: int, data: str) -> Iterator[bool]:
        """Yield whether to handle this press: not when its twin is under way or was done for good."""
        press = (chat_id, message_id, data)
        if press in self._under_way or press in self._done:
            yield False
            return
        self._under_way.add(press)
        try:
            yield True
        finally:
            self._under_way.discard(press)

    def done(self, chat_id: int, message_id: int, data: str) -> None:
        """Remember that a press was handled and must not be again."""
        self._done[chat_id, message_id, data] = None
        if len(self._done) > _KEPT:
            self._done.popitem(last=False)
