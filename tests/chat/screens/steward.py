"""What the administrators of the bot see, and what readers get by itself when the collection changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.chat.conftest import ADMIN

if TYPE_CHECKING:
    from pathlib import Path

    from tests.chat.screens.stage import Message, Person, Stage

_CHANGED: Final = "2019-06-07-yourvalley-exodus-passes-four-million.md"
_ADDED: Final = """<html lang="en"><head><title>Ferry between the islands runs again</title>
<meta property="og:site_name" content="The Example"><meta property="article:published_time" content="2019-11-20">
</head><body><article><h1>Ferry between the islands runs again</h1>
<p>The ferry between the two islands of the delta runs again after eleven months, the port office said on Wednesday.
Nine boats carried flour and medicine on the first day, and more than six hundred people crossed to see relatives.</p>
<p>The line had stopped for want of fuel. The port office said that a tank was filled on Monday, and that it will last
until the end of the year if the boats sail three times a week. Tickets cost the same as before the stop.</p>
</article></body></html>"""


async def status(stage: Stage) -> None:
    """Show the state of the bot and of the collection."""
    root = _root(stage)
    stage.scene(
        "Status", "How the bot is doing: its process, its snapshot, its feeds. The memory here includes the tests."
    )
    await stage.says(root, "/status")
    stage.scene("One article", "By its file name, a part of it, or the short form that the bot shows.")
    await stage.says(root, "/article yourvalley")
    await stage.says(root, "/article ria-novosti")


async def collection(stage: Stage, corpus: Path) -> None:
    """Show how a collection changes, and who is told: one story over a watch, an addition and a correction."""
    root, ann = _root(stage), stage.person("Ann")
    await _watched(stage, ann)
    await _added(stage, root)
    file = corpus / _CHANGED
    file.write_text(file.read_text(encoding="utf-8").replace("four million", "five million"), encoding="utf-8")
    await _read_again(stage, root, ann)
    stage.scene("Ending watches and notices", "In words or by the button under the watch.")
    await stage.says(ann, "/watches")
    await stage.says(ann, "/unwatch 1")
    await stage.says(ann, "/notify off")


async def _watched(stage: Stage, ann: Person) -> None:
    stage.scene("Watch a topic", "New passages on it are sent after the collection has changed.")
    await stage.says(ann, "/watch the ferry between the islands of the delta")
    await stage.says(ann, "/watches")
    stage.scene(
        "Be told of corrections", "For one answer, by command; for one passage, by the button under its context."
    )
    answer = (await stage.says(ann, "How many people have left the country, more than four million?")).answer
    await stage.says(ann, "/notify", how="replies to the answer", reply_to=answer)


async def _added(stage: Stage, root: Person) -> None:
    stage.scene("Add an article", "A file or an address in private. The bot shows what it understood, and asks.")
    sent = (
        await stage.says(root, "", how="sends the file `ferry.html`", document=("ferry.html", _ADDED.encode()))
    ).answer
    question = await stage.taps(root, sent, "Change date")
    sent = (await stage.says(root, "2019-11-21", how="replies", reply_to=question)).answer
    await stage.taps(root, sent, "Add")
    stage.scene("Remove an article", "After a confirmation, and it can be undone until the next reading.")
    asked = (await stage.says(root, "/remove wikifx")).answer
    gone = await stage.taps(root, asked, "Remove")
    await stage.taps(root, gone, "Undo")


async def _read_again(stage: Stage, root: Person, ann: Person) -> None:
    stage.scene("Read the collection again", "One message that shows how far it is, and in the end what has changed.")
    begun: Message = (await stage.says(root, "/reindex")).answer
    await stage.until(begun, "The collection is read")
    stage.scene("News of a watch", "Grouped in one message, never in quiet hours.")
    await stage.comes(ann.chat, "New for watch")
    stage.scene("A correction", "What was shown, and what the article says now.")
    await stage.comes(ann.chat, "has changed")
    stage.scene("Go back", "To the snapshot before, after a confirmation.")
    asked = (await stage.says(root, "/rollback")).answer
    await stage.taps(root, asked, "Go back")


async def votes(stage: Stage) -> None:
    """Show the counts of votes."""
    stage.scene("Votes", "Counts, and the worst questions of those who agreed. They change no ranking.")
    dora = stage.person("Dora")
    for agreed in ("/feedback on", "who met in Oslo for talks?", "/feedback no"):
        await stage.says(dora, agreed)
    await stage.says(_root(stage), "/feedback")
    await stage.says(_root(stage), "/feedback export")


async def refused(stage: Stage) -> None:
    """Show what others get for these commands."""
    stage.scene("Not an administrator", "Everybody else gets one sentence.")
    await stage.says(stage.person("Ann"), "/reindex")


def _root(stage: Stage) -> Person:
    return stage.person("Root", id=ADMIN)
