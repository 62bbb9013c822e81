"""Which message shows which answer: for replies to it, for edited questions, and for answers that go after a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, CursorResult, Index, delete, func, select, update
from sqlalchemy.orm import Mapped, mapped_column

from bot.chat.state import AnswerRow, Base, Database

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

_AT_ONCE = 100  # messages deleted in one sweep; the rest waits for the next


class SentRow(Base):
    """A message of the bot, showing hits of an answer before number `upto`.

    Times are in seconds since 1970 (UTC); at `due` the message is deleted in its chat.
    """

    __tablename__ = "sent"
    __table_args__ = (
        Index("sent_question", "chat_id", "question_id"),
        Index("sent_created", "created"),
        Index("sent_due", "due"),
    )

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    question_id: Mapped[int | None] = mapped_column(BigInteger)
    token: Mapped[str | None]
    upto: Mapped[int]
    created: Mapped[int] = mapped_column(BigInteger)
    due: Mapped[int | None] = mapped_column(BigInteger)


class IntroductionRow(Base):
    """A chat that the bot has said its one sentence to."""

    __tablename__ = "introductions"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    created: Mapped[int] = mapped_column(BigInteger)


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of the bot: in which chat, which answer it shows up to which hit, and which message it answers."""

    chat_id: int
    message_id: int
    token: str | None = None
    question_id: int | None = None
    upto: int = 0


class SentMessages:
    """The store of what the bot sent."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, sent: Sent, now: datetime, delete_after: timedelta | None = None) -> None:
        """Remember a message, or that it now shows another answer; `delete_after` counts from now."""
        row = SentRow(
            chat_id=sent.chat_id,
            message_id=sent.message_id,
            question_id=sent.question_id,
            token=sent.token,
            upto=sent.upto,
            created=int(now.timestamp()),
            due=None if delete_after is None else int((now + delete_after).timestamp()),
        )
        await self._database.run(lambda session: session.merge(row))

    async def shows(self, chat_id: int, message_id: int, token: str, upto: int) -> None:
        """Note that a message was edited and shows another answer now."""
        shown = update(SentRow).where(SentRow.chat_id == chat_id, SentRow.message_id == message_id)
        await self._database.run(lambda session: session.execute(shown.values(token=token, upto=upto)))

    async def at(self, chat_id: int, message_id: int) -> Sent | None:
        """Return what is known of a message of the bot."""
        row = await self._database.run(lambda session: session.get(SentRow, (chat_id, message_id)))
        return None if row is None else _sent(row)

    async def answer_to(self, chat_id: int, question_id: int) -> Sent | None:
        """Return the message that answers a message, if one does."""
        found = select(SentRow).where(SentRow.chat_id == chat_id, SentRow.question_id == question_id)
        return await self._first(found.order_by(SentRow.message_id))

    async def latest(self, chat_id: int) -> Sent | None:
        """Return the newest message in a chat that shows an answer."""
        found = select(SentRow).where(SentRow.chat_id == chat_id, SentRow.token.is_not(None))
        return await self._first(found.order_by(SentRow.message_id.desc()))

    async def furthest(self, chat_id: int, token: str) -> int:
        """Return up to which hit an answer was shown so far in a chat; 0 for none."""
        found = select(func.max(SentRow.upto)).where(SentRow.chat_id == chat_id, SentRow.token == token)
        return await self._database.run(lambda session: session.scalar(found)) or 0

    async def _first(self, found: Select[SentRow]) -> Sent | None:
        row = await self._database.run(lambda session: session.scalars(found.limit(1)).first())
        return None if row is None else _sent(row)

    async def due(self, now: datetime) -> list[Sent]:
        """Return the messages whose time has come, the longest overdue first."""
        found = select(SentRow).where(SentRow.due <= int(now.timestamp())).order_by(SentRow.due).limit(_AT_ONCE)
        rows = await self._database.run(lambda session: session.scalars(found).all())
        return [_sent(row) for row in rows]

    async def drop(self, sent: Sent) -> None:
        """Forget a message that is gone, with the answer that only it showed."""
        await self._database.run(lambda session: _drop(session, sent))

    async def move_chat(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup with another id."""
        await self._database.run(lambda session: _move(session, old, new))

    async def introduce(self, chat_id: int, now: datetime) -> bool:
        """Note that the bot says its sentence to a chat; False where it has said it before."""
        return await self._database.run(lambda session: _introduce(session, chat_id, now))

    async def leave(self, chat_id: int) -> None:
        """Forget a chat's introduction: the bot is there no more, and says its sentence again should it come back."""
        gone = delete(IntroductionRow).where(IntroductionRow.chat_id == chat_id)
        await self._database.run(lambda session: session.execute(gone))

    async def forget(self, now: datetime, days: int) -> int:
        """Delete what is older than `days` and not still to be deleted in its chat; return how much went."""
        oldest = int((now - timedelta(days=days)).timestamp())
        old = delete(SentRow).where(SentRow.created < oldest, SentRow.due.is_(None))
        return await self._database.run(lambda session: _count(session.execute(old)))


def _sent(row: SentRow) -> Sent:
    return Sent(row.chat_id, row.message_id, row.token, row.question_id, row.upto)


def _drop(session: Session, sent: Sent) -> None:
    session.execute(delete(SentRow).where(SentRow.chat_id == sent.chat_id, SentRow.message_id == sent.message_id))
    elsewhere = select(SentRow).where(SentRow.token == sent.token)
    if sent.token is not None and session.scalars(elsewhere).first() is None:
        session.execute(delete(AnswerRow).where(AnswerRow.token == sent.token))


def _introduce(session: Session, chat_id: int, now: datetime) -> bool:
    if session.get(IntroductionRow, chat_id) is not None:
        return False
    session.add(IntroductionRow(chat_id=chat_id, created=int(now.timestamp())))
    return True


def _move(session: Session, old: int, new: int) -> None:
    session.execute(update(SentRow).where(SentRow.chat_id == old).values(chat_id=new))
    introduction = session.get(IntroductionRow, old)
    if introduction is not None and session.get(IntroductionRow, new) is None:
        session.add(IntroductionRow(chat_id=new, created=introduction.created))


def _count(result: object) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0
