"""Which messages are being answered: an edit must not be answered beside the first wording."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    Key = tuple[int, int]


class Underway:
    """The messages, by chat and number, that are being answered now. Belongs to one event loop."""

    def __init__(self) -> None:
        self._ends: dict[Key, asyncio.Event] = {}

    @contextmanager
    def doing(self, key: Key) -> Iterator[None]:
        """Mark a message as being answered."""
        end = self._ends[key] = asyncio.Event()
        try:
            yield
        finally:
            end.set()
            if self._ends.get(key) is end:
                del self._ends[key]

    async def ended(self, key: Key) -> None:
        """Wait until a message is no longer being answered; at once where it is not."""
        while (end := self._ends.get(key)) is not None:
            await end.wait()
