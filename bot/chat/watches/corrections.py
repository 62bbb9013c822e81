"""Who asked to be told of corrections to what: in the state database, for a limited time.

How a message is marked before and after it is sent, and why, says store.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import CursorResult, delete, select, update

from bot.chat.watches.noted import Noted
from bot.chat.watches.tables import CorrectionsRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Update
    from sqlalchemy.orm import Session

    from bot.chat.state import Database


@dataclass(frozen=True, slots=True)
class Asked:
    """A chat that wants to be told of corrections to what the answer of that token showed; see CorrectionsRow."""

    token: str
    chat_id: int
    topic: int | None
    language: str
    told: int
    attempts: int
    noted: tuple[Noted, ...]


class Corrections:
    """What is waited for, in the state database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ask(self, asked: Asked, now: datetime) -> Asked:
        """Remember what a chat asked for, added to what it asked for of the same answer before; return all of it."""

        def work(session: Session) -> Asked:
            row = session.get(CorrectionsRow, (asked.token, asked.chat_id))
            before = _read(row.noted) if row is not None else ()
            own = {one.article for one in asked.noted}
            merged = (*(one for one in before if one.article not in own), *asked.noted)
            if row is None:
                row = _row(asked, now)
                session.add(row)
            row.noted, row.created = msgspec.json.encode(merged), int(now.timestamp())
            return replace(asked, noted=merged)

        return await self._database.run(work)

    async def of_chat(self, chat_id: int) -> list[Asked]:
        """Return what a chat asked for, oldest first."""
        query = select(CorrectionsRow).where(CorrectionsRow.chat_id == chat_id).order_by(CorrectionsRow.created)
        return await self._database.run(lambda session: [_asked(row) for row in session.scalars(query)])

    async def waiting(self, generation: int, silent_since: datetime, oldest: datetime) -> list[Asked]:
        """Return what was not compared with the newest generation yet, unless told too lately or asked too long ago."""
        query = select(CorrectionsRow).where(
            CorrectionsRow.told < generation,
            CorrectionsRow.sent <= int(silent_since.timestamp()),
            CorrectionsRow.created >= int(oldest.timestamp()),
        )
        ordered = query.order_by(CorrectionsRow.chat_id, CorrectionsRow.created)
        return await self._database.run(lambda session: [_asked(row) for row in session.scalars(ordered)])

    async def under_way(self, concerned: Sequence[Asked], attempts: int) -> bool:
        """Note before a sending that it is the so many-th; False where all of it was ended meanwhile."""
        started = _rows_of(concerned).values(attempts=attempts)
        return await self._database.run(lambda session: _count(session.execute(started)) > 0)

    async def settle(self, renewed: Sequence[Asked], sent: datetime | None = None) -> None:
        """Note how far chats were told, when a message was sent for it, and the articles as they are noted now.

        Where no article is left, nothing is waited for any longer.
        """

        def work(session: Session) -> None:
            for asked in renewed:
                row = session.get(CorrectionsRow, (asked.token, asked.chat_id))
                if row is None:  # ended while the message was under way
                    continue
                row.told, row.attempts, row.noted = asked.told, 0, msgspec.json.encode(asked.noted)
                row.sent = row.sent if sent is None else int(sent.timestamp())
                if not asked.noted:
                    session.delete(row)

        await self._database.run(work)

    async def postponed(self, concerned: Sequence[Asked], attempts: int, now: datetime) -> None:
        """Note that a message is tried again after the usual pause; `attempts` 0: it surely did not arrive."""
        later = _rows_of(concerned).values(attempts=attempts, sent=int(now.timestamp()))
        await self._database.run(lambda session: session.execute(later))

    async def end_all(self, chat_id: int) -> int:
        """Wait for nothing more in a chat; return for how many answers it did."""
        gone = delete(CorrectionsRow).where(CorrectionsRow.chat_id == chat_id)
        return await self._database.run(lambda session: _count(session.execute(gone)))

    async def end(self, token: str, chat_id: int) -> None:
        """Wait for nothing more of one answer."""
        gone = delete(CorrectionsRow).where(CorrectionsRow.token == token, CorrectionsRow.chat_id == chat_id)
        await self._database.run(lambda session: session.execute(gone))

    async def move_chat(self, old: int, new: int) -> None:
        """Follow a group to its new id."""

        def work(session: Session) -> None:
            for row in session.scalars(select(CorrectionsRow).where(CorrectionsRow.chat_id == old)):
                if session.get(CorrectionsRow, (row.token, new)) is None:
                    row.chat_id, row.topic = new, None

        await self._database.run(work)

    async def clean_up(self, oldest: datetime) -> None:
        """Forget what was asked for too long ago."""
        old = delete(CorrectionsRow).where(CorrectionsRow.created < int(oldest.timestamp()))
        await self._database.run(lambda session: session.execute(old))


def _rows_of(concerned: Sequence[Asked]) -> Update:
    """Select what one chat asked for."""
    tokens = [asked.token for asked in concerned]
    return update(CorrectionsRow).where(
        CorrectionsRow.chat_id == concerned[0].chat_id, CorrectionsRow.token.in_(tokens)
    )


def _row(asked: Asked, now: datetime) -> CorrectionsRow:
    return CorrectionsRow(
        token=asked.token,
        chat_id=asked.chat_id,
        topic=asked.topic,
        language=asked.language,
        created=int(now.timestamp()),
        told=asked.told,
        sent=0,
        attempts=0,
    )


def _asked(row: CorrectionsRow) -> Asked:
    return Asked(row.token, row.chat_id, row.topic, row.language, row.told, row.attempts, _read(row.noted))


def _read(noted: bytes) -> tuple[Noted, ...]:
    return msgspec.json.decode(noted, type=tuple[Noted, ...])


def _count(result: object) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0
