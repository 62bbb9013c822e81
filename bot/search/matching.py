"""Words by meaning: each word of a question against the words of the candidates, in any language.

Soft BM25: a word counts by how rare its match is among the candidates, times how near the nearest word of a passage
comes to it. Names count once more by the article, for an article that never names whom the question is about seldom
answers it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from bot.index.columns import gathered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.search.understanding import QuestionWords

    Floats = NDArray[np.float32]

# Cosines of centred word vectors below this are chance. Of .2, .3, .4, .5 and .6 the first gave the best MRR in
# either half of the 391 judged questions over our corpus.
_CHANCE = 0.2
# Nearness from which a word of the question counts as found in a passage. A translation comes to about this, so that it
# is worth as much as the word itself; without it passages in the question's own language win. On the two halves of the
# judged questions hit@1 .79 and .82, against .75 and .80 with 1; .375 to .625 differ by less than .01.
_FOUND = 0.5
# What words that share a key (a name in two scripts, a cognate) are worth at least, on the same scale.
_SAME_KEY = 0.9
# Added to the weights of a question's names or numbers, so that one common name alone is weak evidence.
_PRIOR = 3.0


@dataclass(frozen=True, slots=True)
class Matches:
    """What words say of each candidate, each between 0 and 1: all words, names by article, numbers by passage."""

    words: Floats
    names: Floats
    numbers: Floats


def match(question: QuestionWords, columns: NDArray[np.void], snapshot: Snapshot) -> Matches:
    """Match a question's words with those of some passages, given by their columns."""
    nothing = np.zeros(len(columns), np.float32)
    if not question.words or not len(columns):
        return Matches(nothing, nothing, nothing)
    rows, starts = gathered(columns, "first_term", "terms")
    term_rows, places = np.unique(snapshot.passage_terms[rows], return_inverse=True)
    terms = snapshot.terms[term_rows]
    same_key = question.keys[:, None] == terms["key"][None, :]
    near = np.minimum(nearness(question, term_rows, snapshot) / _FOUND, 1.0)
    by_passage = np.maximum.reduceat(near[:, places], starts, axis=1)
    weights = rarity(by_passage.sum(axis=1), len(columns))
    words = (weights @ by_passage) / max(float(weights.sum()), 1e-6)
    named, numbers = _kinds(question, terms, same_key)
    has_key = np.maximum.reduceat(same_key[:, places], starts, axis=1)
    in_article = _by_article(has_key, columns["article"])
    frequency = _key_frequency(terms, same_key)
    of_keys = rarity(frequency, len(snapshot.columns))
    return Matches(
        words=words.astype(np.float32),
        names=_coverage(in_article, of_keys, named),
        numbers=_coverage(has_key, of_keys, numbers),
    )


def nearness(question: QuestionWords, term_rows: NDArray[np.integer[Any]], snapshot: Snapshot) -> Floats:
    """Return how near each word of a question is to each term of the vocabulary, shape (words, terms).

    0 is chance, 1 the same word; the same name or cognate in another spelling is nearly that.
    """
    terms = snapshot.terms[term_rows]
    cosines = snapshot.term_vectors.products(question.vectors, term_rows)
    same_key = question.keys[:, None] == terms["key"][None, :]
    raised = np.maximum(cosines, np.where(same_key, _SAME_KEY, 0.0))
    return np.asarray(np.clip((raised - _CHANCE) / (1 - _CHANCE), 0.0, 1.0), np.float32)


def rarity(frequency: Floats, total: int) -> Floats:
    """Return the inverse document frequency (Lucene's formula) of words that `frequency` of `total` passages hold."""
    return np.asarray(np.log(1 + (total - frequency + 0.5) / (frequency + 0.5)), np.float32)


def _kinds(
    question: QuestionWords, terms: NDArray[np.void], same_key: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which words are names that the candidates know, and which are numbers that they know."""
    digits = np.array([word[0].isdigit() for word in question.words])
    known = same_key.any(axis=1)
    named = (same_key & terms["name"][None, :]).any(axis=1)
    return named & ~digits, known & digits


def _by_article(has_key: NDArray[np.bool_], articles: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Spread what one candidate of an article holds over all candidates of that article."""
    _, numbers = np.unique(articles, return_inverse=True)
    spread = np.zeros((has_key.shape[0], numbers.max() + 1), bool)
    for passage, number in enumerate(numbers):
        spread[:, number] |= has_key[:, passage]
    return spread[:, numbers]


def _key_frequency(terms: NDArray[np.void], same_key: NDArray[np.bool_]) -> Floats:
    return np.asarray(np.where(same_key, terms["frequency"][None, :], 0).max(axis=1), np.float32)


def _coverage(held: NDArray[np.bool_], rarity: Floats, chosen: NDArray[np.bool_]) -> Floats:
    """Return the share of the chosen words' weight that each candidate holds, damped by the prior."""
    weights = np.where(chosen, rarity, 0.0)
    return np.asarray(weights @ held / (weights.sum() + _PRIOR), np.float32)
