"""The sentence of a passage that most likely holds the answer: nearest to the question as a whole and in its words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from bot.index.terms import content_words, stem_hash
from bot.search.matching import nearness, rarity

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.model import Passage, Span
    from bot.search.understanding import QuestionWords

    Floats = NDArray[np.float32]

# What the words of a sentence count beside its vector. Fitted to whether the chosen sentence of the right paragraph
# holds the answer, cross-validated over paragraphs: .66 to .9 over five public sets of questions in four languages
# (docs/quality.md has the shares).
_WORDS = np.float32(0.7)
_MOST_CACHED = 4_000  # sentences, about 500 bytes each


def best_sentence(passage: Passage, record: np.void, vector: Floats, words: QuestionWords, snapshot: Snapshot) -> Span:
    """Return the best sentence of a passage, whose columns are `record`; `vector` and `words` are the question's."""
    if len(passage.sentences) == 1:
        return passage.sentences[0]
    scores = _cosines(record, vector, snapshot) + _WORDS * _word_shares(passage, words, snapshot)
    return passage.sentences[int(scores.argmax())]


def _cosines(record: np.void, vector: Floats, snapshot: Snapshot) -> Floats:
    rows = int(record["first_sentence"]) + np.arange(int(record["sentences"]))
    return np.asarray(snapshot.sentence_vectors.products(vector[None], rows)[0])


def _word_shares(passage: Passage, words: QuestionWords, snapshot: Snapshot) -> Floats:
    """Return for each sentence which share of the question's words it holds, rarer ones among them counting more."""
    shares = np.zeros(len(passage.sentences), np.float32)
    held = [
        _term_rows(sentence.of(passage.article.text), passage.article.language, snapshot)
        for sentence in passage.sentences
    ]
    counts = np.array([len(rows) for rows in held])
    if not words.words or not counts.any():
        return shares
    rows, places = np.unique(np.concatenate(held), return_inverse=True)
    spoken = np.flatnonzero(counts)
    starts = np.concatenate(([0], np.cumsum(counts[spoken])[:-1]))
    near = np.maximum.reduceat(nearness(words, rows, snapshot)[:, places], starts, axis=1)
    weights = rarity(near.sum(axis=1), len(passage.sentences))
    shares[spoken] = (weights @ near) / max(float(weights.sum()), 1e-6)
    return shares


def _term_rows(text: str, language: str, snapshot: Snapshot) -> NDArray[np.int64]:
    """Return the rows of a text's content words in the vocabulary, which holds all words of all passages."""
    stems, known = _stems(text, language), snapshot.stems
    rows = np.minimum(np.searchsorted(known, stems), max(len(known) - 1, 0))
    return rows[known[rows] == stems] if len(known) else rows[:0]


@lru_cache(maxsize=_MOST_CACHED)
def _stems(text: str, language: str) -> NDArray[np.uint64]:
    """Return the hashes of the stems of a sentence's content words; what answers one question answers others too."""
    return np.array([stem_hash(word, language) for word in content_words(text, language)], np.uint64)
