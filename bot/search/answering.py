"""From ranked candidates to an answer: passages checked to the letter, copies collapsed, sides balanced, notes."""

from __future__ import annotations

import itertools
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.errors import VerbatimError
from bot.model import Answer, Hit, Note, Outcome, PeriodRole
from bot.periods import has_ambiguous_date
from bot.search.best_sentence import best_sentences
from bot.search.contradictions import contradicted, with_another_figure, with_contradictions
from bot.search.independence import independent
from bot.search.rank import collapsed_copies, fuse, order
from bot.search.sides import FIRST, balanced, is_from_elsewhere, one_side, relevant_from, without_elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.model import Coverage, Passage, Question
    from bot.search.candidates import Candidates
    from bot.search.sides import Side

    SearchWithout = Callable[[frozenset[str]], Candidates]

log = logging.getLogger(__name__)


def best_hits(
    candidates: Candidates,
    scores: NDArray[np.float32],
    snapshot: Snapshot,
    limit: int,
    search_without: SearchWithout | None = None,
) -> list[Hit]:
    """Return the best hits, at most `limit`, each naming the copies of its article.

    A copy whose passage gives another figure than the hit's is a hit of its own, right behind it. Where all are the
    word of one side, the last is the best from elsewhere, however far behind; where none of the candidates is from
    elsewhere, `search_without` looks for the same among other publishers than those it is given.
    """
    ordered = order(scores, candidates.columns)
    positions = list(itertools.islice(ordered, limit))
    hits = hits_at(positions, candidates, scores, snapshot)
    versions = _versions(hits, positions, candidates, scores, snapshot)
    shown = with_contradictions(hits, versions)[:limit]
    elsewhere = _Elsewhere.of(shown, snapshot)
    if elsewhere is None or any(elsewhere.has(hit) for hit in shown):
        return shown
    found = elsewhere.best(ordered, candidates, scores)
    if found is None and search_without is not None and len(candidates) < len(snapshot.columns):
        others = search_without(without_elsewhere(elsewhere.side, snapshot.publisher_names, snapshot.publishers))
        other_scores = fuse(others)
        found = elsewhere.best(order(other_scores, others.columns), others, other_scores)
    kept = shown[: limit - 1]
    return [*kept, replace(found, other_side=len(kept) < FIRST)] if found else shown


@dataclass(frozen=True, slots=True)
class _Elsewhere:
    """What is from elsewhere than a side, whose word all the best hits are, and relevant beside the best of them."""

    side: Side
    relevant: float
    snapshot: Snapshot

    @classmethod
    def of(cls, hits: Sequence[Hit], snapshot: Snapshot) -> _Elsewhere | None:
        """Return what is elsewhere for some hits; None where they are not the word of one side."""
        side = one_side(hits, snapshot.publishers)
        return cls(side, relevant_from(hits[0].score), snapshot) if side else None

    def has(self, hit: Hit) -> bool:
        return is_from_elsewhere(self.side, hit, self.snapshot.publishers, self.relevant)

    def best(self, behind: Iterator[int], candidates: Candidates, scores: NDArray[np.float32]) -> Hit | None:
        """Return the first hit from elsewhere among the positions `behind` others, which are in order."""
        near = itertools.takewhile(lambda at: scores[at] >= self.relevant, behind)
        found = hits_at(list(near), candidates, scores, self.snapshot)
        return next((hit for hit in found if self.has(hit)), None)


def _versions(
    hits: Sequence[Hit],
    positions: Sequence[int],
    candidates: Candidates,
    scores: NDArray[np.float32],
    snapshot: Snapshot,
) -> list[Hit]:
    """Return the passages, best first, of those copies of the hits whose figures may contradict theirs."""
    articles = contradicted(hits)
    if not articles:
        return []
    collapsed = collapsed_copies(positions, scores, candidates.columns)
    passages = snapshot.store.by_rows(candidates.rows[collapsed].tolist())
    versions = [at for at, passage in zip(collapsed, passages, strict=True) if passage.article.id in articles]
    return hits_at(versions, candidates, scores, snapshot)


def hits_at(
    positions: Sequence[int], candidates: Candidates, scores: NDArray[np.float32], snapshot: Snapshot
) -> list[Hit]:
    """Return the candidates at these positions as hits, in order; one that is not to the letter is left out."""
    passages = snapshot.store.by_rows(candidates.rows[positions].tolist())
    kept = [(at, passage) for at, passage in zip(positions, passages, strict=True) if _is_verbatim(passage)]
    told = [passage for _, passage in kept]
    columns = candidates.columns[[at for at, _ in kept]]
    best = best_sentences(told, columns, candidates.vector, candidates.nearness, snapshot)
    copies = snapshot.store.copies_of([passage.article.id for passage in told])
    return [
        Hit(
            passage,
            max(0.0, min(1.0, float(scores[at]))),
            sentence,
            also=tuple(copies.get(passage.article.id, ())),
            signals={name: float(values[at]) for name, values in candidates.signals.items()},
        )
        for (at, passage), sentence in zip(kept, best, strict=True)
    ]


def answer(question: Question, hits: Sequence[Hit], snapshot: Snapshot, confidence: float, threshold: float) -> Answer:
    """Return the answer: found where the confidence reaches the threshold, else the hits as the nearest only."""
    notes = notes_on(question, snapshot.coverage)
    if confidence < threshold:
        return Answer(question, Outcome.NEAREST, confidence, tuple(hits), snapshot.name, 0, notes)
    ordered, one_sided = balanced(hits, snapshot.publishers)
    if one_sided:
        notes = (*notes, Note.ONE_SIDE)
    ordered = with_another_figure(question, ordered)
    publishers = independent(ordered, snapshot.publisher_of).known
    return Answer(question, Outcome.FOUND, confidence, ordered, snapshot.name, publishers, notes)


def notes_on(question: Question, coverage: Coverage) -> tuple[Note, ...]:
    """Return what the reader should know about the question's period and language."""
    request = question.period
    notes = []
    if request is None and not question.filters.ignore_period and has_ambiguous_date(question.text, question.language):
        notes.append(Note.AMBIGUOUS_DATE)
    if request is not None and not coverage.overlaps(request.period):
        notes.append(Note.OUTSIDE_COVERAGE)
    if request is not None and request.role is PeriodRole.PUBLISHED and coverage.undated:
        notes.append(Note.UNDATED_LEFT_OUT)
    if question.language not in coverage.languages:
        notes.append(Note.NO_LANGUAGE)
    return tuple(notes)


def check_verbatim(passage: Passage) -> None:
    """Raise VerbatimError where a passage or one of its sentences does not lie inside its article as it claims."""
    span, length = passage.span, len(passage.article.text)
    inside = 0 <= span.start < span.end <= length
    if not inside or any(not span.start <= s.start < s.end <= span.end for s in passage.sentences):
        msg = f"passage {passage.key} of {passage.article.id}: offsets {span.start} to {span.end} of {length} don't fit"
        raise VerbatimError(msg)


def _is_verbatim(passage: Passage) -> bool:
    try:
        check_verbatim(passage)
    except VerbatimError:
        log.exception("a passage was left out of an answer")
        return False
    return True
