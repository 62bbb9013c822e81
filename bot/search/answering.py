"""From ranked candidates to an answer: passages checked to the letter, copies collapsed, sides balanced, notes."""

from __future__ import annotations

import itertools
import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.errors import VerbatimError
from bot.model import Answer, Hit, Note, Outcome, PeriodRole
from bot.search.best_sentence import best_sentences
from bot.search.figures import contradict
from bot.search.rank import collapsed_copies, order
from bot.search.sides import balanced, independent_publishers

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.model import Coverage, Passage, Question
    from bot.search.candidates import Candidates

log = logging.getLogger(__name__)


def best_hits(candidates: Candidates, scores: NDArray[np.float32], snapshot: Snapshot, limit: int) -> list[Hit]:
    """Return the best hits, at most `limit`, each naming the copies of its article.

    A copy whose passage gives another figure than the hit's is a hit of its own, right behind it.
    """
    positions = list(itertools.islice(order(scores, candidates.columns), limit))
    hits = hits_at(positions, candidates, scores, snapshot)
    collapsed = hits_at(collapsed_copies(positions, scores, candidates.columns), candidates, scores, snapshot)
    return with_contradictions(hits, collapsed)[:limit]


def with_contradictions(hits: Sequence[Hit], collapsed: Sequence[Hit]) -> list[Hit]:
    """Return the hits with those collapsed into them that contradict their figures, each right behind its hit.

    Every hit then names only the copies that say what it says.
    """
    result = list(hits)
    for copy in collapsed:
        place = next((n for n, hit in enumerate(result) if _names(hit, copy) and _contradict(hit, copy)), None)
        if place is None:
            continue
        result[place] = _without(result[place], copy)
        agreeing = next((n for n, hit in enumerate(result) if _names(copy, hit) and not _contradict(hit, copy)), None)
        if agreeing is None:
            result.insert(place + 1, replace(copy, also=()))
        else:
            also = (*result[agreeing].also, copy.passage.article)
            result[agreeing] = replace(result[agreeing], also=also)
    return result


def _names(hit: Hit, other: Hit) -> bool:
    return any(copy.id == other.passage.article.id for copy in hit.also)


def _contradict(hit: Hit, other: Hit) -> bool:
    return contradict(hit.passage.text, other.passage.text, hit.passage.article.language)


def _without(hit: Hit, other: Hit) -> Hit:
    return replace(hit, also=tuple(copy for copy in hit.also if copy.id != other.passage.article.id))


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
    publishers = independent_publishers(ordered)
    return Answer(question, Outcome.FOUND, confidence, ordered, snapshot.name, publishers, notes)


def notes_on(question: Question, coverage: Coverage) -> tuple[Note, ...]:
    """Return what the reader should know about the question's period and language."""
    request = question.period
    notes = []
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
