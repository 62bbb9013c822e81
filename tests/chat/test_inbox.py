"""The durable inbox, without a bot around."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import OperationalError
from telegram import Bot, Update

from bot.chat.inbox import DurableQueue, Inbox
from bot.chat.state import Database, InboxRow, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOT = Bot("1:x")


def update(number: int, text: str = "hello") -> Update:
    """Return an update with a message."""
    chat = {"id": 1, "type": "private", "first_name": "Ann"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": {**chat, "is_bot": False}, "text": text}
    made = Update.de_json({"update_id": number, "message": message}, BOT)
    assert made is not None
    return made


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty state database."""
    opened = open_database(tmp_path / "state.sqlite3")
    yield opened
    opened.close()


async def test_what_was_not_struck_out_comes_back_whole_and_in_order(database: Database) -> None:
    inbox = Inbox(database)
    for number in (3, 1, 2):
        assert await inbox.write(update(number, f"text {number}"))
    await inbox.strike_out(2)
    back = await inbox.unhandled(BOT)
    assert [one.to_dict() for one in back] == [update(1, "text 1").to_dict(), update(3, "text 3").to_dict()]


async def test_a_duplicate_is_known_even_after_it_was_handled(database: Database) -> None:
    inbox = Inbox(database)
    assert await inbox.write(update(1))
    assert not await inbox.write(update(1))
    await inbox.strike_out(1)
    assert not await inbox.write(update(1))


async def test_what_is_handled_is_no_longer_on_disk(database: Database) -> None:
    inbox = Inbox(database)
    await inbox.write(update(1, "private matters"))
    await inbox.strike_out(1)
    row = await database.run(lambda session: session.get(InboxRow, 1))
    assert row is not None
    assert row.payload is None


async def test_an_update_that_kills_the_bot_again_and_again_is_dropped(database: Database) -> None:
    inbox = Inbox(database)
    await inbox.write(update(1))
    attempts = [len(await inbox.unhandled(BOT)) for _ in range(5)]
    assert attempts == [1, 1, 1, 0, 0]


async def test_old_marks_are_deleted_but_nothing_unhandled(database: Database) -> None:
    inbox = Inbox(database)
    for number in (1, 2):
        await inbox.write(update(number))
    await inbox.strike_out(1)
    later = datetime.now(UTC) + timedelta(days=3)
    assert await inbox.forget(datetime.now(UTC)) == 0
    assert await inbox.forget(later) == 1
    assert [one.update_id for one in await inbox.unhandled(BOT)] == [2]


async def test_a_full_disk_does_not_stop_the_answering(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    disk_full = OperationalError("INSERT", {}, OSError("disk full"))

    async def full(_work: Any) -> Any:
        raise disk_full

    monkeypatch.setattr(database, "run", full)
    queue = DurableQueue(Inbox(database))
    await queue.put(update(1))
    assert queue.qsize() == 1
