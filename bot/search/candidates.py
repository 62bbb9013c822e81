"""Candidates for a question: the passages that any signal proposes, with what every signal says of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from bot.index.columns import gathered
from bot.index.lexical import KEYS, STEMS, Within
from bot.index.tokens import keys, stems
from bot.model import PeriodRole
from bot.search.countries import country_signals
from bot.search.dates import date_signals
from bot.search.levelling import levelled
from bot.search.matching import match

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.model import Filters, Period, Question
    from bot.search.matching import Nearness
    from bot.search.understanding import QuestionWords

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]
    Mask = NDArray[np.bool_]

# Passages that each signal may propose. More only cost time: 100 and 50 give the same hit@1, hit@5 and MRR on both sets
# of judged questions over our corpus; 70 and 40 lose half a point of hit@5.
_FROM_VECTORS = 80
_FROM_WORDS = 40
# Nearness from which these passages have a word: of thirty words of other matters one is nearer to any of our corpus.
_KNOWN = 0.5


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages with their signals, one row a passage.

    `signals` maps a signal's name to one score a passage: `dense` and `sentence` are cosines of centred vectors (the
    latter of the passage's nearest sentence), the others lie between 0 and 1 (see matching.py, countries.py and
    dates.py), but for `levelled`, which is `words` with all languages on one level. Higher is better, but for `missing
    names` and `missing countries`, which are 0 at best and tell against an answer. `columns` are the snapshot's records
    of these passages, `vector` is the question's; of its words `nearness` is that to all terms of these passages and
    `rarities` what each weighs. `outside` tells that an event is asked for of days that the collection does not cover.
    """

    question: Question
    rows: Rows
    columns: NDArray[np.void]
    signals: dict[str, Floats]
    vector: Floats
    nearness: Nearness
    rarities: Floats
    outside: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def are_named(self) -> bool:
        """Whether the question has a name that an article of these has, or a country: then it is about the corpus."""
        return any(self.signals[name].any() for name in ("names", "countries", "missing countries"))

    @property
    def known(self) -> Mask:
        """Which words of the question these passages have, in any language, shape (words,)."""
        return np.asarray(self.nearness.values.max(axis=0, initial=0.0) >= _KNOWN, bool)


def find_candidates(
    question: Question, vector: Floats, question_words: QuestionWords, snapshot: Snapshot, *, breadth: int = 1
) -> Candidates:
    """Return what the snapshot has for a question among the passages that its filters and hard period allow.

    `vector` is the question's, unit length. A period of publication filters hard: undated articles never pass it.
    `breadth` times as many passages are proposed: a survey of a topic wants all of them, an answer the best.
    """
    request = question.period
    hard = request.period if request is not None and request.role is PeriodRole.PUBLISHED else None
    event = request.period if request is not None and request.role is PeriodRole.EVENT else None
    allowed = allowed_rows(snapshot, question.filters, hard)
    if allowed is not None and not allowed.any():
        rows = np.zeros(0, np.int64)
    else:
        within = None if allowed is None else _within(snapshot, question.filters, hard)
        by_words = _proposed_by_words(question, snapshot, breadth * _FROM_WORDS, within)
        by_vector, _ = snapshot.vectors.search(vector, breadth * _FROM_VECTORS, allowed)
        rows = np.array(sorted(by_words.union(by_vector.tolist())), np.int64)
    columns = snapshot.columns[rows]
    matches = match(question_words, columns, snapshot)
    dates = date_signals(event, columns, snapshot)
    countries = country_signals(question, columns)
    signals = {
        "dense": snapshot.vectors.scores(vector, rows),
        "sentence": _sentence_scores(columns, vector, snapshot),
        "words": matches.words,
        "levelled": levelled(matches.words, columns["language"]),
        "names": matches.names,
        "missing names": matches.missing_names,
        "weakest word": matches.weakest,
        "numbers": matches.numbers,
        "countries": countries.named,
        "missing countries": countries.missing,
        "published": dates.published,
        "near": dates.near,
        "mentioned": dates.mentioned,
    }
    return Candidates(
        question, rows, columns, signals, vector, matches.nearness, matches.rarities, outside=dates.outside
    )


def _proposed_by_words(question: Question, snapshot: Snapshot, limit: int, within: Within | None) -> set[int]:
    text, language = question.text, question.language
    found = set(snapshot.words.search(KEYS, keys(text, language), limit, within))
    if within is not None and within.languages is not None:
        if language not in within.languages:
            return found
        within = replace(within, languages=None)  # a stem is of one language, and to ask for it again doubles the time
    return found.union(snapshot.words.search(STEMS, stems(text, language), limit, within))


def allowed_rows(snapshot: Snapshot, filters: Filters, hard_period: Period | None) -> Mask | None:
    """Return which rows pass the hard filters, or None where all do."""
    sought = snapshot.sought
    masks = [in_period(sought.published, period) for period in (hard_period, filters.period) if period is not None]
    if filters.languages:
        masks.append(np.isin(snapshot.languages, list(filters.languages))[sought.language])
    publishers = _publishers(snapshot, filters)
    if publishers is not None:
        masks.append(np.isin(snapshot.publisher_names, list(publishers))[sought.publisher])
    mask = np.logical_and.reduce(masks) if masks else None
    return None if mask is None or mask.all() else mask


def _publishers(snapshot: Snapshot, filters: Filters) -> frozenset[str] | None:
    """Return the names of the publishers that the filters leave, "" for an unknown one; None where they leave all."""
    if not (filters.publishers or filters.without_publishers or filters.without_ownership):
        return None
    return frozenset(
        name
        for name in snapshot.publisher_names
        if (not filters.publishers or name in filters.publishers)
        and name not in filters.without_publishers
        and _ownership(snapshot, name) not in filters.without_ownership
    )


def _within(snapshot: Snapshot, filters: Filters, hard_period: Period | None) -> Within:
    """Return the same filters for the search of words."""
    days = [period for period in (hard_period, filters.period) if period is not None]
    first = max((period.first.toordinal() for period in days if period.first), default=1)
    last = min((period.last.toordinal() for period in days if period.last), default=date.max.toordinal())
    return Within(filters.languages or None, _publishers(snapshot, filters), (first, last) if days else None)


def _ownership(snapshot: Snapshot, publisher: str) -> str:
    known = snapshot.publishers.get(publisher)
    return known.ownership if known else "unknown"


def in_period(published: NDArray[np.int32], period: Period) -> NDArray[np.bool_]:
    """Return which publication dates (ordinals, 0 unknown) fall into a period; an unknown date never does."""
    inside = published > 0
    if period.first is not None:
        inside = inside & (published >= period.first.toordinal())
    if period.last is not None:
        inside = inside & (published <= period.last.toordinal())
    return inside


def _sentence_scores(columns: NDArray[np.void], vector: Floats, snapshot: Snapshot) -> Floats:
    """Return for each passage the cosine of its nearest sentence."""
    if not len(columns):
        return np.zeros(0, np.float32)
    rows, starts = gathered(columns, "first_sentence", "sentences")
    scores = snapshot.sentence_vectors.products(vector[None], rows)[:, 0]
    return np.asarray(np.maximum.reduceat(scores, starts), np.float32)
