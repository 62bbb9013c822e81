"""Settings in the state database."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from bot.chat.settings.store import SettingsRow, SettingsStore
from bot.chat.settings.values import DEFAULTS, Settings
from bot.chat.state import Database, open_database
from tests.chat.settings.samples import MANY, NOW

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

GROUP, SUPERGROUP, PERSON = -4001, -1001000000009, 77


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty state database."""
    opened = open_database(tmp_path / "state.sqlite3")
    yield opened
    opened.close()


async def rows(database: Database) -> dict[int, str]:
    """Return what the table holds."""
    return await database.run(lambda session: {row.chat_id: row.chosen for row in session.query(SettingsRow)})


async def test_what_is_set_is_there_after_a_restart(database: Database) -> None:
    await SettingsStore(database).change(GROUP, lambda _: MANY, NOW)
    assert await SettingsStore(database).of(GROUP) == MANY
    assert await SettingsStore(database).of(PERSON) == DEFAULTS


async def test_the_store_itself_sees_a_change_at_once(database: Database) -> None:
    store = SettingsStore(database)
    assert await store.of(PERSON) == DEFAULTS
    await store.change(PERSON, lambda settings: replace(settings, hits=2), NOW)
    assert (await store.of(PERSON)).hits == 2


async def test_two_changes_at_once_both_count(database: Database) -> None:
    store = SettingsStore(database)
    await asyncio.gather(
        store.of(GROUP),
        store.change(GROUP, lambda settings: replace(settings, hits=2), NOW),
        store.of(GROUP),
        store.change(GROUP, lambda settings: replace(settings, delete_after=5), NOW),
    )
    assert await store.of(GROUP) == Settings(hits=2, delete_after=5)
    assert await SettingsStore(database).of(GROUP) == Settings(hits=2, delete_after=5)


async def test_a_chat_that_is_back_at_the_defaults_leaves_no_row(database: Database) -> None:
    store = SettingsStore(database)
    await store.change(GROUP, lambda _: MANY, NOW)
    await store.change(GROUP, lambda _: DEFAULTS, NOW)
    assert await rows(database) == {}


async def test_settings_follow_a_group(database: Database) -> None:
    store = SettingsStore(database)
    await store.change(GROUP, lambda _: MANY, NOW)
    assert await store.of(SUPERGROUP) == DEFAULTS
    await store.move_chat(GROUP, SUPERGROUP)
    assert await store.of(SUPERGROUP) == MANY
    assert await store.of(GROUP) == DEFAULTS
    await store.move_chat(GROUP, SUPERGROUP)  # Telegram may say it again
    assert await store.of(SUPERGROUP) == MANY


async def test_what_the_supergroup_has_set_already_stands(database: Database) -> None:
    store = SettingsStore(database)
    await store.change(GROUP, lambda _: MANY, NOW)
    await store.change(SUPERGROUP, lambda _: Settings(hits=1), NOW)
    await store.move_chat(GROUP, SUPERGROUP)
    assert await store.of(SUPERGROUP) == Settings(hits=1)
    assert list(await rows(database)) == [SUPERGROUP]


async def test_what_is_forgotten_is_gone_from_memory_and_disk(database: Database) -> None:
    store = SettingsStore(database)
    await store.change(PERSON, lambda _: MANY, NOW)
    assert await store.forget(PERSON)
    assert not await store.forget(PERSON)
    assert await store.of(PERSON) == DEFAULTS
    assert await rows(database) == {}


async def test_odd_rows_break_nothing_and_can_be_changed(database: Database) -> None:
    """As a hand in the file, a newer version or a broken disk could leave them."""
    odd = ["", "{", "5", "[]", '{"hits": "many"}', '{"zone": 7, "colour": "blue"}', b"\xff\xfe\x00", 12, 1.5]
    insert = text("INSERT INTO settings (chat_id, changed, chosen) VALUES (:chat, 0, :chosen)")
    values = [{"chat": chat, "chosen": chosen} for chat, chosen in enumerate(odd, start=1)]
    await database.run(lambda session: session.execute(insert, values))
    store = SettingsStore(database)
    for chat in range(1, len(odd) + 1):
        assert await store.of(chat) == DEFAULTS
        assert await store.change(chat, lambda settings: replace(settings, hits=4), NOW) == Settings(hits=4)
        assert await SettingsStore(database).of(chat) == Settings(hits=4)
    assert '"colour": "blue"' in (await rows(database))[6]


async def test_a_change_that_fails_changes_nothing(database: Database) -> None:
    store = SettingsStore(database)
    await store.change(GROUP, lambda _: MANY, NOW)

    def fail(_: Settings) -> Settings:
        msg = "no"
        raise ValueError(msg)

    with pytest.raises(ValueError, match="no"):
        await store.change(GROUP, fail, NOW)
    assert await store.of(GROUP) == MANY
