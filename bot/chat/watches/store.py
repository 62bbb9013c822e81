"""The watched topics in the state database, and how far each was told.

A message is marked as under way before it is sent, and counted as told once Telegram has it. Nothing is lost by a kill
in between: the same news is found again at the next start, and the message then says that it may come a second time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from bot.chat.watches.tables import ToldRow, WatchRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Select, Update
    from sqlalchemy.orm import Session

    from bot.chat.state import Database

_TOLD_KEPT = timedelta(days=365)  # passages that were told longer ago may be told again when their article changes


@dataclass(frozen=True, slots=True)
class Watch:
    """A watched topic; see WatchRow."""

    number: int
    chat_id: int
    place: int
    topic: int | None
    language: str
    text: str
    told: int
    attempts: int


@dataclass(frozen=True, slots=True)
class NewWatch:
    """What a chat wants to be told of: in which topic of a forum, in which language, and from which generation on."""

    chat_id: int
    topic: int | None
    language: str
    text: str
    told: int


class Watches:
    """The watches in the state database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, wanted: NewWatch, limit: int, now: datetime) -> Watch | None:
        """Add a watch, or return the one of the same words; None where the chat has `limit` of them already."""

        def work(session: Session) -> Watch | None:
            rows = list(session.scalars(_of_chat(wanted.chat_id)))
            for row in rows:
                if row.text.casefold() == wanted.text.casefold() and row.topic == wanted.topic:
                    return _watch(row)
            if len(rows) >= limit:
                return None
            row = _row(wanted, _free_place([one.place for one in rows]), now)
            session.add(row)
            session.flush()
            return _watch(row)

        return await self._database.run(work)

    async def of_chat(self, chat_id: int) -> list[Watch]:
        """Return the watches of a chat in the order of their places."""
        return await self._database.run(lambda session: [_watch(row) for row in session.scalars(_of_chat(chat_id))])

    async def end(self, chat_id: int, place: int) -> Watch | None:
        """End a watch of a chat; return it, None where there is none at that place."""
        found = _of_chat(chat_id).where(WatchRow.place == place)
        return await self._database.run(lambda session: _end(session, found))

    async def end_numbered(self, chat_id: int, number: int) -> Watch | None:
        """End a watch of a chat by its number, which no later watch gets; return it, None where it has ended."""
        found = _of_chat(chat_id).where(WatchRow.number == number)
        return await self._database.run(lambda session: _end(session, found))

    async def end_all(self, chat_id: int) -> None:
        """End whatever a chat watches: it blocked the bot."""
        gone = delete(WatchRow).where(WatchRow.chat_id == chat_id)
        await self._database.run(lambda session: session.execute(gone))

    async def waiting(self, generation: int, silent_since: datetime) -> list[Watch]:
        """Return the watches not yet told up to a generation whose last message is not younger than a time."""
        due = WatchRow.sent <= int(silent_since.timestamp())
        query = select(WatchRow).where(WatchRow.told < generation, due).order_by(WatchRow.sent, WatchRow.number)
        return await self._database.run(lambda session: [_watch(row) for row in session.scalars(query)])

    async def told_before(self, watch: Watch, passages: Iterable[bytes]) -> frozenset[bytes]:
        """Return which of some passages (digests of their words) the watch told already."""
        query = select(ToldRow.passage).where(ToldRow.watch == watch.number, ToldRow.passage.in_(list(passages)))
        return await self._database.run(lambda session: frozenset(session.scalars(query)))

    async def under_way(self, watch: Watch, attempts: int) -> bool:
        """Note before a sending that it is the so many-th; False where the watch was ended meanwhile."""

        def work(session: Session) -> bool:
            row = session.get(WatchRow, watch.number)
            if row is not None:
                row.attempts = attempts
            return row is not None

        return await self._database.run(work)

    async def passed(self, watch: Watch, generation: int) -> None:
        """Note that up to a generation there was nothing to tell."""
        await self._database.run(lambda session: session.execute(_reached(watch, generation)))

    async def told(self, watch: Watch, generation: int, passages: Iterable[bytes], now: datetime) -> None:
        """Note what was told, up to which generation, and when; all at once or not at all."""
        time = int(now.timestamp())
        rows = [{"watch": watch.number, "passage": passage, "created": time} for passage in set(passages)]

        def work(session: Session) -> None:
            if session.get(WatchRow, watch.number) is None:  # ended while its message was under way
                return
            session.execute(_reached(watch, generation).values(sent=time))
            if rows:
                session.execute(insert(ToldRow).values(rows).on_conflict_do_nothing())

        await self._database.run(work)

    async def postponed(self, watch: Watch, attempts: int, now: datetime) -> None:
        """Note that a message is tried again after the usual pause; `attempts` 0: it surely did not arrive."""
        row = update(WatchRow).where(WatchRow.number == watch.number)
        later = row.values(attempts=attempts, sent=int(now.timestamp()))
        await self._database.run(lambda session: session.execute(later))

    async def move_chat(self, old: int, new: int) -> None:
        """Let the watches of a group follow it to its new id, in places that are free there."""

        def work(session: Session) -> None:
            taken = [row.place for row in session.scalars(_of_chat(new))]
            for row in session.scalars(_of_chat(old)):
                row.place = row.place if row.place not in taken else _free_place(taken)
                row.chat_id, row.topic = new, None
                taken.append(row.place)

        await self._database.run(work)

    async def clean_up(self, now: datetime) -> None:
        """Forget which passages were told long ago."""
        old = delete(ToldRow).where(ToldRow.created < int((now - _TOLD_KEPT).timestamp()))
        await self._database.run(lambda session: session.execute(old))

    async def count(self) -> int:
        """Return how many topics are watched."""
        return await self._database.run(lambda session: session.scalar(select(func.count(WatchRow.number))) or 0)


def _of_chat(chat_id: int) -> Select[WatchRow]:
    return select(WatchRow).where(WatchRow.chat_id == chat_id).order_by(WatchRow.place)


def _end(session: Session, found: Select[WatchRow]) -> Watch | None:
    row = session.scalars(found).first()
    if row is not None:
        session.delete(row)
    return None if row is None else _watch(row)


def _reached(watch: Watch, generation: int) -> Update:
    return update(WatchRow).where(WatchRow.number == watch.number).values(told=generation, attempts=0)


def _free_place(taken: list[int]) -> int:
    return next(place for place in range(1, len(taken) + 2) if place not in taken)


def _row(wanted: NewWatch, place: int, now: datetime) -> WatchRow:
    return WatchRow(
        chat_id=wanted.chat_id,
        place=place,
        topic=wanted.topic,
        language=wanted.language,
        text=wanted.text,
        created=int(now.timestamp()),
        told=wanted.told,
        sent=0,
        attempts=0,
    )


def _watch(row: WatchRow) -> Watch:
    return Watch(row.number, row.chat_id, row.place, row.topic, row.language, row.text, row.told, row.attempts)
