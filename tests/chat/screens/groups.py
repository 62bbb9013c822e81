"""What a group and its administrators see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.chat.screens.readers import MAIN

if TYPE_CHECKING:
    from tests.chat.screens.stage import Person, Stage


def _administrator(stage: Stage, chat: dict[str, object], name: str) -> Person:
    person = stage.person(name)
    stage.api.chats[chat["id"]]["members"][person.user["id"]] = "administrator"
    return person


async def questions(stage: Stage) -> None:
    """Show how a group asks and is answered."""
    group = stage.api.group("Neighbours")
    ben, olga = stage.person("Ben"), _administrator(stage, group, "Olga")
    stage.scene("Added to a group", "One sentence.")
    await stage.member(group, olga, "left", "member")
    stage.scene(
        "An answer in a group", "Short: only the best passages, their quotations folded. The rest is a tap away."
    )
    answer = (await stage.says(ben, f"/ask {MAIN['en']}", chat=group)).answer
    await stage.says(ben, "and in May?", chat=group, how="replies to the answer", reply_to=answer)
    stage.scene("A claim looked up", "/ask in reply to somebody’s message, or to the part of it that is quoted.")
    claim = stage.api.say(
        "I heard that Cuba has twenty thousand soldiers there", chat=group, user=olga.user, force=True
    )
    await stage.says(ben, "/ask", chat=group, how=f"replies to “{claim['text']}”", reply_to=claim)
    stage.scene("A mention", "Writing to the bot by its name is the same as /ask.")
    await stage.says(ben, f"@{stage.api.me['username']} who met in Oslo for talks?", chat=group)
    stage.scene("Help in a group", "Only what is needed there.")
    await stage.says(ben, "/help", chat=group)


async def settings(stage: Stage) -> None:
    """Show the settings of a group, and who may change them."""
    group = stage.api.group("Readers")
    ben, olga = stage.person("Ben"), _administrator(stage, group, "Olga")
    stage.scene("Settings of a group", "For the administrators of the group. They hold for everybody in it.")
    shown = (await stage.says(olga, "/settings", chat=group)).answer
    for label in ("Buttons", "Lifetime"):
        await stage.taps(olga, shown, label)
        await stage.taps(olga, shown, "All settings")
    await stage.says(olga, "/settings buttons asker", chat=group)
    await stage.taps(ben, shown, "Language")
    stage.scene(
        "Buttons for the asker only", "Where the group has chosen so, others get a sentence that only they see."
    )
    answer = (await stage.says(olga, "/ask who met in Oslo for talks?", chat=group)).answer
    await stage.taps(ben, answer, "Narrow")
    stage.scene("Privacy in a group", "What is stored about the group; only its administrators can erase it.")
    await stage.says(ben, "/privacy", chat=group)
    await stage.says(ben, "/forget", chat=group)
    await stage.says(olga, "/forget", chat=group)
