"""What an administrator is about to do, kept over a restart, and the audit log of what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import delete, select, text, update

from bot.chat.state import ActRow, DraftRow
from bot.ingest.raw import RawArticle  # noqa: TC001 - read by the annotations of a struct

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from bot.chat.state import Database

_KEPT = timedelta(days=7)  # an article that was sent and neither added nor cancelled is then forgotten


class Draft(msgspec.Struct, frozen=True):
    """Articles that wait for a decision.

    `articles` are to be added; or `article_id` names the one that is to be removed. Once it was, `moved_to` says where
    it is (relative to the corpus folder), and `snapshot` which snapshot was live then. `passages` and `copies` (titles)
    are known for a single article.
    """

    articles: tuple[RawArticle, ...] = ()
    passages: int = 0
    skipped: int = 0
    copies: tuple[str, ...] = ()
    article_id: str = ""
    moved_to: str = ""
    snapshot: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the next message of a chat answers: the "date" or "publisher" of a draft."""

    token: str
    asking: str
    draft: Draft


class Drafts:
    """The drafts and the audit log in the state database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, token: str, chat_id: int, draft: Draft, now: datetime) -> None:
        """Keep a draft, or its new form, and forget those of long ago."""
        row = DraftRow(
            token=token, chat_id=chat_id, created=int(now.timestamp()), draft=msgspec.json.encode(draft), asking=None
        )
        oldest = int((now - _KEPT).timestamp())

        def work(session: Session) -> None:
            session.execute(delete(DraftRow).where(DraftRow.created < oldest))
            session.merge(row)

        await self._database.run(work)

    async def find(self, token: str, chat_id: int) -> Draft | None:
        """Return a draft of a chat."""
        row = await self._database.run(lambda session: session.get(DraftRow, token))
        return None if row is None or row.chat_id != chat_id else msgspec.json.decode(row.draft, type=Draft)

    async def newest(self, chat_id: int) -> tuple[str, Draft] | None:
        """Return the token of a chat's newest draft, and the draft."""
        query = (
            select(DraftRow).where(DraftRow.chat_id == chat_id).order_by(DraftRow.created.desc(), text("rowid DESC"))
        )
        row = await self._database.run(lambda session: session.scalars(query.limit(1)).first())
        return None if row is None else (row.token, msgspec.json.decode(row.draft, type=Draft))

    async def drop(self, token: str) -> None:
        """Forget a draft."""
        await self._database.run(lambda session: session.execute(delete(DraftRow).where(DraftRow.token == token)))

    async def ask(self, token: str | None, chat_id: int, asking: str | None) -> None:
        """Note what the next message of a chat answers ("date", "publisher"), of which draft; None: nothing."""

        def work(session: Session) -> None:
            session.execute(update(DraftRow).where(DraftRow.chat_id == chat_id).values(asking=None))
            if token is not None:
                session.execute(update(DraftRow).where(DraftRow.token == token).values(asking=asking))

        await self._database.run(work)

    async def asked(self, chat_id: int) -> Asked | None:
        """Return what the next message answers; None where nothing was asked."""
        query = select(DraftRow).where(DraftRow.chat_id == chat_id, DraftRow.asking.is_not(None))
        row = await self._database.run(lambda session: session.scalars(query).first())
        if row is None or row.asking is None:
            return None
        return Asked(row.token, row.asking, msgspec.json.decode(row.draft, type=Draft))

    async def note(self, now: datetime, administrator: int, act: str, article: str, outcome: str) -> None:
        """Write a line of the audit log. No content: `article` is an id, a file's name or a count."""
        row = ActRow(time=int(now.timestamp()), administrator=administrator, act=act, article=article, outcome=outcome)
        await self._database.run(lambda session: session.add(row))
