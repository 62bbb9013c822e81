"""Erases everything that the state database holds about a chat or a person.

Tables are found by the names of their columns, so that a new table is covered by naming its columns as the others do.
A test fails for a table with a column of whole numbers that is not known here.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import CursorResult, delete, select, update

from bot.chat.state import Base, InboxRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from bot.chat.state import Database

CHATS = frozenset({"chat_id"})
"""Columns with the id of a chat; that of a private chat is the person's. The row goes."""

PEOPLE = frozenset({"asker", "person"})
"""Columns with the id of a person. The row goes."""

KEPT_NAMELESS: Mapping[str, str] = {"acts": "administrator"}
"""Tables whose rows must stay, with the column that loses its person: the audit log tells what was done, still."""

_NOBODY = 0
_PEOPLE_IN_UPDATES = ("from", "chat", "sender_chat")


class StoredData:
    """Everything in the state database, whichever table it is in."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def erase(self, chat_id: int) -> Counter[str]:
        """Erase whatever is stored about a chat, and about the person where it is a private one.

        Returns how many rows went from each table. All of it goes in one transaction.
        """
        return await self._database.run(lambda session: _erase(session, chat_id))


def _erase(session: Session, chat_id: int) -> Counter[str]:
    gone: Counter[str] = Counter()
    for table in reversed(Base.metadata.sorted_tables):
        for name in CHATS | PEOPLE:
            if name in table.columns and (name in CHATS or chat_id > 0):
                gone[table.name] += _count(session.execute(delete(table).where(table.columns[name] == chat_id)))
        if table.name in KEPT_NAMELESS:
            gone[table.name] += _make_nameless(session, table, chat_id)
    gone[InboxRow.__tablename__] += _strike_out(session, chat_id)
    return +gone


def _make_nameless(session: Session, table: Table, person: int) -> int:
    column = table.columns[KEPT_NAMELESS[table.name]]
    return _count(session.execute(update(table).where(column == person).values({column.name: _NOBODY})))


def _strike_out(session: Session, chat_id: int) -> int:
    """Forget what waiting updates of a chat or a person say; their numbers stay, so that none is taken twice."""
    struck = 0
    for row in session.scalars(select(InboxRow).where(InboxRow.payload.is_not(None))):
        if _concerns(json.loads(row.payload or "{}"), chat_id):
            row.payload = None
            struck += 1
    return struck


def _concerns(update_: Mapping[str, Any], chat_id: int) -> bool:
    """Tell whether an update comes from a chat, or from a person."""
    for part in update_.values():
        if not isinstance(part, dict):
            continue
        inner = part.get("message")
        for event in (part, inner if isinstance(inner, dict) else {}):
            if any(_id(event.get(name)) == chat_id for name in _PEOPLE_IN_UPDATES):
                return True
    return False


def _id(somebody: object) -> object:
    return somebody.get("id") if isinstance(somebody, dict) else None


def _count(result: object) -> int:
    return result.rowcount if isinstance(result, CursorResult) else 0
