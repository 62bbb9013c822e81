"""The packaged model's tokenizer: Unigram pieces, the best split of each word, remembered.

Both engines that encode passages take their tokens from here. A word that was seen is looked up, so that a passage
costs some 20 microseconds, a thousandth of its encoding: the model never waits for it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from bot.index.e5_packed import pieces

if TYPE_CHECKING:
    from bot.index.e5_packed import PackedModel

_SPACE: Final = "▁"
_REMEMBERED: Final = 200_000  # words, some 50 MB; a news corpus of 100,000 passages has fewer
_UNKNOWN_PENALTY: Final = 10.0  # below the worst piece, as in SentencePiece's unigram model


class Tokenizer:
    """Splits cleaned texts (`e5_text.packed_cleaner`) into token ids. Safe to share between threads."""

    def __init__(self, model: PackedModel) -> None:
        special = {model.specials.start, model.specials.end, model.specials.padding, model.specials.unknown}
        found = pieces(model)
        self._pieces = {piece: (token, score) for token, (piece, score) in enumerate(found) if token not in special}
        self._longest = max(map(len, self._pieces), default=0)
        self._unknown = (model.specials.unknown, min(score for _, score in found) - _UNKNOWN_PENALTY)
        self._words: dict[str, tuple[int, ...]] = {}

    def tokens(self, text: str) -> list[int]:
        """Return the ids of a text's tokens, without those that frame a window; a space at the end is one."""
        ids: list[int] = []
        for word in text.replace(_SPACE, " ").split(" "):
            ids += self._words.get(word) or self._split(word)
        return ids

    def _split(self, word: str) -> tuple[int, ...]:
        if len(self._words) >= _REMEMBERED:
            self._words.clear()
        found = self._words[word] = self._best_split(_SPACE + word)
        return found

    def _best_split(self, word: str) -> tuple[int, ...]:
        """Return the pieces of the highest sum of log probabilities (Viterbi); ties go to the earlier start."""
        best = [0.0] + [-math.inf] * len(word)
        last: list[tuple[int, int]] = [(0, 0)] * (len(word) + 1)  # token that ends here, and where it starts
        for start in range(len(word)):
            for end in range(start + 1, min(start + self._longest, len(word)) + 1):
                token, score = self._pieces.get(word[start:end], self._unknown if end == start + 1 else (0, -math.inf))
                if best[start] + score > best[end]:
                    best[end] = best[start] + score
                    last[end] = token, start
        ids, end = [], len(word)
        while end:
            token, end = last[end]
            ids.append(token)
        return tuple(reversed(ids))
