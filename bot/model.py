"""The words that the whole project speaks: articles, passages, periods, questions, hits, answers.

Plain frozen dataclasses over the standard library; nothing here knows Telegram, FAISS or numpy.
Offsets are always code points into `Article.text`, `end` exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime  # noqa: TC003 - the stored answers are read by these annotations
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article's text: `[start, end)` in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of `text` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """One text by one publisher.

    `id` is the file's path relative to the corpus folder (POSIX separators) and is unique in it.
    `published` is None where the publication date is not known; it is never guessed.
    `language` is an ISO 639-1 code. `kind` is "digest" (retold in our words) or "article". `as_of` (UTC) is when this
    version is known to have stood; it tells which of two versions at one address is newer, and no snapshot keeps it.
    """

    id: str
    title: str
    text: str
    language: str
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    kind: str = "article"
    agency: str | None = None
    author: str | None = None
    date_found_in: str | None = None
    as_of: datetime | None = field(default=None, compare=False)

    @property
    def is_digest(self) -> bool:
        """Whether the text retells an article in our own words."""
        return self.kind == "digest"


@dataclass(frozen=True, slots=True)
class Passage:
    """A contiguous stretch of an article, the unit of retrieval.

    `key` is stable across snapshots while the article's id and the passage's offsets and text stay the same.
    `position` counts the passages of the article from 0. `sentences` lie inside `span`, in order.
    """

    key: str
    article: Article
    position: int
    span: Span
    sentences: tuple[Span, ...]

    @property
    def text(self) -> str:
        """The passage, to the letter."""
        return self.span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published an article, as `publishers.csv` knows them.

    `country` is an ISO 3166-1 alpha-2 code (or "UN"), `ownership` one of state, public, private, nonprofit, party,
    unknown. None and "unknown" both mean that we do not know: never shown as neutral. `owner` is the name of whom it
    belongs to; publishers of one owner are not independent of each other.
    """

    name: str
    domain: str | None = None
    country: str | None = None
    ownership: str = "unknown"
    languages: tuple[str, ...] = ()
    notes: str = ""
    evidence: str = ""
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher with what the corpus holds of it; articles whose publisher is not known have the name "".

    `first` and `last` are the days of its dated articles, `undated` counts the others, `languages` the articles in
    each. A publisher that only the table of publishers knows has no articles.
    """

    publisher: Publisher
    articles: int = 0
    undated: int = 0
    first: date | None = None
    last: date | None = None
    languages: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Period:
    """A closed range of days; None leaves that side open."""

    first: date | None = None
    last: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


class PeriodRole(StrEnum):
    """What a period in a question speaks about."""

    EVENT = "event"  # when it happened: articles of these days and shortly after come first
    PUBLISHED = "published"  # when it was published: a hard filter


@dataclass(frozen=True, slots=True)
class PeriodRequest:
    """A period understood from a question: the days, their role, and the words that said so.

    `is_to_come` tells that it begins after the day of the question ("tomorrow").
    """

    period: Period
    role: PeriodRole
    words: Span
    is_to_come: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """What the reader narrowed the search to, outside the question's words. Empty means everything.

    `without_ownership` holds kinds as `Publisher.ownership` has them; "unknown" is also whoever the table lacks.
    """

    period: Period | None = None
    languages: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    ignore_period: bool = False  # "All dates": do not apply the period that the question names
    asked: PeriodRequest | None = None  # takes the place of the period that the question names: a follow-up's own
    without_publishers: frozenset[str] = frozenset()
    without_ownership: frozenset[str] = frozenset()
    articles: frozenset[str] | None = None  # only these, by id: what is new to a watch


class Intent(StrEnum):
    """What kind of message a question is."""

    QUESTION = "question"
    SMALL_TALK = "small talk"  # greetings, thanks, questions about the bot itself
    INSTRUCTION = "instruction"  # asks the bot to do something else: injections, code, commands
    GIBBERISH = "gibberish"  # no words at all


@dataclass(frozen=True, slots=True)
class Question:
    """A reader's question as understood: the cleaned text, its language, intent and period."""

    text: str
    language: str
    intent: Intent = Intent.QUESTION
    period: PeriodRequest | None = None
    filters: Filters = Filters()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers, with its score.

    `score` is between 0 and 1, higher is better. `best_sentence` lies inside the passage's span.
    `also` holds the near-copies that were collapsed into this hit. `signals` says what each ranking signal gave.
    `other_side` marks a hit that was moved up because the ones above it all come from one side.
    """

    passage: Passage
    score: float
    best_sentence: Span
    also: tuple[Article, ...] = ()
    signals: Mapping[str, float] = field(default_factory=dict)
    other_side: bool = False


class Outcome(StrEnum):
    """How an answer ended."""

    FOUND = "found"
    NEAREST = "nearest"  # no evidence: the hits are only the nearest passages
    NOTHING = "nothing"  # not a question for the corpus, or nothing passes the filters


class Note(StrEnum):
    """What the reader should know about an answer besides its hits."""

    OUTSIDE_COVERAGE = "outside coverage"  # the period asked for lies outside the coverage
    AMBIGUOUS_DATE = "ambiguous date"  # 03/05/2019 in English: left aside, for it can be either of two days
    UNDATED_LEFT_OUT = "undated left out"  # undated articles match but never pass a hard filter
    ONE_SIDE = "one side"  # all relevant passages come from one side
    NO_LANGUAGE = "no language"  # the corpus has nothing in the question's language


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits plus outcome. `confidence` (0 to 1, higher is surer) estimates that the first hits hold the answer.

    `hits` are ordered, best first, near-copies collapsed; `publishers` counts the independent publishers behind
    the hits shown as found (an agency's text counts once). `snapshot` names the snapshot that answered.
    """

    question: Question
    outcome: Outcome
    confidence: float
    hits: tuple[Hit, ...]
    snapshot: str
    publishers: int = 0
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the corpus holds: dates, languages and publishers, with the number of articles for each."""

    snapshot: str
    built: datetime
    articles: int
    passages: int
    undated: int
    first: date | None
    last: date | None
    languages: Mapping[str, int]
    publishers: Mapping[str, int]

    def overlaps(self, period: Period) -> bool:
        """Whether any dated article falls into a period or could; True where nothing is dated."""
        if self.first is None or self.last is None:
            return True
        early = period.last is not None and period.last < self.first
        late = period.first is not None and period.first > self.last
        return not (early or late)
