"""A small engine for tests of the chat: real dataclasses, honest behaviour, words counted instead of vectors."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot.errors import LockedError, NoSnapshotError, SnapshotError, StoreError
from bot.index.rollback import Rollback
from bot.model import (
    Answer,
    Article,
    Coverage,
    Filters,
    Hit,
    Intent,
    Outcome,
    Passage,
    Period,
    PeriodRequest,
    PeriodRole,
    Publisher,
    Question,
    Source,
    Span,
)

if TYPE_CHECKING:
    import threading

BUILT = datetime(2019, 12, 1, 12, 0, tzinfo=UTC)
_PUBLISHERS = {
    "Harbour Post": Publisher("Harbour Post", country="CO", ownership="private"),
    "Radio Norte": Publisher("Radio Norte", country="BR", ownership="state"),
}
_PERIOD = re.compile(r"\b(?:in|on) (March|May) 2019\b")
_MONTHS = {"March": Period(date(2019, 3, 1), date(2019, 3, 31)), "May": Period(date(2019, 5, 1), date(2019, 5, 31))}


def article(number: int, text: str, published: date | None = None, publisher: str | None = "Harbour Post") -> Article:
    """Return an article of its own file; paragraphs of the text become passages."""
    return Article(
        id=f"article-{number}.md",
        title=f"Title {number}",
        text=text,
        language="en",
        publisher=publisher,
        published=published,
        url=f"https://news.example/{number}",
    )


HARBOUR = tuple(
    article(
        number,
        f"The harbour opened gate {number} before dawn. Ships carried grain and salt that day.\n\n"
        f"Dockers of shift {number} asked for better pay. The mayor promised an answer within a week.",
        date(2019, 3 if number < 4 else 5, number + 1),
        ("Harbour Post", "Radio Norte", None)[number % 3],
    )
    for number in range(6)
)


@dataclass
class FakeEngine:
    """An engine over a few articles. `fail` is raised by the next question; `hold` keeps questions waiting."""

    articles: tuple[Article, ...] = HARBOUR
    snapshot: str = "snapshot-1"
    published: tuple[str, tuple[Article, ...]] | None = None
    older: tuple[str, tuple[Article, ...]] | None = None
    locked: str = ""
    broken: str = ""
    fail: Exception | None = None
    hold: threading.Event | None = None
    asked: list[tuple[str, Filters]] = field(default_factory=list)

    engine_name = "words, counted"

    def ask(
        self, text: str, *, now: datetime, language: str | None = None, filters: Filters | None = None, limit: int = 10
    ) -> Answer:
        """Rank passages by the number of words they share with the question; two are evidence."""
        assert now.tzinfo is not None
        chosen = filters or Filters()
        self.asked.append((text, chosen))
        if self.hold is not None:
            assert self.hold.wait(20)
        if self.fail is not None:
            raise self.fail
        if not self.articles:
            msg = "there is no snapshot yet"
            raise NoSnapshotError(msg)
        return self._answer(_question(text, language or "en", chosen), limit)

    def _answer(self, question: Question, limit: int) -> Answer:
        if question.intent is not Intent.QUESTION:
            return Answer(question, Outcome.NOTHING, 0.0, (), self.snapshot)
        ignored = question.filters.ignore_period or question.period is None
        allowed = [one for one in self._passages() if _passes(one.article, question.filters)]
        passages = [one for one in allowed if ignored or _in_period(one, question)]
        hits = sorted((_hit(one, question.text) for one in passages), key=lambda hit: (-hit.score, hit.passage.key))
        found = bool(hits) and hits[0].score >= 0.2
        kept = tuple(hit for hit in hits if hit.score >= 0.2) if found else tuple(hits)
        outcome = Outcome.FOUND if found else Outcome.NEAREST if hits else Outcome.NOTHING
        return Answer(question, outcome, hits[0].score if hits else 0.0, kept[:limit], self.snapshot, len(kept))

    def survey(
        self, text: str, *, now: datetime, language: str | None = None, filters: Filters | None = None
    ) -> Answer:
        """Return each article's best passage that shares two words with the topic; undated ones are told apart."""
        if not self.articles:
            msg = "there is no snapshot yet"
            raise NoSnapshotError(msg)
        assert now.tzinfo is not None
        chosen = filters or Filters()
        self.asked.append((text, chosen))
        question = _question(text, language or "en", chosen)
        if question.intent is not Intent.QUESTION:
            return Answer(question, Outcome.NOTHING, 0.0, (), self.snapshot)
        passages = [one for one in self._passages() if _passes(one.article, replace(chosen, period=None))]
        best: dict[str, Hit] = {}
        for hit in sorted((_hit(one, text) for one in passages), key=lambda hit: (-hit.score, hit.passage.key)):
            if hit.score >= 0.2 and (hit.passage.article.published is None or _is_asked_for(hit.passage, question)):
                best.setdefault(hit.passage.article.id, hit)
        outcome = Outcome.FOUND if best else Outcome.NOTHING
        return Answer(question, outcome, 0.9, tuple(best.values()), self.snapshot, len(best))

    def sources(self) -> tuple[Source, ...]:
        """Count the articles of each publisher."""
        if not self.articles:
            msg = "there is no snapshot yet"
            raise NoSnapshotError(msg)
        held = [
            _source(name, [one for one in self.articles if (one.publisher or "") == name]) for name in self._names()
        ]
        return tuple(sorted(held, key=lambda one: (-one.articles, not one.publisher.name, one.publisher.name)))

    def articles_of(self, publisher: str, limit: int) -> list[Article]:
        """Return a publisher's newest articles."""
        found = [one for one in self.articles if (one.publisher or "") == publisher]
        return sorted(found, key=lambda one: one.published or date.min, reverse=True)[:limit]

    def _names(self) -> set[str]:
        return {one.publisher or "" for one in self.articles} | set(_PUBLISHERS)

    def _passages(self) -> list[Passage]:
        return [passage for one in self.articles for passage in passages_of(one)]

    def passage(self, key: str) -> Passage | None:
        """Return the passage of that key."""
        if not self.articles:
            msg = "there is no snapshot yet"
            raise NoSnapshotError(msg)
        return next((one for one in self._passages() if one.key == key), None)

    def neighbours(self, key: str) -> tuple[Passage | None, Passage | None]:
        """Return the passages around one in its article."""
        found = self.passage(key)
        if found is None:
            return None, None
        around = {one.position: one for one in passages_of(found.article)}
        return around.get(found.position - 1), around.get(found.position + 1)

    def publisher(self, name: str | None) -> Publisher | None:
        """Return what is known about a publisher."""
        return _PUBLISHERS.get(name or "")

    @property
    def coverage(self) -> Coverage | None:
        """Count the articles."""
        if not self.articles:
            return None
        dates = [one.published for one in self.articles if one.published]
        names = [one.publisher for one in self.articles if one.publisher]
        return Coverage(
            snapshot=self.snapshot,
            built=BUILT,
            articles=len(self.articles),
            passages=len(self._passages()),
            undated=len(self.articles) - len(dates),
            first=min(dates, default=None),
            last=max(dates, default=None),
            languages=Counter(one.language for one in self.articles),
            publishers={name: names.count(name) for name in names},
        )

    @property
    def previous(self) -> str | None:
        """The older snapshot, where the test has put one there."""
        return self.older[0] if self.older else None

    def roll_back(self) -> Rollback:
        """Swap the older snapshot in."""
        if self.locked:
            raise LockedError(self.locked)
        if self.broken:
            raise StoreError(self.broken)
        assert self.older is not None
        done = Rollback(self.snapshot, self.older[0])
        (self.snapshot, self.articles), self.older = self.older, None
        return done

    def refresh(self) -> bool:
        """Swap in what was published."""
        if self.broken:
            raise SnapshotError(self.broken)
        if self.published is None or self.published[0] == self.snapshot:
            return False
        self.snapshot, self.articles = self.published
        return True


def passages_of(one: Article) -> list[Passage]:
    """Return an article's paragraphs as passages."""
    found = []
    for position, match in enumerate(re.finditer(r"[^\n]+", one.text)):
        span = Span(match.start(), match.end())
        inside = re.finditer(r"[^.\n]+\.", one.text[: match.end()][match.start() :])
        sentences = tuple(Span(match.start() + part.start(), match.start() + part.end()) for part in inside)
        found.append(Passage(f"{one.id}#{position}", one, position, span, sentences))
    return found


def _question(text: str, language: str, filters: Filters) -> Question:
    words = re.findall(r"\w+", text)
    if not words:
        return Question(text, language, Intent.GIBBERISH, filters=filters)
    named = _PERIOD.search(text)
    period = named and PeriodRequest(_MONTHS[named.group(1)], PeriodRole.PUBLISHED, Span(*named.span()))
    period = filters.asked or period
    return Question(text, language, period=period, filters=filters)


def _passes(one: Article, filters: Filters) -> bool:
    known = _PUBLISHERS.get(one.publisher or "")
    return (
        (not filters.languages or one.language in filters.languages)
        and (not filters.publishers or one.publisher in filters.publishers)
        and (filters.period is None or (one.published is not None and one.published in filters.period))
        and one.publisher not in filters.without_publishers
        and (known.ownership if known else "unknown") not in filters.without_ownership
    )


def _is_asked_for(passage: Passage, question: Question) -> bool:
    """Whether a passage lies in every period that is in force."""
    own, day = question.filters.period, passage.article.published
    if own is not None and (day is None or day not in own):
        return False
    return question.period is None or question.filters.ignore_period or _in_period(passage, question)


def _source(name: str, articles: list[Article]) -> Source:
    days = [one.published for one in articles if one.published]
    languages = {one.language: sum(one.language == other.language for other in articles) for one in articles}
    known = _PUBLISHERS.get(name, Publisher(name))
    first, last = min(days, default=None), max(days, default=None)
    return Source(known, len(articles), len(articles) - len(days), first, last, languages)


def _in_period(passage: Passage, question: Question) -> bool:
    published = passage.article.published
    return question.period is not None and published is not None and published in question.period.period


def _hit(passage: Passage, text: str) -> Hit:
    asked = set(re.findall(r"\w{4,}", text.lower()))
    shared = asked & set(re.findall(r"\w{4,}", passage.text.lower()))
    return Hit(passage, min(1.0, len(shared) / 5), passage.sentences[0])
