"""Settings in the state database, with those read lately in memory.

This process is the only one that writes them, and the database works in the order in which it is asked: what is held
in memory is never older than what is stored.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from bot.chat.settings import stored
from bot.chat.state import Base, Database

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy.orm import Session

    from bot.chat.settings.values import Settings

_KEPT = 10_000  # chats and people whose settings stay in memory, the least recently used go first; about 5 MB


class SettingsRow(Base):
    """What a chat has set: a JSON object (see stored.py). `changed` is in seconds since 1970 (UTC)."""

    __tablename__ = "settings"

    chat_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    changed: Mapped[int] = mapped_column(BigInteger)
    chosen: Mapped[str]


class SettingsStore:
    """The settings of all chats. Belongs to one event loop."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._recent: OrderedDict[int, Settings] = OrderedDict()

    async def of(self, chat_id: int) -> Settings:
        """Return the settings of a chat, or of a person by the person's id; the defaults where nothing is set."""
        if (known := self._recent.get(chat_id)) is not None:
            self._recent.move_to_end(chat_id)
            return known
        settings = await self._database.run(lambda session: stored.read(_chosen(session, chat_id)))
        self._keep(chat_id, settings)
        return settings

    async def change(self, chat_id: int, change: Callable[[Settings], Settings], now: datetime) -> Settings:
        """Change the settings of a chat in one step, so that two presses at once both count; return the new ones."""

        def work(session: Session) -> Settings:
            before = _chosen(session, chat_id)
            settings = change(stored.read(before))
            _replace(session, chat_id, stored.write(settings, before), now)
            return settings

        settings = await self._database.run(work)
        self._keep(chat_id, settings)
        return settings

    async def move_chat(self, old: int, new: int) -> None:
        """Let the settings of a group follow it to its new id; what was set there meanwhile stands."""

        def work(session: Session) -> None:
            row = session.get(SettingsRow, old)
            if row is None:
                return
            if session.get(SettingsRow, new) is None:
                session.add(SettingsRow(chat_id=new, changed=row.changed, chosen=row.chosen))
            session.delete(row)

        await self._database.run(work)
        self._drop(old, new)

    async def forget(self, chat_id: int) -> bool:
        """Delete whatever a chat or a person has set; return whether there was anything."""

        def work(session: Session) -> bool:
            row = session.get(SettingsRow, chat_id)
            if row is not None:
                session.delete(row)
            return row is not None

        found = await self._database.run(work)
        self._drop(chat_id)
        return found

    def _keep(self, chat_id: int, settings: Settings) -> None:
        self._recent[chat_id] = settings
        self._recent.move_to_end(chat_id)
        if len(self._recent) > _KEPT:
            self._recent.popitem(last=False)

    def _drop(self, *chat_ids: int) -> None:
        for chat_id in chat_ids:
            self._recent.pop(chat_id, None)


def _chosen(session: Session, chat_id: int) -> str | None:
    row = session.get(SettingsRow, chat_id)
    return None if row is None else row.chosen


def _replace(session: Session, chat_id: int, chosen: str | None, now: datetime) -> None:
    row = session.get(SettingsRow, chat_id)
    if chosen is None:
        if row is not None:
            session.delete(row)
        return
    session.merge(SettingsRow(chat_id=chat_id, changed=int(now.timestamp()), chosen=chosen))
