"""Shown answers, kept so that their buttons work later: after a restart, and after the articles were indexed anew.

What is kept is the answer itself as passage keys, never a rank to be looked up again: a page reached by a button
always belongs to the answer above it, whatever snapshot is live by then.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import CursorResult, delete, update

from bot.chat.state import AnswerRow, Database
from bot.model import Answer, Article, Hit, Note, Outcome, Passage, Question, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

_TOKEN_BYTES = 8  # 11 characters; 2**64 tokens can't be guessed at Telegram's pace


class _Copy(msgspec.Struct, frozen=True):
    """A near-copy of a hit: its article without the text."""

    id: str
    title: str
    language: str
    publisher: str | None
    published: date | None
    url: str | None
    kind: str
    agency: str | None


class _Hit(msgspec.Struct, frozen=True):
    """A hit by the key of its passage."""

    key: str
    score: float
    best: tuple[int, int]
    also: tuple[_Copy, ...]
    other_side: bool


class _Answer(msgspec.Struct, frozen=True):
    """An answer without the text of its passages."""

    question: Question
    outcome: Outcome
    confidence: float
    hits: tuple[_Hit, ...]
    publishers: int
    notes: tuple[Note, ...]
    composed: bool = False


@dataclass(frozen=True, slots=True)
class Remembered:
    """A stored answer whose passages were all found. `asker` is a user's or an anonymous sender's id.

    `composed`: what was asked is not what the reader wrote, but made of two questions; so it is shown.
    """

    asker: int | None
    answer: Answer
    created: datetime
    composed: bool = False


def new_token() -> str:
    """Return the random name by which buttons refer to an answer; url-safe, 11 characters."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


class ShownAnswers:
    """The store of shown answers in the state database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(  # noqa: PLR0913 - an answer, and what is known of it
        self, token: str, chat_id: int, asker: int | None, answer: Answer, now: datetime, *, composed: bool = False
    ) -> None:
        """Remember an answer under its token. Do it before sending: a button may be pressed at once."""
        row = AnswerRow(
            token=token,
            chat_id=chat_id,
            asker=asker,
            created=int(now.timestamp()),
            snapshot=answer.snapshot,
            answer=msgspec.json.encode(_pack(answer, composed=composed)),
        )
        await self._database.run(lambda session: session.add(row))

    async def find(
        self, token: str, chat_id: int, passage: Callable[[str], Passage | None], oldest: datetime
    ) -> Remembered | None:
        """Return the answer, or None when it is unknown, older than `oldest`, of another chat, or lost a passage."""

        def work(session: Session) -> Remembered | None:
            row = session.get(AnswerRow, token)
            if row is None or row.chat_id != chat_id or row.created < oldest.timestamp():
                return None
            return _unpack(msgspec.json.decode(row.answer, type=_Answer), row, passage)

        return await self._database.run(work)  # the passages, too, are read off the event loop

    async def question(self, token: str, chat_id: int, oldest: datetime) -> Question | None:
        """Return what an answer was given to, whatever became of its passages; None as with `find`."""

        def work(session: Session) -> Question | None:
            row = session.get(AnswerRow, token)
            if row is None or row.chat_id != chat_id or row.created < oldest.timestamp():
                return None
            return msgspec.json.decode(row.answer, type=_Answer).question

        return await self._database.run(work)

    async def move_chat(self, old: int, new: int) -> None:
        """Let the buttons of a group go on working after it became a supergroup with another id."""
        await self._database.run(
            lambda session: session.execute(update(AnswerRow).where(AnswerRow.chat_id == old).values(chat_id=new))
        )

    async def forget(self, now: datetime, days: int) -> int:
        """Delete the answers older than `days`; return how many went."""
        oldest = (now - timedelta(days=days)).timestamp()
        return await self._database.run(lambda session: _delete_before(session, oldest))


def _delete_before(session: Session, oldest: float) -> int:
    result = session.execute(delete(AnswerRow).where(AnswerRow.created < oldest))
    return result.rowcount if isinstance(result, CursorResult) else 0


def _pack(answer: Answer, *, composed: bool) -> _Answer:
    hits = tuple(_pack_hit(hit) for hit in answer.hits)
    return _Answer(answer.question, answer.outcome, answer.confidence, hits, answer.publishers, answer.notes, composed)


def _pack_hit(hit: Hit) -> _Hit:
    best = (hit.best_sentence.start, hit.best_sentence.end)
    return _Hit(hit.passage.key, hit.score, best, tuple(_pack_copy(copy) for copy in hit.also), hit.other_side)


def _pack_copy(article: Article) -> _Copy:
    return _Copy(**{name: getattr(article, name) for name in _Copy.__struct_fields__})


def _unpack(stored: _Answer, row: AnswerRow, passage: Callable[[str], Passage | None]) -> Remembered | None:
    """Rebuild an answer; None when one of its passages is gone: a page with holes would mislead."""
    hits = tuple(hit for one in stored.hits if (hit := _unpack_hit(one, passage)) is not None)
    if len(hits) < len(stored.hits):
        return None
    answer = Answer(
        stored.question, stored.outcome, stored.confidence, hits, row.snapshot, stored.publishers, stored.notes
    )
    return Remembered(row.asker, answer, datetime.fromtimestamp(row.created, UTC), stored.composed)


def _unpack_hit(stored: _Hit, passage: Callable[[str], Passage | None]) -> Hit | None:
    found = passage(stored.key)
    also = tuple(Article(text="", **msgspec.structs.asdict(copy)) for copy in stored.also)
    return None if found is None else Hit(found, stored.score, Span(*stored.best), also, other_side=stored.other_side)
