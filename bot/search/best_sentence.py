"""The sentence of a passage that most likely holds the answer: nearest to the question as a whole and in its words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from bot.index.columns import gathered
from bot.index.terms import content_words, stem_hash
from bot.search.matching import found, rarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.model import Passage, Span
    from bot.search.matching import Nearness

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

# What the words of a sentence count beside its vector: whether the chosen sentence of the right paragraph holds the
# answer, over XQuAD. With .7, as before the encoder had an adapter, two points less in Spanish, the same in English.
_WORDS = np.float32(1.3)
_MOST_CACHED = 4_000  # sentences, about 500 bytes each


def best_sentences(
    passages: Sequence[Passage], columns: NDArray[np.void], vector: Floats, nearness: Nearness, snapshot: Snapshot
) -> list[Span]:
    """Return the best sentence of each passage; `vector` is the question's, `nearness` that of the passages' terms."""
    if not passages:
        return []
    rows, starts = gathered(columns, "first_sentence", "sentences")
    scores = snapshot.sentence_vectors.products(vector[None], rows)[:, 0]
    scores += _WORDS * _word_shares(passages, starts, nearness)
    return [
        passage.sentences[int(scores[start : start + len(passage.sentences)].argmax())]
        for passage, start in zip(passages, starts.tolist(), strict=True)
    ]


def told_at_once(passage: Passage, nearness: Nearness, rarities: Floats) -> float:
    """Return which share of the question's words, weighed by rarity, the sentence of a passage has that has most."""
    article = passage.article
    near = _nearest([_stems(sentence.of(article.text), article.language) for sentence in passage.sentences], nearness)
    # Not a matrix product: that of so few numbers was seen to warn of invalid ones where there were none.
    shares = (found(near) * rarities).sum(axis=1)
    return float(shares.max(initial=0.0) / max(float(rarities.sum()), 1e-6))


def _word_shares(passages: Sequence[Passage], starts: Rows, nearness: Nearness) -> Floats:
    """Return which share of the question's words each sentence holds, the rarer in its passage the more they count."""
    stems = [
        _stems(sentence.of(passage.article.text), passage.article.language)
        for passage in passages
        for sentence in passage.sentences
    ]
    near = _nearest(stems, nearness)
    of_passages = np.array([len(passage.sentences) for passage in passages])
    weights = rarity(np.add.reduceat(near, starts, axis=0), of_passages[:, None])
    shares = weights / np.maximum(weights.sum(axis=1, keepdims=True), np.float32(1e-6))
    return np.asarray((near * np.repeat(shares, of_passages, axis=0)).sum(axis=1), np.float32)


def _nearest(stems: Sequence[NDArray[np.uint64]], nearness: Nearness) -> Floats:
    """Return how near each sentence comes to each word of the question, shape (sentences, words)."""
    result = np.zeros((len(stems), nearness.values.shape[1]), np.float32)
    counts = np.array([len(of_sentence) for of_sentence in stems])
    spoken = np.flatnonzero(counts)
    if len(spoken):
        starts = np.cumsum(counts[spoken]) - counts[spoken]
        near = nearness.of(np.concatenate(stems))
        result[spoken] = np.maximum.reduceat(near, starts, axis=0)
    return result


@lru_cache(maxsize=_MOST_CACHED)
def _stems(text: str, language: str) -> NDArray[np.uint64]:
    """Return the hashes of the stems of a sentence's content words; what answers one question answers others too."""
    return np.array([stem_hash(word, language) for word in content_words(text, language)], np.uint64)
