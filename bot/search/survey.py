"""Surveys: all that a collection says about a topic, where an answer is only the best of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from bot.model import Answer, Intent, Outcome, PeriodRole
from bot.search.answering import hits_at, notes_on
from bot.search.candidates import find_candidates
from bot.search.confidence import confidence
from bot.search.independence import independent
from bot.search.rank import WEIGHTS, fuse
from bot.search.timeline import MOST, topic_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.model import Hit, Question
    from bot.search.candidates import Candidates
    from bot.search.understanding import QuestionWords

    Floats = NDArray[np.float32]
    Understand = Callable[[Question], tuple[Floats, QuestionWords]]

# A topic's passages are measured, not only put in order, so that its words count as they are.
_WEIGHTS = {"words": 0.17} | {signal: weight for signal, weight in WEIGHTS.items() if signal != "levelled"}

# What makes a passage relevant, not merely near. Set on 27 topics in five languages over our corpus, whose articles
# are known by the names that they hold, 3 of them foreign to it (tests/quality/topics.jsonl; a test holds the result).
# Precision .82 and recall .72; before the encoder had an adapter .84 and .70, before there was a thesaurus .85 and .64.
# A passage is relevant when its fused score reaches this. With .28 recall is .68, precision .81.
_RELEVANT = 0.26
# And this share of the best one's score: where much is told at length, chance resemblances stay out.
_SHARE_OF_BEST = 0.7
# And only when the best one reaches this: what the collection does not tell has near passages, but seldom one this
# near. One of the three foreign topics still finds something.
_BEST = 0.3
# Or it holds nearly every word of the topic, in whatever language: what is told in passing has a low score as a whole.
# "Maduro" then finds 142 of 142 articles, and one more.
_ALL_WORDS = 0.95
_RELEVANT_WITH_ALL_WORDS = 0.19
# Times the candidates of an answer: 1,000 passages by the vectors, for an article gives several.
_BREADTH = 10


@dataclass(frozen=True, slots=True)
class _Found:
    """Candidates with their fused scores."""

    candidates: Candidates
    scores: Floats

    def best(self) -> float:
        return float(self.scores.max()) if len(self.scores) else 0.0


def survey(question: Question, understand: Understand, snapshot: Snapshot) -> Answer:
    """Return an answer with all relevant articles, best first, each by its best passage; of copies only the best.

    A period counts as one of publication, whatever the question means by it: a timeline has nothing outside. Relevant
    articles without a date come along all the same, for the caller to set them apart. At most MOST hits.
    """
    dated = _by_publication(question)
    about = replace(dated, text=topic_of(dated))
    if question.intent is not Intent.QUESTION or not about.text:
        return Answer(dated, Outcome.NOTHING, 0.0, (), snapshot.name)
    vector, words = understand(about)

    def look(asked: Question) -> _Found:
        candidates = find_candidates(asked, vector, words, snapshot, breadth=_BREADTH)
        return _Found(candidates, fuse(candidates, _WEIGHTS) if len(candidates) else np.zeros(0, np.float32))

    anywhere = look(any_day := _any_day(about))
    within = anywhere if about == any_day else look(about)
    hits = _hits(within, anywhere.best(), snapshot)
    copies = {copy.id for hit in hits for copy in hit.also}
    hits += [hit for hit in _undated(anywhere, snapshot) if hit.passage.article.id not in copies]
    hits = sorted({hit.passage.key: hit for hit in hits}.values(), key=lambda hit: -hit.score)[:MOST]
    sure = confidence(words, anywhere.candidates, anywhere.scores, hits[0] if hits else None)
    outcome = Outcome.FOUND if hits else Outcome.NOTHING
    notes = notes_on(dated, snapshot.coverage)
    publishers = independent(hits, snapshot.publisher_of).known
    return Answer(dated, outcome, sure, tuple(hits), snapshot.name, publishers, notes)


def _by_publication(question: Question) -> Question:
    if question.period is None:
        return question
    return replace(question, period=replace(question.period, role=PeriodRole.PUBLISHED))


def _any_day(question: Question) -> Question:
    return replace(question, period=None, filters=replace(question.filters, period=None))


def _hits(found: _Found, best: float, snapshot: Snapshot) -> list[Hit]:
    return hits_at(_one_an_article(found, _relevant(found, best)), found.candidates, found.scores, snapshot)


def _undated(found: _Found, snapshot: Snapshot) -> list[Hit]:
    relevant = _relevant(found, found.best())
    if len(relevant):
        relevant = relevant[found.candidates.columns["published"][relevant] == 0]
    return hits_at(_one_an_article(found, relevant), found.candidates, found.scores, snapshot)


def _relevant(found: _Found, best: float) -> NDArray[np.int64]:
    """Return the positions of relevant candidates, best first. `best` is the best score that any period has."""
    if best < _BEST or not len(found.scores):
        return np.zeros(0, np.int64)
    has_all_words = found.candidates.signals["words"] >= _ALL_WORDS
    near = found.scores >= max(_RELEVANT, _SHARE_OF_BEST * best)
    relevant = near | (has_all_words & (found.scores >= _RELEVANT_WITH_ALL_WORDS))
    order = np.argsort(-found.scores, kind="stable")
    return order[relevant[order]]


def _one_an_article(found: _Found, positions: NDArray[np.int64]) -> list[int]:
    """Return the first position of each group of copies; an article without copies is a group of its own."""
    groups = found.candidates.columns["group"]
    first: dict[int, int] = {}
    for position in positions:
        first.setdefault(int(groups[position]), int(position))
    return list(first.values())[:MOST]
