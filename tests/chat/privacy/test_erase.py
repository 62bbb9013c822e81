"""Erasing reaches every table: those of today, and those that nobody has thought of yet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import BigInteger, Boolean, Integer, LargeBinary, String, insert, select

from bot.chat import app
from bot.chat.privacy.erase import CHATS, KEPT_NAMELESS, PEOPLE, StoredData
from bot.chat.state import Base, Database, open_database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Column, Table
    from sqlalchemy.orm import Session

PERSON, GROUP, OTHER = 700_001, -100_200_300_400, 700_999
# Columns of whole numbers that name neither a chat nor a person, so that erasing passes over them.
IMPERSONAL = {
    *("created", "received", "changed", "time", "sent", "due", "since", "told", "generation"),  # when
    *("number", "place", "attempts", "watch", "confidence", "update_id"),  # which, how often, how much
    *("topic", "message_id", "question_id", "upto"),  # mean nothing without their chat
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An empty state database."""
    assert app.handlers()  # whose imports know every table
    opened = open_database(tmp_path / "state.sqlite3")
    yield opened
    opened.close()


def tables() -> list[Table]:
    """Return every table of the state database."""
    return list(Base.metadata.sorted_tables)


def _columns(table: Table, names: frozenset[str]) -> list[Column[Any]]:
    return [column for column in table.columns if column.name in names]


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_every_number_in_a_table_is_known_to_erasing_or_known_to_be_nobodys(table: Table) -> None:
    """A new column with a person or a chat in it fails here until erasing knows it."""
    numbers = {
        column.name
        for column in table.columns
        if isinstance(column.type, Integer | BigInteger) and not isinstance(column.type, Boolean)
    }
    known = CHATS | PEOPLE | IMPERSONAL | {KEPT_NAMELESS.get(table.name, "")}
    assert not numbers - known, f"{table.name}: does /forget reach these?"


def _row(table: Table, whose: int, number: int) -> dict[str, Any]:
    """Return a row that belongs to somebody wherever it can; everything else is made up."""
    values: dict[str, Any] = {}
    for column in table.columns:
        if column.name in CHATS | PEOPLE or KEPT_NAMELESS.get(table.name) == column.name:
            values[column.name] = whose
        elif isinstance(column.type, Integer | BigInteger):
            values[column.name] = number
        elif isinstance(column.type, LargeBinary):
            values[column.name] = f"{number}".encode()
        elif isinstance(column.type, String):
            values[column.name] = f"{table.name}-{number}"
    if table.name == "inbox":
        values["payload"] = json.dumps({"update_id": number, "message": {"from": {"id": whose}, "text": "hello"}})
    return values


def _fill(session: Session) -> None:
    for number, whose in enumerate((PERSON, GROUP, OTHER), start=1):
        for table in tables():
            session.execute(insert(table).values(_row(table, whose, number)))


def _whose(session: Session) -> dict[str, list[int]]:
    """Return for each table whom its rows belong to."""
    found: dict[str, list[int]] = {}
    for table in tables():
        names = CHATS | PEOPLE | {KEPT_NAMELESS.get(table.name, "")}
        for column in _columns(table, frozenset(names)):
            found[f"{table.name}.{column.name}"] = sorted(session.scalars(select(column)))
    return found


@pytest.mark.parametrize("who", [PERSON, GROUP])
async def test_nothing_of_a_person_or_group_is_left_in_any_table_and_all_of_others_is(
    database: Database, who: int
) -> None:
    await database.run(_fill)
    before = await database.run(_whose)
    assert before
    assert all(sorted(owners) == sorted((GROUP, PERSON, OTHER)) for owners in before.values())
    gone = await StoredData(database).erase(who)
    after = await database.run(_whose)
    people_of_groups = {f"{table.name}.{c.name}" for table in tables() for c in _columns(table, PEOPLE)}
    for place, owners in after.items():
        if who == PERSON or place not in people_of_groups:
            assert who not in owners, place
        assert OTHER in owners, place
    assert {"answers", "watches", "corrections", "settings", "drafts"} <= set(gone)


async def test_what_a_waiting_message_says_is_erased_and_its_number_kept(database: Database) -> None:
    """The number stays, so that Telegram's repetition is not taken for news."""
    await database.run(_fill)
    inbox = Base.metadata.tables["inbox"]
    await StoredData(database).erase(PERSON)
    rows = await database.run(lambda session: session.execute(select(inbox.c.update_id, inbox.c.payload)).all())
    assert [(number, payload is None) for number, payload in rows] == [(1, True), (2, False), (3, False)]


@pytest.mark.parametrize(
    "update",
    [
        {"message": {"chat": {"id": PERSON}}},
        {"message": {"from": {"id": PERSON}, "chat": {"id": GROUP}}},
        {"callback_query": {"from": {"id": OTHER}, "message": {"chat": {"id": PERSON}}}},
        {"inline_query": {"from": {"id": PERSON}, "query": "x"}},
        {"edited_message": {"sender_chat": {"id": PERSON}, "chat": {"id": GROUP}}},
    ],
)
async def test_waiting_updates_of_every_kind_are_found(database: Database, update: dict[str, Any]) -> None:
    inbox = Base.metadata.tables["inbox"]
    row = {"update_id": 1, "received": 1, "attempts": 0, "payload": json.dumps({"update_id": 1, **update})}
    await database.run(lambda session: session.execute(insert(inbox).values(row)))
    assert (await StoredData(database).erase(PERSON))["inbox"] == 1
    assert await database.run(lambda session: session.scalar(select(inbox.c.payload))) is None


async def test_the_audit_log_stays_without_the_name(database: Database) -> None:
    """What was done with articles must remain to be seen."""
    await database.run(_fill)
    await StoredData(database).erase(PERSON)
    acts = Base.metadata.tables["acts"]
    found = await database.run(lambda session: session.scalars(select(acts.c.administrator)).all())
    assert sorted(found) == [GROUP, 0, OTHER]
