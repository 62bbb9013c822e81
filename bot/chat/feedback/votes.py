"""The buttons "this answers it" and "it does not" under answers, and the one question whether questions may be kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.chat import outbox
from bot.chat.feedback import screens
from bot.chat.feedback.store import Verdict, Vote
from bot.chat.pressing import answer_once
from bot.chat.replying import reply
from bot.chat.shown import find_shown
from bot.errors import NoSnapshotError

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.context import Context
    from bot.chat.pressing import Press
    from bot.chat.shown import Shown

DATA = re.compile(r"([yx]):([A-Za-z0-9_-]{1,12})|fb:(yes|no):([A-Za-z0-9_-]{1,12})")
_VERDICTS = {"y": Verdict.ANSWERS, "x": Verdict.DOES_NOT}


async def pressed(update: Update, context: Context) -> None:
    """Take a vote, or what a person says to the question about questions."""
    await answer_once(update, context, _handle)


async def cast(context: Context, person: int, shown: Shown, verdict: Verdict) -> bool:
    """Take a person's vote on an answer; return whether the question is kept. Only the asker's own question may be."""
    own = not shown.reader.group or shown.reader.asker == person
    vote = Vote(shown.token, person, verdict, shown.answer, own)
    return await context.services.feedback.vote(vote, context.services.clock())


async def _handle(context: Context, press: Press) -> str | None:
    parsed = DATA.fullmatch(press.data)
    if parsed is None:
        return press.ui.text("button-too-old")
    if parsed[1] is None:
        return await _agree(context, press, parsed[4], agreed=parsed[3] == "yes")
    shown = await find_shown(context, press, parsed[2])
    if isinstance(shown, str):
        return shown
    kept = await cast(context, press.person.id, shown, _VERDICTS[parsed[1]])
    if kept:
        return press.ui.text("feedback-thanks-kept")
    if shown.reader.group:
        return await _thanks_in_group(context, press, shown)
    if await context.services.feedback.asks_first(press.person.id, context.services.clock()):
        await reply(context, press.message, screens.question(press.ui, shown.token))
    return press.ui.text("feedback-thanks")


async def _thanks_in_group(context: Context, press: Press, shown: Shown) -> str:
    """Thank without noise; tell the asker, as long as they never said, where they can let the question be kept."""
    asker = shown.reader.asker == press.person.id
    if asker and await context.services.feedback.is_agreed(press.person.id) is None:
        return press.ui.text("feedback-thanks-group")
    return press.ui.text("feedback-thanks")


async def _agree(context: Context, press: Press, token: str, *, agreed: bool) -> str | None:
    """Note what a person said, and let the question about it say what holds now."""
    services, chat_id = context.services, press.message.chat.id
    await services.feedback.agree(press.person.id, services.clock(), agreed=agreed)
    if agreed:
        await _keep_question(context, press, token)
    await outbox.edit(context.bot, chat_id, press.message.message_id, screens.agreement(press.ui, agreed=agreed))
    return None


async def _keep_question(context: Context, press: Press, token: str) -> None:
    """Keep the question of the vote that led here, unless its answer is gone."""
    services, chat_id = context.services, press.message.chat.id
    try:
        found = await services.answers.find(token, chat_id, services.engine.passage, services.oldest_answer())
    except NoSnapshotError:
        return
    if found is not None:
        await services.feedback.keep_question(token, press.person.id, found.answer)
