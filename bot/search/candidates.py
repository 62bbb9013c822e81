"""Candidates for a question: the passages that any signal proposes, with what every signal says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from bot.index.columns import COLUMN_TYPE, gathered
from bot.index.lexical import KEYS, STEMS
from bot.index.tokens import keys, stems
from bot.index.vectors import centred
from bot.model import PeriodRole
from bot.search.dates import date_signals
from bot.search.matching import match

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.model import Filters, Period, Question
    from bot.search.matching import QuestionWords

    Floats = NDArray[np.float32]
    Rows = NDArray[np.int64]

# Passages that each signal may propose. More only cost time: on the development questions over our corpus every
# relevant article that fusion puts among the first five is among the first 60 of the vectors.
_FROM_VECTORS = 100
_FROM_WORDS = 50


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages with their signals, one row a passage.

    `signals` maps a signal's name to one score a passage, higher is better: `dense` and `sentence` are cosines of
    centred vectors (the latter of the passage's best sentence, whose position in it is `best_sentence`), the others
    lie between 0 and 1 (see matching.py and dates.py; `stems` and `keys` are BM25 as shares of what the question's
    words could give at most). `columns` are the snapshot's records of these passages.
    """

    rows: Rows
    columns: NDArray[np.void]
    best_sentence: NDArray[np.int64]
    signals: dict[str, Floats]

    def __len__(self) -> int:
        return len(self.rows)


def find_candidates(
    question: Question, vector: Floats, question_words: QuestionWords, snapshot: Snapshot
) -> Candidates:
    """Return what the snapshot has for a question among the passages that its filters and hard period allow.

    `vector` is the question's, unit length. A period of publication filters hard: undated articles never pass it.
    """
    request = question.period
    hard = request.period if request is not None and request.role is PeriodRole.PUBLISHED else None
    event = request.period if request is not None and request.role is PeriodRole.EVENT else None
    if event is not None and not snapshot.coverage.overlaps(event):
        event = None  # nothing here is near those days, and the reader is told so
    allowed = allowed_rows(snapshot, question.filters, hard)
    if allowed is not None and not len(allowed):
        return _empty()
    by_vector, _ = snapshot.vectors.search(vector, _FROM_VECTORS, allowed)
    stem_scores = _word_shares(snapshot, STEMS, stems(question.text, question.language))
    key_scores = _word_shares(snapshot, KEYS, keys(question.text, question.language))
    proposed = set(by_vector.tolist()) | _best(stem_scores) | _best(key_scores)
    rows = np.array(sorted(proposed), np.int64)
    if allowed is not None:
        rows = rows[np.isin(rows, allowed)]
    columns = snapshot.columns[rows]
    sentence, best_sentence = _sentence_scores(columns, vector, snapshot)
    matches = match(question_words, columns, snapshot)
    dates = date_signals(event, columns, snapshot)
    signals = {
        "dense": snapshot.vectors.scores(vector, rows),
        "sentence": sentence,
        "stems": np.array([stem_scores.get(int(row), 0.0) for row in rows], np.float32),
        "keys": np.array([key_scores.get(int(row), 0.0) for row in rows], np.float32),
        "words": matches.words,
        "names": matches.names,
        "numbers": matches.numbers,
        "published": dates.published,
        "near": dates.near,
        "mentioned": dates.mentioned,
    }
    return Candidates(rows, columns, best_sentence, signals)


def _empty() -> Candidates:
    return Candidates(np.zeros(0, np.int64), np.zeros(0, COLUMN_TYPE), np.zeros(0, np.int64), {})


def allowed_rows(snapshot: Snapshot, filters: Filters, hard_period: Period | None) -> Rows | None:
    """Return the rows that pass the hard filters, or None where there is no filter."""
    columns = snapshot.columns
    mask = np.ones(len(columns), bool)
    for period in (hard_period, filters.period):
        if period is not None:
            mask &= in_period(columns["published"], period)
    if filters.languages:
        wanted = [n for n, language in enumerate(snapshot.languages) if language in filters.languages]
        mask &= np.isin(columns["language"], wanted)
    if filters.publishers:
        wanted = [n for n, publisher in enumerate(snapshot.publisher_names) if publisher in filters.publishers]
        mask &= np.isin(columns["publisher"], wanted)
    return None if mask.all() else np.flatnonzero(mask).astype(np.int64)


def in_period(published: NDArray[np.int32], period: Period) -> NDArray[np.bool_]:
    """Return which publication dates (ordinals, 0 unknown) fall into a period; an unknown date never does."""
    inside = published > 0
    if period.first is not None:
        inside = inside & (published >= period.first.toordinal())
    if period.last is not None:
        inside = inside & (published <= period.last.toordinal())
    return inside


def _word_shares(snapshot: Snapshot, field: str, tokens: list[str]) -> dict[int, float]:
    """Return row -> BM25 of a field as a share of the best that the question's own words could reach."""
    found = snapshot.words.search(field, tokens, 4 * _FROM_WORDS)
    ceiling = snapshot.words.ceiling(field, tokens)
    return {row: min(1.0, score / ceiling) for row, score in found.items()} if ceiling > 0 else {}


def _best(scores: dict[int, float]) -> set[int]:
    return set(sorted(scores, key=lambda row: -scores[row])[:_FROM_WORDS])


def _sentence_scores(columns: NDArray[np.void], vector: Floats, snapshot: Snapshot) -> tuple[Floats, NDArray[np.int64]]:
    """Return for each passage the cosine of its nearest sentence and that sentence's position."""
    if not len(columns):
        return np.zeros(0, np.float32), np.zeros(0, np.int64)
    counts = columns["sentences"].astype(np.int64)
    rows, starts = gathered(columns, "first_sentence", "sentences")
    vectors = centred(snapshot.sentence_vectors[rows], np.repeat(columns["language"], counts), snapshot.sentence_means)
    scores = vectors @ vector
    best = np.maximum.reduceat(scores, starts)
    positions = np.array(
        [int(scores[start : start + count].argmax()) for start, count in zip(starts, counts, strict=True)], np.int64
    )
    return best.astype(np.float32), positions
