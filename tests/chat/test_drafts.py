"""Drafts wait for a decision over a restart, belong to one chat, and are forgotten; the audit log keeps every act."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.chat.drafts import Draft, Drafts
from bot.chat.state import ActRow, Database, open_database
from bot.ingest.raw import RawArticle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2019, 5, 5, 12, tzinfo=UTC)
CHAT, OTHER = 7, 8
DRAFT = Draft(
    (RawArticle("Bridge closed", "The bridge was closed.", date(2019, 5, 2), "meta", "Courier", language="en"),),
    passages=2,
    skipped=1,
    copies=("Bridge shut",),
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new state database."""
    opened = open_database(tmp_path / "state.sqlite3")
    yield opened
    opened.close()


@pytest.fixture
def drafts(database: Database) -> Drafts:
    """The drafts in it."""
    return Drafts(database)


async def test_a_draft_is_found_again_whole(drafts: Drafts) -> None:
    await drafts.keep("token", CHAT, DRAFT, NOW)
    assert await drafts.find("token", CHAT) == DRAFT


async def test_a_draft_survives_a_restart(tmp_path: Path) -> None:
    for _ in range(2):
        database = open_database(tmp_path / "kept.sqlite3")
        drafts = Drafts(database)
        found = await drafts.find("token", CHAT)
        await drafts.keep("token", CHAT, DRAFT, NOW)
        database.close()
    assert found == DRAFT


async def test_another_chat_never_gets_it(drafts: Drafts) -> None:
    await drafts.keep("token", CHAT, DRAFT, NOW)
    assert await drafts.find("token", OTHER) is None
    assert await drafts.find("unknown", CHAT) is None


async def test_its_new_form_takes_its_place_and_a_dropped_one_is_gone(drafts: Drafts) -> None:
    await drafts.keep("token", CHAT, DRAFT, NOW)
    await drafts.keep("token", CHAT, Draft(article_id="a.md"), NOW)
    assert await drafts.find("token", CHAT) == Draft(article_id="a.md")
    await drafts.drop("token")
    assert await drafts.find("token", CHAT) is None


async def test_what_nobody_decided_in_a_week_is_forgotten(drafts: Drafts) -> None:
    await drafts.keep("old", CHAT, DRAFT, NOW - timedelta(days=8))
    await drafts.keep("young", CHAT, DRAFT, NOW - timedelta(days=6))
    await drafts.keep("new", CHAT, DRAFT, NOW)
    assert await drafts.find("old", CHAT) is None
    assert await drafts.find("young", CHAT) == DRAFT


async def test_the_next_message_answers_the_question_asked_last(drafts: Drafts) -> None:
    """One question at a time in a chat; another chat's question stays its own."""
    for token, chat in (("one", CHAT), ("two", CHAT), ("three", OTHER)):
        await drafts.keep(token, chat, DRAFT, NOW)
    assert await drafts.asked(CHAT) is None
    await drafts.ask("one", CHAT, "date")
    await drafts.ask("three", OTHER, "publisher")
    await drafts.ask("two", CHAT, "publisher")
    asked = await drafts.asked(CHAT)
    assert asked is not None
    assert (asked.token, asked.asking, asked.draft) == ("two", "publisher", DRAFT)
    await drafts.ask(None, CHAT, None)
    assert await drafts.asked(CHAT) is None
    assert await drafts.asked(OTHER) is not None


async def test_an_answer_that_was_taken_asks_no_more(drafts: Drafts) -> None:
    await drafts.keep("token", CHAT, DRAFT, NOW)
    await drafts.ask("token", CHAT, "date")
    await drafts.keep("token", CHAT, DRAFT, NOW)
    assert await drafts.asked(CHAT) is None


async def test_every_act_is_a_line_of_the_audit_log_in_order(drafts: Drafts, database: Database) -> None:
    await drafts.note(NOW, 42, "add", "added/a.md", "new")
    await drafts.note(NOW, 43, "remove", "added/a.md", "removed")
    rows = await database.run(lambda session: session.scalars(select(ActRow).order_by(ActRow.number)).all())
    assert [(row.time, row.administrator, row.act, row.article, row.outcome) for row in rows] == [
        (int(NOW.timestamp()), 42, "add", "added/a.md", "new"),
        (int(NOW.timestamp()), 43, "remove", "added/a.md", "removed"),
    ]
