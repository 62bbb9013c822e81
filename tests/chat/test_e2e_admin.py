"""Administrators: /status and /reindex, with the build in a process of its own."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.chat.conftest import ADMIN, eventually
from tests.chat.fake_engine import HARBOUR, FakeEngine, article

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.conftest import World

QUESTION = "When was the harbour gate opened, and what did the ships carry?"
REPORT = {
    "articles": 7,
    "skipped": [["broken.md", "no title"]],
    "passages": 13,
    "encoded": 1,
    "reused": 12,
    "seconds": 2.5,
    "added": 1,
    "changed": 0,
    "removed": 0,
    "snapshot": "snapshot-2",
}
# A build like the real one: it says how far it is, waits for a file (if told to), then reports.
BUILD = """
import json, os, pathlib, sys, time
folder = pathlib.Path(sys.argv[1])
(folder / "pid").write_text(f"{os.getpid()} {'DATELINE_TOKEN' in os.environ}")
for done in range(0, 13):
    print(json.dumps({"stage": "encode", "done": done, "total": 12}), flush=True)
print("a library says something that is not JSON", flush=True)
print("and complains", file=sys.stderr, flush=True)
while (folder / "wait").exists():
    time.sleep(0.02)
last = json.loads((folder / "last.json").read_text())
if last.get("line"):
    print(json.dumps(last["line"]), flush=True)
sys.exit(last["status"])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the build finds what it is to do."""
    path = tmp_path / "build"
    path.mkdir()
    (path / "build.py").write_text(BUILD)
    ends(path, 0, {"report": REPORT})
    return path


def ends(folder: Path, status: int, line: dict[str, Any] | None) -> None:
    """Set how the build ends."""
    (folder / "last.json").write_text(json.dumps({"status": status, "line": line}))


@pytest.fixture
async def builder(offstage: World, folder: Path) -> World:
    """A running bot with an administrator's private chat."""
    offstage.build_command = (sys.executable, str(folder / "build.py"), str(folder))
    offstage.api.private(offstage.api.user("Root", id=ADMIN, language_code="en"))
    await offstage.start()
    return offstage


def admin_chat(world: World) -> dict[str, Any]:
    """Return the administrator's private chat."""
    return dict(world.api.chats[ADMIN]["chat"])


async def outcome(world: World, chat: dict[str, Any], beginning: str) -> str:
    """Wait until the bot's last message in a chat begins as given; return it."""
    await eventually(lambda: world.texts(chat) and world.texts(chat)[-1].startswith(beginning))
    return world.texts(chat)[-1]


async def until(path: Path) -> None:
    """Wait until a file exists and says something."""
    await eventually(lambda: path.exists() and path.read_text())


async def test_status_tells_how_the_bot_is_doing(builder: World) -> None:
    chat = admin_chat(builder)
    builder.api.say(QUESTION, chat=chat)
    await builder.sent(chat)
    builder.api.say("/status", chat=chat)
    status = (await builder.sent(chat, 2))["text"]
    for said in ("snapshot-1", "words, counted", "Questions answered since the start: 1", "No build is running."):
        assert said in status
    assert "Memory: 0 MB" not in status


@pytest.mark.parametrize("command", ["/status", "/reindex"])
async def test_others_get_one_friendly_sentence(builder: World, folder: Path, command: str) -> None:
    """In private and in groups, anonymous administrators of a group included; nothing is built."""
    private = builder.api.private(builder.api.user("Ann", language_code="en"))
    group = builder.api.group("Neighbours")
    builder.api.say(command, chat=private)
    builder.api.say(f"{command}@strict_test_bot", chat=group)
    builder.api.say(command, chat=group, anonymous=True)
    for chat, count in ((private, 1), (group, 1), (group, 2)):
        assert (await builder.sent(chat, count))["text"] == "This command is for administrators only."
    assert not (folder / "pid").exists()


async def test_reindex_builds_shows_progress_and_serves_the_new_snapshot(builder: World, folder: Path) -> None:
    chat = admin_chat(builder)
    (folder / "wait").touch()
    builder.fake.published = (
        "snapshot-2",
        (*HARBOUR, article(7, "The lighthouse keeper retired after forty years.")),
    )
    builder.api.say("/reindex", chat=chat)
    await outcome(builder, chat, "Encoding passages: 12 of 12")
    builder.api.say("/status", chat=chat)
    assert "being read again" in (await builder.sent(chat, 2))["text"]
    builder.api.say("Which lighthouse keeper retired after years?", chat=chat)
    assert "No passage" in (await builder.sent(chat, 3))["text"]
    (folder / "wait").unlink()
    await eventually(lambda: "The collection is read" in builder.texts(chat)[0])
    report = builder.texts(chat)[0]
    for said in ("7 articles, 13 passages", "Added: 1. Changed: 0. Removed: 0.", "broken.md: no title", "snapshot-2"):
        assert said in report
    builder.api.say("Which lighthouse keeper retired after years?", chat=chat)
    assert "The lighthouse keeper retired" in (await builder.sent(chat, 4))["text"]
    assert len(builder.texts(chat)) == 4


async def test_the_build_does_not_inherit_the_token(
    builder: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_TOKEN", "secret")
    builder.api.say("/reindex", chat=admin_chat(builder))
    await outcome(builder, admin_chat(builder), "The collection is read")
    assert (folder / "pid").read_text().split()[1] == "False"


async def test_a_second_build_is_refused(builder: World, folder: Path) -> None:
    chat = admin_chat(builder)
    (folder / "wait").touch()
    builder.api.say("/reindex", chat=chat)
    await until(folder / "pid")
    builder.api.say("/reindex", chat=chat)
    assert "already being read" in (await builder.sent(chat, 2))["text"]
    (folder / "wait").unlink()
    await eventually(lambda: "The collection is read" in builder.texts(chat)[0])


async def test_a_build_elsewhere_is_reported_as_such(builder: World, folder: Path) -> None:
    ends(folder, 3, None)
    builder.api.say("/reindex", chat=admin_chat(builder))
    await outcome(builder, admin_chat(builder), "The collection is already being read.")


@pytest.mark.parametrize(
    "end",
    [
        (1, {"error": "corpus: not one readable article"}, "corpus: not one readable article"),
        (9, None, "the build ended with status 9"),
        (0, None, "the build ended with status 0"),
    ],
)
async def test_a_failed_build_says_why_and_changes_nothing(
    builder: World, folder: Path, caplog: pytest.LogCaptureFixture, end: tuple[int, dict[str, Any] | None, str]
) -> None:
    """The administrator gets the reason, the log what the build wrote."""
    status, line, reason = end
    ends(folder, status, line)
    chat = admin_chat(builder)
    builder.api.say("/reindex", chat=chat)
    assert reason in await outcome(builder, chat, "The collection could not be read")
    assert "and complains" in caplog.text
    builder.api.say(QUESTION, chat=chat)
    assert "gate 0" in (await builder.sent(chat, 2))["text"]


async def test_a_build_that_cannot_start_is_reported(builder: World, folder: Path) -> None:
    await builder.end()
    builder.build_command = (str(folder / "no-such-program"),)
    await builder.start()
    builder.api.say("/reindex", chat=admin_chat(builder))
    assert "could not be started" in await outcome(builder, admin_chat(builder), "The collection could not be read")


async def test_a_snapshot_that_can_not_be_used_is_reported_and_the_old_one_kept(builder: World) -> None:
    builder.fake.broken = "snapshot-2/manifest.json: checksum differs"
    chat = admin_chat(builder)
    builder.api.say("/reindex", chat=chat)
    assert "checksum differs" in await outcome(builder, chat, "The collection could not be read")
    builder.api.say(QUESTION, chat=chat)
    assert "gate 0" in (await builder.sent(chat, 2))["text"]


async def test_the_outcome_is_told_even_when_the_progress_message_was_deleted(builder: World, folder: Path) -> None:
    chat = admin_chat(builder)
    (folder / "wait").touch()
    builder.api.say("/reindex", chat=chat)
    message = await builder.sent(chat)
    del builder.api.msgs[chat["id"], message["message_id"]]
    (folder / "wait").unlink()
    await outcome(builder, chat, "The collection is read")


async def test_stopping_the_bot_ends_a_running_build(builder: World, folder: Path) -> None:
    (folder / "wait").touch()
    builder.api.say("/reindex", chat=admin_chat(builder))
    await until(folder / "pid")
    assert await builder.end() == 0
    pid = int((folder / "pid").read_text().split()[0])
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_a_snapshot_published_by_another_process_is_served(offstage: World, fake: FakeEngine) -> None:
    """Whoever builds from the command line need not restart the bot."""
    offstage.engine = fake
    offstage.rhythm = offstage.rhythm.__class__(snapshots=0.02)
    await offstage.start()
    fake.published = ("snapshot-2", (*HARBOUR, article(7, "The lighthouse keeper retired after forty years.")))
    await eventually(lambda: fake.snapshot == "snapshot-2")
    chat = offstage.api.private(offstage.api.user("Ann", language_code="en"))
    offstage.api.say("Which lighthouse keeper retired after years?", chat=chat)
    assert "The lighthouse keeper retired" in (await offstage.sent(chat))["text"]
