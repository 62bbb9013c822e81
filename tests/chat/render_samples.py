"""Small invented articles, passages and answers to render, and a reader's view of the result."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from bot.model import (
    Answer,
    Article,
    Coverage,
    Hit,
    Intent,
    Outcome,
    Passage,
    Period,
    PeriodRequest,
    PeriodRole,
    Publisher,
    Question,
    Span,
)
from tests.botapi.strict_botapi import parse_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.screen import Screen
    from bot.model import Filters, Note

PUBLISHERS = {
    "Morning Post": Publisher("Morning Post", country="GB", ownership="private"),
    "Канал 1": Publisher("Канал 1", country="RU", ownership="state"),
    "La Hoja": Publisher("La Hoja", country="CO"),
}
COVERAGE = Coverage(
    snapshot="s1",
    built=datetime(2019, 12, 31, 9, 5, tzinfo=UTC),
    articles=172,
    passages=612,
    undated=50,
    first=date(2019, 1, 4),
    last=date(2019, 12, 22),
    languages={"es": 60, "ru": 40, "en": 72},
    publishers={"Morning Post": 100, "La Hoja": 72},
)
TEXT = "The bridge was closed on Monday. Lorries waited there. Nobody said when it would open."


def article(text: str = TEXT, **changes: Any) -> Article:
    """Return an invented article; `changes` replaces its other fields."""
    fields: dict[str, Any] = {
        "id": "a.md",
        "title": "The bridge",
        "language": "en",
        "publisher": "Morning Post",
        "published": date(2019, 5, 1),
        "url": "https://post.example/bridge?a=1&b=2",
    }
    return Article(text=text, **{**fields, **changes})


def passage(of: Article, start: int = 0, end: int | None = None, position: int = 0) -> Passage:
    """Return the stretch `[start, end)` of an article as a passage, its sentences ending at full stops."""
    last = len(of.text) if end is None else end
    found = re.finditer(r"\S[^.]*\.?", of.text[start:last])
    sentences = tuple(Span(start + match.start(), start + match.end()) for match in found)
    return Passage(f"{of.id}#{start}", of, position, Span(start, last), sentences)


def hit(of: Article | None = None, sentence: int = 1, **changes: Any) -> Hit:
    """Return a hit on a whole article, with one of its sentences as the best."""
    whole = passage(of or article())
    return Hit(whole, 0.9, whole.sentences[sentence], **changes)


def answer(
    hits: Sequence[Hit],
    outcome: Outcome = Outcome.FOUND,
    notes: tuple[Note, ...] = (),
    question: Question | None = None,
) -> Answer:
    """Return an answer with these hits."""
    return Answer(question or Question("bridge?", "en"), outcome, 0.9, tuple(hits), "s1", len(hits), notes)


def dated_question(role: PeriodRole, period: Period | None = None, filters: Filters | None = None) -> Question:
    """Return a question that names a period."""
    request = PeriodRequest(period or Period(date(2019, 4, 30), date(2019, 5, 5)), role, Span(0, 3))
    if filters is None:
        return Question("bridge?", "en", period=request)
    return Question("bridge?", "en", period=request, filters=filters)


def chatter(intent: Intent) -> Answer:
    """Return the answer to a message that is no question for the collection."""
    return answer((), Outcome.NOTHING, question=Question("...", "en", intent))


@dataclass(frozen=True, slots=True)
class Seen:
    """A screen as Telegram's parser sees it: its text, and its entities with the text that each covers."""

    text: str
    entities: tuple[tuple[str, str], ...]

    def of(self, kind: str) -> list[str]:
        """Return the texts of all entities of one kind, in order."""
        return [text for name, text in self.entities if name == kind]


def seen(screen: Screen) -> Seen:
    """Parse a screen with the strict parser."""
    text, entities = parse_html(screen.html)
    raw = text.encode("utf-16-le")
    covered = ((e["type"], raw[2 * e["offset"] : 2 * (e["offset"] + e["length"])]) for e in entities)
    return Seen(text, tuple((kind, part.decode("utf-16-le")) for kind, part in covered))


def labels(screen: Screen) -> list[list[str]]:
    """Return the buttons' labels, row by row."""
    return [[button.label for button in row] for row in screen.buttons]


def data(screen: Screen) -> list[str | None]:
    """Return the buttons' data, in order."""
    return [button.data for row in screen.buttons for button in row]
