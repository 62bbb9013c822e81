"""Questions asked at the same time share a pass of the model."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.search.gathering import Gathered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class _Slow:
    """An encoder whose first call waits until it is let go; notes the texts of each call."""

    model_id, dimension, engine = "slow", 2, "slow"

    def __init__(self) -> None:
        self.calls: list[list[str]] = []
        self.begun, self.go = threading.Event(), threading.Event()

    def encode_questions(self, texts: Sequence[str], words: Sequence[str] = ()) -> NDArray[np.float32]:
        """Return the length and the first letter's number of each text and word."""
        texts = [*texts, *words]
        self.calls.append(list(texts))
        if len(self.calls) == 1:
            self.begun.set()
            assert self.go.wait(30)
        if "bad" in texts:
            msg = "no such text"
            raise ValueError(msg)
        return np.array([[len(text), ord(text[0])] for text in texts], np.float32).reshape(-1, 2)

    encode_passages = encode_questions


def _asked(encoder: _Slow, requests: list[list[str]]) -> list[object]:
    """Ask one thing, then all others while it runs; return what each got, vectors or an error."""
    gathered = Gathered(encoder, passes=1)

    def ask(texts: list[str]) -> object:
        try:
            return gathered.encode(texts[:1], words=texts[1:]).tolist()
        except ValueError as error:
            return str(error)

    with ThreadPoolExecutor(len(requests)) as askers:
        first = askers.submit(ask, requests[0])
        assert encoder.begun.wait(30)
        others = [askers.submit(ask, texts) for texts in requests[1:]]
        while len(gathered._waiting) < len(others):
            threading.Event().wait(0.001)
        encoder.go.set()
        return [future.result(30) for future in (first, *others)]


def test_one_who_asks_alone_is_served_at_once() -> None:
    """Without waiting for anybody."""
    encoder = _Slow()
    encoder.go.set()
    assert Gathered(encoder).encode(["ab", "c"]).tolist() == [[2, ord("a")], [1, ord("c")]]
    assert encoder.calls == [["ab", "c"]]


def test_all_who_wait_share_the_next_pass_and_each_gets_its_own() -> None:
    """Eight at most in one pass, in the order in which they came, whatever number of texts each has."""
    encoder = _Slow()
    requests = [["x" * (number + 1)] * (number % 3) for number in range(1, 12)]
    found = _asked(encoder, [["first"], *requests])
    assert found == [[[5, ord("f")]], *([[len(text), ord("x")] for text in texts] for texts in requests)]
    assert encoder.calls[0] == ["first"]
    assert len(encoder.calls) == 3
    assert len(encoder.calls[1]) + len(encoder.calls[2]) == sum(map(len, requests))


def test_a_failure_reaches_all_of_its_pass_and_nobody_else() -> None:
    """And the next question is answered."""
    encoder = _Slow()
    assert _asked(encoder, [["first"], ["bad"], ["with it"]]) == [[[5, ord("f")]], "no such text", "no such text"]
    gathered = Gathered(encoder, passes=1)
    with pytest.raises(ValueError, match="no such text"):
        gathered.encode(["bad"])
    assert gathered.encode(["ok"]).tolist() == [[2, ord("o")]]
