"""Which articles came or changed their words since when: remembered in the state database, so that no restart hides it.

Every snapshot that is looked at is a generation, counted from 1. A watch keeps the generation up to which it was told;
what is news to it are the articles of later ones, however many snapshots came and went meanwhile.
"""

from __future__ import annotations

import asyncio
import functools
from typing import TYPE_CHECKING

from sqlalchemy import case, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.chat.watches.tables import KnownArticleRow, KnownSnapshotRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from bot.chat.context import Services
    from bot.chat.state import Database

_AT_ONCE = 500  # articles written in one transaction: some 10 ms for which the answers' own writing waits
_ONLY = 1  # the number of the only row about the snapshot


class Known:
    """The articles known so far. Belongs to one event loop."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = asyncio.Lock()

    async def look_at(self, snapshot: str, services: Services) -> int:
        """Take note of a snapshot's articles; return its generation. Raises SnapshotError where it is gone.

        A kill in between does no harm: what was written is of the generation that the next look finishes.
        """
        async with self._lock:  # two looks at once would count a generation twice
            seen = await self._database.run(lambda session: session.get(KnownSnapshotRow, _ONLY))
            if seen is not None and seen.name == snapshot:
                return seen.generation
            return await self._take_note(snapshot, seen.generation if seen else 0, services)

    async def fresh_since(self, told: int) -> frozenset[str]:
        """Return the articles that came or changed their words after a generation."""
        query = select(KnownArticleRow.article).where(KnownArticleRow.since > told)
        return await self._database.run(lambda session: frozenset(session.scalars(query)))

    async def present(self, articles: Iterable[str]) -> frozenset[str]:
        """Return which of some articles are in the snapshot that was looked at last."""
        found: set[str] = set()
        for part in _parts(sorted(set(articles))):
            query = select(KnownArticleRow.article).where(KnownArticleRow.article.in_(part))
            found |= await self._database.run(functools.partial(_set_of, query=query))
        return frozenset(found)

    async def with_words(self, digest: bytes) -> str | None:
        """Return an article of these very words, if there is one."""
        query = select(KnownArticleRow.article).where(KnownArticleRow.text == digest).order_by(KnownArticleRow.article)
        return await self._database.run(lambda session: session.scalars(query).first())

    async def _take_note(self, snapshot: str, generation: int, services: Services) -> int:
        digests = await services.work(services.collection.digests, snapshot)
        before = await self._database.run(_contents)
        for gone in _parts(sorted(before.keys() - digests.keys())):
            await self._forget(gone)
        for other in _parts(sorted(one for one in digests if before.get(one) != digests[one])):
            words = await services.work(services.collection.word_digests, snapshot, other)
            rows = [_row(one, digests[one], words.get(one, digests[one]), generation + 1) for one in other]
            await self._database.run(functools.partial(_write, rows=rows))
        return await self._database.run(lambda session: _finish(session, snapshot, generation))

    async def _forget(self, articles: Sequence[str]) -> None:
        gone = delete(KnownArticleRow).where(KnownArticleRow.article.in_(articles))
        await self._database.run(lambda session: session.execute(gone))


def _set_of(session: Session, query: Select[str]) -> set[str]:
    return set(session.scalars(query))


def _parts(articles: Sequence[str]) -> list[Sequence[str]]:
    return [articles[at : at + _AT_ONCE] for at in range(0, len(articles), _AT_ONCE)]


def _contents(session: Session) -> dict[str, bytes]:
    rows = session.execute(select(KnownArticleRow.article, KnownArticleRow.content))
    return {row.article: row.content for row in rows}


def _row(article: str, content: bytes, text: bytes, since: int) -> dict[str, Any]:
    return {"article": article, "content": content, "text": text, "since": since}


def _write(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write articles down; one whose words are what they were stays of its old generation."""
    fresh = insert(KnownArticleRow).values(list(rows))
    words_changed = KnownArticleRow.text != fresh.excluded.text
    since = case((words_changed, fresh.excluded.since), else_=KnownArticleRow.since)
    values = {"content": fresh.excluded.content, "text": fresh.excluded.text, "since": since}
    session.execute(fresh.on_conflict_do_update(index_elements=["article"], set_=values))


def _finish(session: Session, snapshot: str, generation: int) -> int:
    session.merge(KnownSnapshotRow(number=_ONLY, name=snapshot, generation=generation + 1))
    return generation + 1
