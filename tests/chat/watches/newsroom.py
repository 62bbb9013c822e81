"""An engine whose collection changes under the eyes of a running bot, and that finds articles about a topic."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bot.chat.watches.collection import words_digest
from bot.model import Answer, Filters, Hit, Outcome, Question
from tests.chat.fake_engine import HARBOUR, FakeEngine, article, passages_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from bot.model import Article, Passage

TOPIC = "Dockers and their strike at the quay"


@dataclass
class Newsroom(FakeEngine):
    """Articles by the name of the snapshot that holds them; `surveyed` are the topics that were looked for."""

    kept: dict[str, tuple[Article, ...]] = field(default_factory=dict)
    surveyed: list[tuple[str, frozenset[str] | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.kept[self.snapshot] = self.articles

    def publish(self, *articles: Article) -> None:
        """Let a new snapshot hold these articles."""
        self.snapshot = f"snapshot-{len(self.kept) + 1}"
        self.articles = self.kept[self.snapshot] = articles

    def survey(
        self, text: str, *, now: datetime, language: str | None = None, filters: Filters | None = None
    ) -> Answer:
        """Return the articles that share two words with a topic, each by its best passage."""
        assert now.tzinfo is not None
        chosen = filters or Filters()
        self.surveyed.append((text, chosen.articles))
        asked = _words(text)
        hits = []
        for one in self.articles:
            if chosen.articles is None or one.id in chosen.articles:
                best = max(passages_of(one), key=lambda passage: len(asked & _words(passage.text)))
                if (shared := len(asked & _words(best.text))) >= 2:
                    hits.append(Hit(best, shared / 10, best.sentences[0]))
        question = Question(text, language or "en", filters=chosen)
        outcome = Outcome.FOUND if hits else Outcome.NOTHING
        ordered = tuple(sorted(hits, key=lambda hit: (-hit.score, hit.passage.key)))
        return Answer(question, outcome, 0.9, ordered, self.snapshot, len(ordered))

    def digests(self, snapshot: str) -> Mapping[str, bytes]:
        """Return a digest of all that an article says, for the id of each."""
        return {one.id: hashlib.blake2b(repr(one).encode(), digest_size=16).digest() for one in self.kept[snapshot]}

    def word_digests(self, snapshot: str, articles: Iterable[str]) -> dict[str, bytes]:
        """Return the digests of the words of some articles."""
        texts = {one.id: one.text for one in self.kept[snapshot]}
        return {one: words_digest(texts[one]) for one in articles if one in texts}

    def passages(self, snapshot: str, article: str) -> list[Passage]:
        """Return the passages of an article."""
        return next((passages_of(one) for one in self.kept[snapshot] if one.id == article), [])


def strike(number: int, words: str = "The dockers began their strike at the quay.") -> Article:
    """Return an article about the topic."""
    return article(100 + number, f"{words} Notice {number} was nailed to the door.\n\nThe sea was calm that week.")


def corrected(one: Article, old: str, new: str) -> Article:
    """Return an article with other words."""
    assert old in one.text
    return replace(one, text=one.text.replace(old, new))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.lower()))


__all__ = ["HARBOUR", "TOPIC", "Newsroom", "corrected", "strike"]
