"""Answers that were given, for whoever asks the same again: a few, in memory only, gone with their snapshot."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.search.question import clean

if TYPE_CHECKING:
    from datetime import date, datetime

    from bot.model import Answer, Filters

_ANSWERS: Final = 256  # each holds ten passages with their articles, some 40 KB: 10 MB in all


class Asked(NamedTuple):
    """All that an answer depends on. `day` is there for "yesterday" and for days without a year."""

    snapshot: str
    text: str
    language: str | None
    filters: Filters
    day: date
    limit: int


def asked(  # noqa: PLR0913 - what a question comes with
    snapshot: str, text: str, *, now: datetime, language: str | None, filters: Filters, limit: int
) -> Asked:
    """Return the key of a question: differences that nothing reads, such as spaces, are gone from its text."""
    return Asked(snapshot, clean(text), language, filters, now.date(), limit)


class AnswerCache:
    """The answers used last. Thread safe."""

    def __init__(self, size: int = _ANSWERS) -> None:
        self._size = size
        self._answers: OrderedDict[Asked, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Asked) -> Answer | None:
        """Return the answer to this very question, or None."""
        with self._lock:
            answer = self._answers.get(key)
            if answer is not None:
                self._answers.move_to_end(key)
            return answer

    def put(self, key: Asked, answer: Answer) -> Answer:
        """Keep an answer and return it; the one that was not used for longest goes when there are too many."""
        with self._lock:
            self._answers[key] = answer
            self._answers.move_to_end(key)
            if len(self._answers) > self._size:
                self._answers.popitem(last=False)
        return answer

    def clear(self) -> None:
        """Forget all answers: their snapshot serves no more."""
        with self._lock:
            self._answers.clear()
