"""Timelines: the articles about a topic, day by day. Pure, over the answer that a survey gave."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.search.independence import independent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Answer, Hit, Period, Question
    from bot.search.independence import Independent, PublisherOf

MOST = 400
"""Articles of one survey. Its buttons keep them for a month; a topic with more is better narrowed to a period."""

TOLD_WITHIN = 3
"""Days after an event in which it is told: as ranking counts them (dates.py)."""

_EDGES = " \t\r\n,;:.—–-"  # what remains around a topic when the words of its period are cut out


@dataclass(frozen=True, slots=True)
class Day:
    """What was published on one day, best first, and by how many independent publishers."""

    date: date
    hits: tuple[Hit, ...]
    publishers: Independent

    @property
    def articles(self) -> int:
        """How many articles; near-copies are one."""
        return len(self.hits)


def topic_of(question: Question) -> str:
    """Return what a question is about, without the words that name its period; empty where it names nothing else."""
    text = question.text
    if question.period is None or question.filters.asked is not None:  # the latter's words stand in another text
        return text
    words = question.period.words
    return " ".join(f"{text[: words.start].strip(_EDGES)} {text[words.end :].strip(_EDGES)}".split())


def told(period: Period) -> Period:
    """Return the days in which articles tell what happened in a period."""
    if period.last is None or period.last > date.max - timedelta(days=TOLD_WITHIN):
        return period
    return replace(period, last=period.last + timedelta(days=TOLD_WITHIN))


def days(hits: Iterable[Hit], publisher_of: PublisherOf) -> tuple[Day, ...]:
    """Return the days on which anything dated was published, in order."""
    by_day: dict[date, list[Hit]] = defaultdict(list)
    for hit in hits:
        if hit.passage.article.published is not None:
            by_day[hit.passage.article.published].append(hit)
    return tuple(Day(day, tuple(found), independent(found, publisher_of)) for day, found in sorted(by_day.items()))


def undated(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return the hits whose publication date is not known."""
    return tuple(hit for hit in hits if hit.passage.article.published is None)


def has_period(answer: Answer) -> bool:
    """Whether a period was applied, so that undated articles stand outside."""
    return answer.question.period is not None or answer.question.filters.period is not None
