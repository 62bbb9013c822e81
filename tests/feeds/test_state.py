"""What is remembered about feeds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.errors import StoreError
from bot.feeds.state import MEMORY, EntryOutcome, FeedState, SeenEntry, open_state

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2019, 5, 4, 12, 0, tzinfo=UTC)
FEED = "https://a.example/feed"


async def test_everything_about_a_feed_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "state" / "feeds.sqlite3"
    state = FeedState(
        FEED, NOW, NOW + timedelta(microseconds=7), NOW - timedelta(days=1), failures=3, error="no such host",
        skipped=2, articles=7, etag='"v1"', last_modified="Thu, 02 May 2019 10:00:00 GMT", moved_to="https://b.example/feed",
    )  # fmt: skip
    with closing(open_state(path)) as file:
        await file.save(FeedState(FEED, NOW))
        await file.save(state)
    with closing(open_state(path)) as file:
        assert await file.load(FEED) == state
        assert await file.load("https://other.example/") is None


async def test_a_feed_never_asked_has_no_times(tmp_path: Path) -> None:
    with closing(open_state(tmp_path / "feeds.sqlite3")) as file:
        await file.save(FeedState(FEED, NOW))
        assert await file.load(FEED) == FeedState(FEED, NOW, checked=None, succeeded=None)


async def test_entries_are_known_by_feed_and_key(tmp_path: Path) -> None:
    entries = [SeenEntry(str(number), bytes([number % 256]), EntryOutcome.STORED) for number in range(1200)]
    with closing(open_state(tmp_path / "feeds.sqlite3")) as file:
        for entry in entries:
            await file.remember(FEED, entry, NOW)
        changed = replace(entries[5], outcome=EntryOutcome.WAITING, attempts=2)
        await file.remember(FEED, changed, NOW)
        found = await file.seen(FEED, [entry.key for entry in entries] + ["unknown"])
        assert len(found) == 1200
        assert found["5"] == changed
        assert found["1199"] == entries[1199]
        assert await file.seen("https://other.example/", ["5"]) == {}
        assert await file.seen(FEED, []) == {}


async def test_entries_that_a_feed_lists_no_more_are_forgotten_in_time(tmp_path: Path) -> None:
    with closing(open_state(tmp_path / "feeds.sqlite3")) as file:
        for key in ("old", "listed"):
            await file.remember(FEED, SeenEntry(key, b"", EntryOutcome.GIVEN_UP), NOW)
        await file.still_there(FEED, ["listed"], NOW + MEMORY)
        assert len(await file.seen(FEED, ["old", "listed"])) == 2
        await file.still_there(FEED, ["listed"], NOW + MEMORY + timedelta(days=1))
        assert list(await file.seen(FEED, ["old", "listed"])) == ["listed"]


async def test_what_is_not_announced_is_counted_and_never_below_none(tmp_path: Path) -> None:
    path = tmp_path / "feeds.sqlite3"
    with closing(open_state(path)) as file:
        await file.count_unannounced(5)
        await file.count_unannounced(-2)
    with closing(open_state(path)) as file:
        assert await file.unannounced() == 3
        await file.count_unannounced(-9)
        assert await file.unannounced() == 0


@pytest.mark.parametrize("content", [b"no database at all, but long enough" * 100, b"SQLite format 3\0broken" * 60])
def test_a_file_that_is_no_state_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "feeds.sqlite3"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"feeds\.sqlite3: the feeds' state can't be used .* fetch\.state"):
        open_state(path)


def test_a_state_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "feeds.sqlite3"
    open_state(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="newer version: format 99"):
        open_state(path)


def test_a_folder_that_cannot_be_made_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="file/feeds"):
        open_state(tmp_path / "file" / "feeds.sqlite3")
