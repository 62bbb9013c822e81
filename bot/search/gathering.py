"""Questions that are asked at the same time, encoded together.

A pass of the model over eight questions takes little more than half the time of eight passes, for each pass unpacks the
weights. So while all processors encode, those who ask wait; whoever is free next takes all that wait into one pass.
"""

from __future__ import annotations

from concurrent.futures import Future
from threading import Condition
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.index.processor import usable_processors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.index.encoder import Encoder

    Vectors = NDArray[np.float32]
    _Request = tuple[Sequence[str], Sequence[str], Future[Vectors]]  # texts, words, their vectors

# Requests of one pass. Of eight, each gets its vectors in half the time of one alone; more gain little, and all of them
# wait for the last.
_MOST_TOGETHER: Final = 8


class Gathered:
    """Encodes questions with a bounded number of passes at a time. Thread safe.

    Which questions share a pass changes their vectors by rounding only (1e-7).
    """

    def __init__(self, encoder: Encoder, passes: int = 0) -> None:
        """`passes` may run at once; 0 is one for each usable processor."""
        self._encoder = encoder
        self._passes = passes or usable_processors()
        self._running = 0
        self._waiting: list[_Request] = []
        self._changed = Condition()

    def encode(self, texts: Sequence[str], words: Sequence[str] = ()) -> Vectors:
        """Return one unit vector a text, then one a word, shape (n, dimension). Raises what the encoder raises."""
        mine: Future[Vectors] = Future()
        with self._changed:
            self._waiting.append((texts, words, mine))
        while True:
            with self._changed:
                self._changed.wait_for(lambda: mine.done() or (self._waiting and self._running < self._passes))
                if mine.done():
                    return mine.result()
                batch, self._waiting = self._waiting[:_MOST_TOGETHER], self._waiting[_MOST_TOGETHER:]
                self._running += 1
            self._run(batch)

    def _run(self, batch: list[_Request]) -> None:
        """Encode for all of a batch, and give a failure to all of it."""
        try:
            all_texts = [text for texts, _, _ in batch for text in texts]
            vectors = self._encoder.encode_questions(all_texts, [word for _, words, _ in batch for word in words])
        except BaseException as error:
            for *_, future in batch:
                future.set_exception(error)
            if not isinstance(error, Exception):
                raise
        else:
            text, word = 0, len(all_texts)
            for texts, words, future in batch:
                future.set_result(
                    np.concatenate([vectors[text : text + len(texts)], vectors[word : word + len(words)]])
                )
                text, word = text + len(texts), word + len(words)
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify_all()
