"""An administrator's hand: files and addresses sent in private become articles; articles are shown and taken out."""

from __future__ import annotations

import sqlite3
import ssl
import sys
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from bot.feeds.clock import SystemClock
from bot.feeds.setup import World as FeedWorld
from tests.chat.conftest import ADMIN, eventually, labels, restarted
from tests.chat.fake_engine import HARBOUR
from tests.chat.test_e2e_admin import BUILD, REPORT, ends
from tests.feeds.badserver import LOOPBACK_ALLOWED, BadServer, redirect, reply
from tests.feeds.world import page

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.chat.conftest import World

PUBLISHERS = "name,domain,country,ownership,languages,notes,evidence\nThe Example,news.example,,,,,\n"
STORED = """---
title: The bridge is closed
publisher: The Example
date: 2019-05-02
language: en
---

The bridge was closed on Monday. Lorries waited there for hours, and nobody said when it would open.
"""
Chat = dict[str, Any]


@pytest.fixture
async def site() -> AsyncIterator[BadServer]:
    """A site with an article."""
    server = BadServer()
    await server.start()
    server.on("/story", reply(page(1)))
    yield server
    await server.stop()


@pytest.fixture
async def desk(offstage: World, site: BadServer, tmp_path: Path) -> World:
    """A running bot with a corpus folder."""
    (corpus(offstage)).mkdir()
    (corpus(offstage) / "publishers.csv").write_text(PUBLISHERS)
    (corpus(offstage) / "bridge.md").write_text(STORED)
    build = tmp_path / "build"
    build.mkdir()
    (build / "build.py").write_text(BUILD)
    ends(build, 0, {"report": REPORT})
    offstage.build_command = (sys.executable, str(build / "build.py"), str(build))
    no_certificates = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    offstage.feed_world = FeedWorld(SystemClock(), Random(1), LOOPBACK_ALLOWED, site.resolve, no_certificates)  # noqa: S311 - repeatable
    offstage.api.private(offstage.api.user("Root", id=ADMIN, language_code="en"))
    await offstage.start()
    return offstage


def corpus(world: World) -> Path:
    """Return the corpus folder."""
    return world.path / "corpus"


def added(world: World) -> list[Path]:
    """Return the articles that were added."""
    return sorted((corpus(world) / "added").glob("*.md"))


def root(world: World) -> Chat:
    """Return the administrator's private chat."""
    return dict(world.api.chats[ADMIN]["chat"])


def acts(world: World) -> list[tuple[int, str, str, str]]:
    """Return the audit log: who, what, which article, how it ended."""
    with sqlite3.connect(world.path / "state.sqlite3") as connection:
        rows = connection.execute("SELECT administrator, act, article, outcome FROM acts ORDER BY number").fetchall()
    connection.close()
    return rows


def press(world: World, message: Chat, label: str) -> str:
    """Press a button by its label."""
    return str(world.api.press(world.api.msgs[message["chat"]["id"], message["message_id"]], text=label))


async def send_page(world: World, count: int = 1) -> Chat:
    """Send a saved page as a file; return what the bot shows."""
    world.api.say(chat=root(world), document=("story.html", page(1).encode()))
    return await world.sent(root(world), count)


async def test_a_file_is_shown_as_understood_and_stored_when_added(desk: World) -> None:
    """Title, publisher under the name we know, date and where it was found, language, passages, first lines."""
    shown = await send_page(desk)
    for said in (
        "Headline number 1",
        "Publisher: The Example",
        "Date: 2 May 2019 (found in: ",
        "In English, passages: ",
        "In case 1 the two delegations met again",
    ):
        assert said in shown["text"]
    assert labels(shown) == ["Add", "Cancel", "Change date", "Change publisher"]
    assert not added(desk)
    press(desk, shown, "Add")
    done = await desk.edited(root(desk))
    assert done["text"].startswith("Added: 1. Replaced: 0. Already there: 0.")
    (file,) = added(desk)
    assert file.name in done["text"]
    content = file.read_text()
    assert content.startswith("---\ntitle: Headline number 1\npublisher: The Example\n")
    assert "date: '2019-05-02'" in content
    assert acts(desk) == [(ADMIN, "add", f"added/{file.name}", "new")]


async def test_reindex_can_be_pressed_after_adding(desk: World) -> None:
    desk.fake.published = ("snapshot-2", HARBOUR)
    press(desk, await send_page(desk), "Add")
    done = await desk.edited(root(desk))
    press(desk, done, "Read again now")
    await eventually(lambda: "The collection is read" in desk.texts(root(desk))[-1])
    assert desk.fake.snapshot == "snapshot-2"


async def test_an_address_is_fetched_and_understood(desk: World, site: BadServer) -> None:
    desk.api.say(site.url("/story"), chat=root(desk))
    shown = await desk.sent(root(desk))
    assert "Headline number 1" in shown["text"]
    press(desk, shown, "Add")
    await desk.edited(root(desk))
    assert f"url: {site.url('/story')}" in added(desk)[0].read_text()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/inside", "private network"),
        ("/picture", "a picture (image/png); wanted is a page"),
        ("/missing", "404"),
        ("/empty", "no article text found"),
    ],
)
async def test_what_can_not_be_fetched_or_read_is_told_with_the_reason(
    desk: World, site: BadServer, path: str, reason: str
) -> None:
    site.on("/inside", redirect("http://169.254.169.254/latest/meta-data"))
    site.on("/picture", reply(b"\x89PNG", kind="image/png"))
    site.on("/empty", reply("<html><body></body></html>"))
    desk.api.say(site.url(path), chat=root(desk))
    answer = (await desk.sent(root(desk)))["text"]
    assert answer.startswith("That did not work. Reason: ")
    assert reason in answer


async def test_date_and_publisher_are_changed_by_the_next_message(desk: World) -> None:
    """What is no date is refused with a sentence; the name is matched to the publishers that are known."""
    shown = await send_page(desk)
    press(desk, shown, "Change date")
    assert (await desk.sent(root(desk), 2))["text"].startswith("Which date?")
    desk.api.say("soon", chat=root(desk))
    assert (await desk.sent(root(desk), 3))["text"].startswith("That is no date")
    desk.api.say("3 de mayo de 2019", chat=root(desk))
    again = await desk.sent(root(desk), 4)
    assert "Date: 3 May 2019 (found in: administrator)" in again["text"]
    press(desk, again, "Change publisher")
    await desk.sent(root(desk), 5)
    desk.api.say("EXAMPLE, the other one", chat=root(desk))
    again = await desk.sent(root(desk), 6)
    assert "Publisher: EXAMPLE, the other one" in again["text"]
    press(desk, again, "Add")
    await desk.edited(root(desk))
    assert "date: '2019-05-03'\ndate_found_in: administrator" in added(desk)[0].read_text()
    assert [act for _, act, _, _ in acts(desk)] == ["change date", "change publisher", "add"]


@pytest.mark.parametrize("future", ["2031-01-01", "1850-01-01"])
async def test_a_date_that_can_not_be_is_refused_and_unknown_is_taken(desk: World, future: str) -> None:
    press(desk, await send_page(desk), "Change date")
    await desk.sent(root(desk), 2)
    desk.api.say(future, chat=root(desk))
    assert (await desk.sent(root(desk), 3))["text"].startswith("That is no date")
    desk.api.say("-", chat=root(desk))
    assert "Date: unknown" in (await desk.sent(root(desk), 4))["text"]


async def test_keeping_the_value_lets_the_next_message_be_a_question(desk: World) -> None:
    press(desk, await send_page(desk), "Change publisher")
    prompt = await desk.sent(root(desk), 2)
    press(desk, prompt, "Keep")
    await desk.edited(root(desk))
    desk.api.say("When was the harbour gate opened, and what did the ships carry?", chat=root(desk))
    assert "gate 0" in (await desk.sent(root(desk), 3))["text"]


async def test_buttons_and_questions_work_after_a_restart(desk: World) -> None:
    press(desk, shown := await send_page(desk), "Change date")
    await desk.sent(root(desk), 2)
    async with restarted(desk) as again:
        again.api.say("2019-05-04", chat=root(again))
        assert "Date: 4 May 2019" in (await again.sent(root(again), 3))["text"]
        press(again, shown, "Add")
        await again.edited(root(again))
        assert len(added(again)) == 1


async def test_cancel_changes_nothing_and_the_buttons_end(desk: World) -> None:
    shown = await send_page(desk)
    data = shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    press(desk, shown, "Cancel")
    assert (await desk.edited(root(desk)))["text"] == "Nothing was changed."
    desk.api.msgs[ADMIN, shown["message_id"]]["reply_markup"] = shown["reply_markup"]  # as an old screen still shows it
    late = desk.api.press(desk.api.msgs[ADMIN, shown["message_id"]], data=data)
    assert "already settled" in str(await desk.press_answer(str(late)))
    assert not added(desk)


async def test_a_container_is_counted_and_added_as_a_whole(desk: World) -> None:
    lines = "".join(f'{{"title": "Story {n}", "text": "{f"Number {n} happened. " * 20}"}}\n' for n in range(3))
    desk.api.say(chat=root(desk), document=("export.jsonl", f'{lines}{{"no": "article"}}\n'.encode()))
    shown = await desk.sent(root(desk))
    assert shown["text"].startswith("Articles in this file: 3\nSkipped parts: 1\n• Story 0")
    assert labels(shown) == ["Add all", "Cancel"]
    press(desk, shown, "Add all")
    assert (await desk.edited(root(desk)))["text"].startswith("Added: 3.")
    assert len(added(desk)) == 3


async def test_an_article_that_is_there_already_is_told_and_shown_as_resembling(desk: World) -> None:
    article = HARBOUR[0]
    text = f"{article.title}\n\n{article.text}\n\nThe fish market stayed closed until the evening.\n"
    desk.api.say(chat=root(desk), document=("copy.md", f"---\ntitle: {article.title}\n---\n{text}".encode()))
    shown = await desk.sent(root(desk))
    assert f"It resembles:\n• {article.title}" in shown["text"]


async def test_a_file_that_is_too_large_is_not_fetched(desk: World) -> None:
    desk.api.say(chat=root(desk), document=("big.txt", b"x" * (20 * 1024 * 1024 + 1)))
    assert "larger than 20 MB" in (await desk.sent(root(desk)))["text"]
    assert not desk.api.find("getFile")


async def test_the_files_and_addresses_of_others_are_what_they_were(desk: World, site: BadServer) -> None:
    """A file gets the friendly sentence, a caption is a question, an address is not fetched."""
    chat = desk.api.private(desk.api.user("Ann", language_code="en"))
    desk.api.say(chat=chat, document=("story.html", page(1).encode()))
    assert "could not find a question" in (await desk.sent(chat))["text"]
    desk.api.say(site.url("/story"), chat=chat)
    await desk.sent(chat, 2)
    assert not site.paths()
    assert not desk.api.find("getFile")


async def test_only_administrators_may_press(desk: World) -> None:
    shown = await send_page(desk)
    other = desk.api.user("Ann", language_code="en")
    late = desk.api.press(desk.api.msgs[ADMIN, shown["message_id"]], text="Add", user=other)
    assert await desk.press_answer(str(late)) == "This command is for administrators only."
    assert not added(desk)


async def test_sources_counts_articles_by_publisher(desk: World) -> None:
    desk.api.say("/sources", chat=root(desk))
    text = (await desk.sent(root(desk)))["text"]
    assert text.startswith("Publishers: 2\n")
    assert "Radio Norte: 2 articles, 2 March to 5 May 2019" in text


@pytest.mark.parametrize("name", ["bridge.md", "bridge"])
async def test_article_shows_one(desk: World, name: str) -> None:
    desk.api.say(f"/article {name}", chat=root(desk))
    text = (await desk.sent(root(desk)))["text"]
    assert text.startswith("File: bridge.md\nThe bridge is closed\nPublisher: The Example\nDate: 2 May 2019")
    assert "Lorries waited" in text


@pytest.mark.parametrize("name", ["", " nothing", " ../state.sqlite3", " /etc/passwd", " publishers.csv", " escape"])
async def test_article_names_only_what_is_in_the_corpus(desk: World, name: str) -> None:
    (desk.path / "outside.md").write_text(STORED)
    (corpus(desk) / "escape.md").symlink_to(desk.path / "outside.md")
    desk.api.say(f"/article{name}", chat=root(desk))
    text = (await desk.sent(root(desk)))["text"]
    assert "no such file in the corpus folder" in text or text.startswith("Please add the article’s file name")


async def test_remove_asks_then_takes_out_and_undo_puts_back_after_a_restart(desk: World) -> None:
    desk.api.say("/remove bridge", chat=root(desk))
    asked = await desk.sent(root(desk))
    assert asked["text"].endswith("Take this article out of the collection?")
    assert (corpus(desk) / "bridge.md").exists()
    press(desk, asked, "Remove")
    assert (await desk.edited(root(desk)))["text"].startswith("Taken out: bridge.md.")
    assert (corpus(desk) / ".removed" / "bridge.md").read_text() == STORED
    assert not (corpus(desk) / "bridge.md").exists()
    async with restarted(desk) as again:
        press(again, asked, "Undo")
        assert (await again.edited(root(again), 2))["text"] == "The article is back."
        assert (corpus(again) / "bridge.md").read_text() == STORED
        assert acts(again) == [(ADMIN, "remove", "bridge.md", "removed"), (ADMIN, "undo", "bridge.md", "put back")]


async def test_keeping_an_article_keeps_it(desk: World) -> None:
    desk.api.say("/remove bridge.md", chat=root(desk))
    press(desk, await desk.sent(root(desk)), "Keep")
    assert (await desk.edited(root(desk)))["text"] == "Nothing was changed."
    assert (corpus(desk) / "bridge.md").exists()


async def test_after_a_reindex_a_removal_can_not_be_undone(desk: World) -> None:
    desk.api.say("/remove bridge", chat=root(desk))
    asked = await desk.sent(root(desk))
    press(desk, asked, "Remove")
    done = await desk.edited(root(desk))
    desk.fake.published = ("snapshot-2", HARBOUR)
    press(desk, done, "Read again now")
    await eventually(lambda: desk.fake.snapshot == "snapshot-2")
    late = press(desk, done, "Undo")
    assert "can’t be undone here" in str(await desk.press_answer(late))
    assert not (corpus(desk) / "bridge.md").exists()


@pytest.mark.parametrize("command", ["/article bridge", "/remove bridge"])
async def test_others_get_one_friendly_sentence(desk: World, command: str) -> None:
    chat = desk.api.private(desk.api.user("Ann", language_code="en"))
    desk.api.say(command, chat=chat)
    assert (await desk.sent(chat))["text"] == "This command is for administrators only."


async def test_the_log_of_acts_holds_no_content(desk: World) -> None:
    press(desk, await send_page(desk), "Add")
    await desk.edited(root(desk))
    assert "Headline" not in str(acts(desk))


async def test_words_do_what_the_buttons_do(desk: World) -> None:
    """Change the date, add, take out and put back, without a button."""
    await send_page(desk)
    desk.api.say("/draft date 2019-05-03", chat=root(desk))
    changed = await desk.sent(root(desk), 2)
    assert "Date: 3 May 2019" in changed["text"]
    desk.api.say("/draft add", chat=root(desk))
    assert (await desk.sent(root(desk), 3))["text"].startswith("Added: 1")
    assert "date: 2019-05-03" in added(desk)[0].read_text().replace("'", "")
    desk.api.say("/remove bridge", chat=root(desk))
    await desk.sent(root(desk), 4)
    desk.api.say("/draft remove", chat=root(desk))
    assert "Taken out: bridge.md" in (await desk.sent(root(desk), 5))["text"]
    desk.api.say("/draft undo", chat=root(desk))
    assert (await desk.sent(root(desk), 6))["text"] == "The article is back."
    assert (corpus(desk) / "bridge.md").exists()
    desk.api.say("/draft undo", chat=root(desk))
    assert "already settled" in (await desk.sent(root(desk), 7))["text"]
    desk.api.say("/draft what", chat=root(desk))
    assert "add, date, publisher" in (await desk.sent(root(desk), 8))["text"]


async def test_words_of_others_decide_nothing(desk: World) -> None:
    await send_page(desk)
    stranger = desk.api.private(desk.api.user("Eve"))
    desk.api.say("/draft add", chat=stranger)
    assert "administrators only" in (await desk.sent(stranger))["text"]
    assert not added(desk)
