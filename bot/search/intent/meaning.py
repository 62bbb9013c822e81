"""Small talk and orders in words that no rule knows, told by the direction in which a question's vector points.

Two directions in the space of the packaged encoder: one from questions to what is none, one from small talk to orders.
They come with the program, learnt once from messages written for it (`python -m tests.quality.intent_direction`), and
mean nothing to another model: with one, the rules alone decide. A message with a name that the corpus knows is never
judged by them (`engine.py`): that costs 3 of 75 messages that they take out, and keeps questions from being taken out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from bot.model import Intent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

DIRECTION_FILE: Final = "direction.json"
_MOST_WORDS: Final = 40  # of a message that is judged by its meaning: a pasted claim of two sentences has a topic


@dataclass(frozen=True, slots=True)
class Direction:
    """What was learnt: a message is no question where `away @ vector > threshold`, an order where `orders @ ... > 0`.

    `away` and `orders` have the dimension of the model named `model`; the last number of `orders` is added.
    """

    model: str
    threshold: float
    away: tuple[float, ...]
    orders: tuple[float, ...]


@cache
def packaged_direction() -> Direction:
    """Return the direction that comes with the program."""
    return msgspec.json.decode((files("bot.search.intent") / DIRECTION_FILE).read_bytes(), type=Direction)


class Meanings:
    """Judges vectors of one encoder. Thread safe."""

    def __init__(self, model_id: str) -> None:
        """`model_id` is the encoder's; only vectors of the packaged model are judged."""
        learnt = packaged_direction()
        self._threshold = learnt.threshold
        self._away = np.array(learnt.away, np.float32) if learnt.model == model_id else None
        self._orders = np.array(learnt.orders, np.float32)

    def intent(self, text: str, vector: Floats) -> Intent:
        """Return the intent of a message that no rule took out, from its vector, shape (dimension,)."""
        if self._away is None or float(self._away @ vector) <= self._threshold or len(text.split()) > _MOST_WORDS:
            return Intent.QUESTION
        return Intent.INSTRUCTION if float(self._orders[:-1] @ vector) + self._orders[-1] > 0 else Intent.SMALL_TALK
