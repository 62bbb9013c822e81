"""The packaged model's tokenizer: Unigram pieces, the best split of each word, remembered.

Both engines take their tokens from here. A word that was seen is looked up, so that a passage costs some 20
microseconds, a thousandth of its encoding: the model never waits for it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np

from bot.index.e5_packed import pieces

if TYPE_CHECKING:
    from bot.index.e5_packed import PackedModel

_SPACE: Final = "▁"
_REMEMBERED: Final = 50_000  # words, some 12 MB; then they are forgotten and split again, 40 microseconds each
_UNKNOWN_PENALTY: Final = 10.0  # below the worst piece, as in SentencePiece's unigram model


class Tokenizer:
    """Splits cleaned texts (`e5_text.packed_cleaner`) into token ids. Safe to share between threads.

    The 250,000 pieces stay in the model's bytes and are found by their hashes: 3 MB, where a dictionary of them takes
    70.
    """

    def __init__(self, model: PackedModel) -> None:
        hashes = np.fromiter(map(hash, pieces(model)), np.int64, len(model.piece_scores))
        self._order = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._order]
        self._model = model
        self._longest = max(len(piece.decode()) for piece in pieces(model))
        self._unknown = float(model.piece_scores.min()) - _UNKNOWN_PENALTY
        self._special = {model.specials.start, model.specials.end, model.specials.padding, model.specials.unknown}
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
        for start, end, token, score in self._found(word):
            if best[start] + score > best[end]:
                best[end] = best[start] + score
                last[end] = token, start
        ids, end = [], len(word)
        while end:
            token, end = last[end]
            ids.append(token)
        return tuple(reversed(ids))

    def _found(self, word: str) -> list[tuple[int, int, int, float]]:
        """Return the pieces inside a word as (start, end, token, score), by start; any one character is one."""
        spans = [
            (start, end, word[start:end].encode())
            for start in range(len(word))
            for end in range(start + 1, min(start + self._longest, len(word)) + 1)
        ]
        hashes = np.array([hash(piece) for _, _, piece in spans], np.int64)
        places = np.minimum(np.searchsorted(self._hashes, hashes), len(self._hashes) - 1)
        known = (self._hashes[places] == hashes).tolist()
        tokens = self._order[places].tolist()
        found = []
        for (start, end, piece), token, is_known in zip(spans, tokens, known, strict=True):
            if is_known and token not in self._special and self._piece(token) == piece:
                found.append((start, end, token, float(self._model.piece_scores[token])))
            elif end == start + 1:
                found.append((start, end, self._model.specials.unknown, self._unknown))
        return found

    def _piece(self, token: int) -> bytes:
        first, last = self._model.piece_offsets[token : token + 2].tolist()
        return self._model.piece_bytes[first:last]
