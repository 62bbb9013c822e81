"""Words by meaning: each word of a question against the words of the candidates, in any language.

Soft BM25: a word counts by how rare its match is among the candidates, times how near the nearest word of a passage
comes to it. Names count once more by the article, for an article that never names whom the question is about seldom
answers it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from bot.index.arrays import distinct
from bot.index.columns import gathered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.search.understanding import QuestionWords

    Floats = NDArray[np.float32]

_Held = TypeVar("_Held", np.bool_, np.float32)

# Cosines of centred word vectors below this are chance. Of .2, .3, .4, .5 and .6 the first gave the best MRR in
# either half of the 391 judged questions over our corpus.
_CHANCE = 0.2
# Nearness from which a word of the question counts as found in a passage. A translation comes to about this, so that it
# is worth as much as the word itself; without it passages in the question's own language win. On the two halves of the
# judged questions hit@1 .79 and .82, against .75 and .80 with 1; .375 to .625 differ by less than .01.
_FOUND = 0.5
# What words that share a key (a name in two scripts, a cognate) are worth at least, on the same scale.
_SAME_KEY = 0.9
# What words of one notion (thesaurus.py) are worth at least, on the same scale: as much as the word itself (`_FOUND`).
# With less a topic of one word ("blackout") is not found; from .6 on nothing changes. Without a thesaurus hit@1 of the
# cross-lingual questions is .79 on our set and .70 on the development set, with it .82 and .76.
_SAME_NOTION = 0.6
# Added to the weights of a question's names or numbers, so that one common name alone is weak evidence.
_PRIOR = 3.0


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near each word of a question is to terms of the vocabulary: 0 is chance, 1 the same word.

    The same name or cognate in another spelling is nearly that. `stems` are the terms' hashes, sorted, `values` has
    shape (terms, words).
    """

    stems: NDArray[np.uint64]
    values: Floats

    def of(self, stems: NDArray[np.uint64]) -> Floats:
        """Return the values of some stems, shape (stems, words); one that was not compared is near to nothing."""
        if not len(self.stems):
            return np.zeros((len(stems), self.values.shape[1]), np.float32)
        places = np.minimum(np.searchsorted(self.stems, stems), len(self.stems) - 1)
        return np.where((self.stems[places] == stems)[:, None], self.values[places], np.float32(0))


@dataclass(frozen=True, slots=True)
class Matches:
    """What words say of each candidate, each between 0 and 1: all words, names by article, numbers by passage.

    `missing_names` is the sum of the rarities of the question's names that the candidate's article lacks, `weakest` how
    much is found in that article of the word of which it has least, `rarities` what each word weighs; `nearness` is
    that of all terms that the candidates hold.
    """

    words: Floats
    names: Floats
    numbers: Floats
    missing_names: Floats
    weakest: Floats
    rarities: Floats
    nearness: Nearness


@dataclass(frozen=True, slots=True)
class _SameKeys:
    """Words of a question and terms of the candidates that share a key, as pairs.

    `words` are positions in the question, `terms` places among the candidates' terms, `records` those terms'.
    """

    words: NDArray[np.int64]
    terms: NDArray[np.int64]
    records: NDArray[np.void]


def match(question: QuestionWords, columns: NDArray[np.void], snapshot: Snapshot) -> Matches:
    """Match a question's words with those of some passages, given by their columns."""
    if not question.words or not len(columns):
        nothing = np.zeros(len(columns), np.float32)
        nowhere = Nearness(np.zeros(0, np.uint64), np.zeros((0, len(question.words)), np.float32))
        return Matches(nothing, nothing, nothing, nothing, nothing, np.zeros(len(question.words), np.float32), nowhere)
    rows, starts = gathered(columns, "first_term", "terms")
    term_rows, places = distinct(snapshot.passage_terms[rows], len(snapshot.terms))
    same = _same_keys(question, term_rows, snapshot)
    stems = snapshot.stems[term_rows]
    cosines = snapshot.term_vectors.products(question.vectors, term_rows)
    _raise_related(cosines, question.related, stems)
    nearness = _nearness(cosines, same)
    by_passage = np.maximum.reduceat(found(nearness).take(places, axis=0), starts, axis=0)
    weights = rarity(by_passage.sum(axis=0), len(columns))
    has_key = _holders(same, len(question.words), len(term_rows), places, starts)
    of_keys = rarity(_key_frequency(same, len(question.words)), len(snapshot.columns))
    named, numbers = _kinds(question, same)
    in_article = _by_article(has_key, columns["article"])
    return Matches(
        words=(by_passage * weights).sum(axis=1) / max(float(weights.sum()), 1e-6),
        names=_coverage(in_article, of_keys, named),
        numbers=_coverage(has_key, of_keys, numbers),
        missing_names=np.asarray((~in_article * np.where(named, of_keys, np.float32(0))).sum(axis=1), np.float32),
        weakest=_weakest(_by_article(by_passage, columns["article"]), question.translated),
        rarities=weights,
        nearness=Nearness(stems, nearness),
    )


def found(nearness: Floats) -> Floats:
    """Return how much of a word is found at some nearness, between 0 and 1: a translation counts as the word itself."""
    return np.asarray(np.minimum(nearness * np.float32(1 / _FOUND), np.float32(1)), np.float32)


def rarity(frequency: Floats, total: int | NDArray[np.integer[Any]]) -> Floats:
    """Return the inverse document frequency (Lucene's formula) of words that `frequency` of `total` passages hold."""
    return np.asarray(np.log(1 + (total - frequency + 0.5) / (frequency + 0.5)), np.float32)


def _same_keys(question: QuestionWords, term_rows: NDArray[np.int64], snapshot: Snapshot) -> _SameKeys:
    is_same = question.keys[:, None] == snapshot.terms["key"][term_rows][None, :]
    words, terms = np.divmod(np.flatnonzero(is_same), max(len(term_rows), 1))
    return _SameKeys(words, terms, snapshot.terms[term_rows[terms]])


def _raise_related(cosines: Floats, related: Sequence[NDArray[np.uint64]], stems: NDArray[np.uint64]) -> None:
    """Raise, in place, the cosines of words with the terms of their notions; `stems` are the terms', sorted."""
    if not related:
        return
    wanted = np.concatenate(related)
    words = np.repeat(np.arange(len(related)), [len(of_word) for of_word in related])
    places = np.minimum(np.searchsorted(stems, wanted), len(stems) - 1)
    held = stems[places] == wanted
    places, words = places[held], words[held]
    cosines[places, words] = np.maximum(cosines[places, words], np.float32(_SAME_NOTION))


def _nearness(cosines: Floats, same: _SameKeys) -> Floats:
    """Make nearness of cosines, in place."""
    cosines[same.terms, same.words] = np.maximum(cosines[same.terms, same.words], _SAME_KEY)
    cosines -= np.float32(_CHANCE)
    cosines *= np.float32(1 / (1 - _CHANCE))
    return np.clip(cosines, np.float32(0), np.float32(1), out=cosines)


def _holders(
    same: _SameKeys, words: int, terms: int, places: NDArray[np.int32], starts: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return which candidates hold the key of which word, shape (candidates, words)."""
    bits = np.zeros(terms, np.uint32)  # of each term, one a word of the question
    np.bitwise_or.at(bits, same.terms, np.uint32(1) << same.words.astype(np.uint32))
    of_passages = np.bitwise_or.reduceat(bits[places], starts)
    return np.asarray((of_passages[:, None] >> np.arange(words, dtype=np.uint32)) & 1, bool)


def _kinds(question: QuestionWords, same: _SameKeys) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which words are names that the candidates know, and which are numbers that they know.

    A name that each language has a word of its own for ("Moscow", "Москва") is none here: its keys differ, and an
    article would seem to lack what it only calls otherwise.
    """
    digits = np.array([word[0].isdigit() for word in question.words])
    known, named = np.zeros_like(digits), np.zeros_like(digits)
    known[same.words] = True
    named[same.words[same.records["name"]]] = True
    return named & ~digits & ~question.translated, known & digits


def _by_article(held: NDArray[_Held], articles: NDArray[np.uint32]) -> NDArray[_Held]:
    """Spread the most that one candidate of an article holds of each word over all candidates of that article."""
    by_article = np.argsort(articles, kind="stable")
    ordered = articles[by_article]
    is_first = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    spread = np.maximum.reduceat(held[by_article], np.flatnonzero(is_first), axis=0)
    result = np.empty_like(held)
    result[by_article] = spread[np.cumsum(is_first) - 1]
    return result


def _weakest(by_article: Floats, translated: NDArray[np.bool_]) -> Floats:
    """Return the least of each row, over the words that no language has one of its own for; 1 where there is none."""
    return np.asarray(by_article[:, ~translated].min(axis=1, initial=1.0), np.float32)


def _key_frequency(same: _SameKeys, words: int) -> Floats:
    frequency = np.zeros(words, np.float32)
    np.maximum.at(frequency, same.words, same.records["frequency"].astype(np.float32))
    return frequency


def _coverage(held: NDArray[np.bool_], rarity: Floats, chosen: NDArray[np.bool_]) -> Floats:
    """Return the share of the chosen words' weight that each candidate holds, damped by the prior."""
    weights = np.where(chosen, rarity, np.float32(0))
    return np.asarray((held * weights).sum(axis=1) / (weights.sum() + _PRIOR), np.float32)
