"""/rollback: asked for, confirmed, done once, written down; the bot answers from the snapshot before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.search.engine import Engine
from tests.chat.conftest import ADMIN, eventually, labels
from tests.chat.fake_engine import HARBOUR, article
from tests.corpora import NOW, BagEncoder, small_world, write_article

if TYPE_CHECKING:
    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"
OLDER = ("snapshot-0", (article(7, "The harbour gate was opened by nobody. The ships did carry salt."),))


@pytest.fixture
async def steward(world: World) -> World:
    """A running bot with an administrator's private chat, and an older snapshot."""
    world.api.private(world.api.user("Root", id=ADMIN, language_code="en"))
    world.fake.older = OLDER
    return world


def admin_chat(world: World) -> dict[str, Any]:
    """Return the administrator's private chat."""
    return dict(world.api.chats[ADMIN]["chat"])


def acts(world: World) -> list[tuple[str, str, str]]:
    """Return the audit log: act, what it was about, outcome."""
    with closing(sqlite3.connect(world.path / "state.sqlite3")) as db:
        return db.execute("SELECT act, article, outcome FROM acts ORDER BY number").fetchall()


async def asked(world: World) -> dict[str, Any]:
    """Send /rollback; return the message that asks back."""
    world.api.say("/rollback", chat=admin_chat(world))
    return await world.sent(admin_chat(world))


async def test_it_asks_first_and_changes_nothing_by_itself(steward: World) -> None:
    message = await asked(steward)
    assert message["text"].startswith(
        "Go back to the snapshot snapshot-0? The bot then answers from it, and snapshot-1"
    )
    assert message["text"].endswith("Without buttons: /rollback snapshot-0")
    assert labels(message) == ["Go back", "Leave it"]
    assert steward.fake.snapshot == "snapshot-1"
    assert acts(steward) == []


async def test_confirmed_the_bot_answers_from_the_snapshot_before(steward: World) -> None:
    chat = admin_chat(steward)
    message = await asked(steward)
    await steward.press_answer(steward.api.press(message, text="Go back", user=steward.api.users[ADMIN]))
    assert steward.texts(chat)[-1].startswith(
        "The bot now answers from snapshot-0. The snapshot snapshot-1 is withdrawn"
    )
    steward.api.say(QUESTION, chat=chat)
    assert "opened by nobody" in (await steward.sent(chat, 2))["text"]
    assert acts(steward) == [("rollback", "snapshot-0", "withdrew snapshot-1")]


async def test_confirmed_in_words_it_does_the_same(steward: World) -> None:
    chat = admin_chat(steward)
    steward.api.say("/rollback snapshot-0", chat=chat)
    assert (await steward.sent(chat))["text"].startswith("The bot now answers from snapshot-0.")


async def test_declined_nothing_changes(steward: World) -> None:
    message = await asked(steward)
    await steward.press_answer(steward.api.press(message, text="Leave it", user=steward.api.users[ADMIN]))
    assert steward.texts(admin_chat(steward)) == ["Nothing was changed."]
    assert steward.fake.snapshot == "snapshot-1"


async def test_what_was_asked_before_a_build_is_out_of_date_after_it(steward: World) -> None:
    message = await asked(steward)
    steward.fake.older = ("snapshot-1", HARBOUR)
    await steward.press_answer(steward.api.press(message, text="Go back", user=steward.api.users[ADMIN]))
    assert steward.texts(admin_chat(steward)) == ["The snapshots have changed since. Please send /rollback again."]
    assert steward.fake.snapshot == "snapshot-1"


async def test_with_nothing_older_it_says_so(steward: World) -> None:
    steward.fake.older = None
    assert (await asked(steward))["text"] == "There is no older snapshot to go back to."


@pytest.mark.parametrize(
    ("trouble", "said", "outcome"),
    [
        ({"locked": "build.lock"}, "The collection is already being read.", "refused: a build is running"),
        ({"broken": "snapshot-0/means.npy: damaged"}, "Going back was not possible", "failed: StoreError"),
    ],
)
async def test_what_stands_in_the_way_is_said_and_written_down(
    steward: World, trouble: dict[str, str], said: str, outcome: str
) -> None:
    for name, value in trouble.items():
        setattr(steward.fake, name, value)
    steward.api.say("/rollback snapshot-0", chat=admin_chat(steward))
    assert (await steward.sent(admin_chat(steward)))["text"].startswith(said)
    assert acts(steward) == [("rollback", "snapshot-0", outcome)]


async def test_others_can_neither_ask_for_it_nor_press(steward: World) -> None:
    stranger = steward.api.user("Ann", language_code="en")
    private = steward.api.private(stranger)
    steward.api.say("/rollback", chat=private)
    assert (await steward.sent(private))["text"] == "This command is for administrators only."
    message = await asked(steward)
    pressed = await steward.press_answer(steward.api.press(message, text="Go back", user=stranger))
    assert pressed == "This command is for administrators only."
    assert steward.fake.snapshot == "snapshot-1"


async def test_status_shows_what_a_rollback_would_give(steward: World) -> None:
    chat = admin_chat(steward)
    steward.api.say("/status", chat=chat)
    assert "Snapshot: snapshot-1\nA rollback would give: snapshot-0" in (await steward.sent(chat))["text"]
    steward.fake.older = None
    steward.api.say("/status", chat=chat)
    assert "A rollback is not possible: there is no older snapshot." in (await steward.sent(chat, 2))["text"]


async def test_the_real_engine_goes_back_and_the_next_build_publishes_on_top(offstage: World) -> None:
    """From the command to the folders on disk and back."""
    small = small_world(offstage.path / "small")
    first = small.build().snapshot
    write_article(small.corpus, "en/ferry.md", "title: Ferry\nlanguage: en", "The ferry to Lume sank at noon.")
    second = small.build(now=NOW + timedelta(hours=1)).snapshot
    offstage.engine = engine = Engine(small.index, BagEncoder(), small.config)
    engine.refresh()
    offstage.api.private(offstage.api.user("Root", id=ADMIN, language_code="es"))
    await offstage.start()
    chat = admin_chat(offstage)
    message = await asked(offstage)
    assert first in message["text"]
    assert second in message["text"]
    await offstage.press_answer(offstage.api.press(message, text="Volver", user=offstage.api.users[ADMIN]))
    await eventually(lambda: offstage.texts(chat)[-1].startswith(f"El bot responde ahora con {first}."))
    assert engine.ask("Where did the ferry sink?", now=NOW).snapshot == first
    offstage.api.say("/rollback", chat=chat)
    assert (await offstage.sent(chat, 2))["text"] == "No hay ninguna versión anterior a la que volver."
    third = small.build(now=NOW + timedelta(hours=2)).snapshot
    assert engine.refresh() is True
    assert engine.previous == first
    assert engine.ask("Where did the ferry sink?", now=NOW).snapshot == third
    assert await offstage.end() == 0
    engine.close()
