"""Candidates for a question: the passages that any signal proposes, with what every signal says of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from bot.index.columns import COLUMN_TYPE, gathered
from bot.index.lexical import KEYS, STEMS, Within
from bot.index.tokens import keys, stems
from bot.model import PeriodRole
from bot.search.dates import date_signals
from bot.search.matching import match

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.model import Filters, Period, Question
    from bot.search.understanding import QuestionWords

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]
    Mask = NDArray[np.bool_]

# Passages that each signal may propose. More only cost time: on the development questions over our corpus every
# relevant article that fusion puts among the first five is among the first 60 of the vectors.
_FROM_VECTORS = 100
_FROM_WORDS = 50


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages with their signals, one row a passage.

    `signals` maps a signal's name to one score a passage, higher is better: `dense` and `sentence` are cosines of
    centred vectors (the latter of the passage's nearest sentence), the others
    lie between 0 and 1 (see matching.py and dates.py; `stems` and `keys` are BM25 as shares of what the question's
    words could give at most). `columns` are the snapshot's records of these passages,
    `vector` and `words` what was sought.
    """

    rows: Rows
    columns: NDArray[np.void]
    signals: dict[str, Floats]
    vector: Floats
    words: QuestionWords

    def __len__(self) -> int:
        return len(self.rows)


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
    if event is not None and not snapshot.coverage.overlaps(event):
        event = None  # nothing here is near those days, and the reader is told so
    allowed = allowed_rows(snapshot, question.filters, hard)
    if allowed is not None and not allowed.any():
        return Candidates(np.zeros(0, np.int64), np.zeros(0, COLUMN_TYPE), {}, vector, question_words)
    within = None if allowed is None else _within(snapshot, question.filters, hard)
    by_vector, _ = snapshot.vectors.search(vector, breadth * _FROM_VECTORS, allowed)
    stem_scores = _word_shares(snapshot, STEMS, stems(question.text, question.language), breadth, within)
    key_scores = _word_shares(snapshot, KEYS, keys(question.text, question.language), breadth, within)
    proposed = set(by_vector.tolist()) | _best(stem_scores, breadth) | _best(key_scores, breadth)
    rows = np.array(sorted(proposed), np.int64)
    columns = snapshot.columns[rows]
    matches = match(question_words, columns, snapshot)
    dates = date_signals(event, columns, snapshot)
    signals = {
        "dense": snapshot.vectors.scores(vector, rows),
        "sentence": _sentence_scores(columns, vector, snapshot),
        "stems": np.array([stem_scores.get(int(row), 0.0) for row in rows], np.float32),
        "keys": np.array([key_scores.get(int(row), 0.0) for row in rows], np.float32),
        "words": matches.words,
        "names": matches.names,
        "numbers": matches.numbers,
        "published": dates.published,
        "near": dates.near,
        "mentioned": dates.mentioned,
    }
    return Candidates(rows, columns, signals, vector, question_words)


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


def _word_shares(
    snapshot: Snapshot, field: str, tokens: list[str], breadth: int, within: Within | None
) -> dict[int, float]:
    """Return row -> BM25 of a field as a share of the best that the question's own words could reach."""
    found = snapshot.words.search(field, tokens, 4 * breadth * _FROM_WORDS, within)
    ceiling = snapshot.words.ceiling(field, tokens)
    return {row: min(1.0, score / ceiling) for row, score in found.items()} if ceiling > 0 else {}


def _best(scores: dict[int, float], breadth: int) -> set[int]:
    return set(sorted(scores, key=lambda row: -scores[row])[: breadth * _FROM_WORDS])


def _sentence_scores(columns: NDArray[np.void], vector: Floats, snapshot: Snapshot) -> Floats:
    """Return for each passage the cosine of its nearest sentence."""
    if not len(columns):
        return np.zeros(0, np.float32)
    rows, starts = gathered(columns, "first_sentence", "sentences")
    scores = snapshot.sentence_vectors.products(vector[None], rows)[0]
    return np.asarray(np.maximum.reduceat(scores, starts), np.float32)
