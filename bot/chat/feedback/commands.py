"""`/feedback`: voting without buttons, agreement to keep questions; for administrators the counts and the export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat import render
from bot.chat.addressed import is_private
from bot.chat.ask import is_admitted
from bot.chat.feedback import screens
from bot.chat.feedback.export import JUDGED, OTHER, export
from bot.chat.feedback.store import Verdict
from bot.chat.feedback.votes import cast
from bot.chat.replying import reply
from bot.chat.watches.meant import meant
from bot.chat.watches.screens import said
from bot.errors import SnapshotError

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.screen import Screen

_VERDICTS = {"yes": Verdict.ANSWERS, "no": Verdict.DOES_NOT}
_AGREEMENT = {"on": True, "off": False}


async def feedback(update: Update, context: Context) -> None:
    """Do what the word after the command says; without one, tell how things stand."""
    message = update.message
    if message is None or not await is_admitted(context, message):
        return
    word = context.args[0].lower() if context.args else ""
    if word == "export":
        await _export(context, message)
    else:
        await reply(context, message, await _screen(context, message, word))


async def _screen(context: Context, message: Message, word: str) -> Screen:
    ui, person, services = context.ui(message.from_user), message.from_user, context.services
    if person is None or message.sender_chat is not None:
        return screens.sentence(ui, "feedback-nobody")
    if word in _VERDICTS:
        return await _vote(context, message, _VERDICTS[word])
    if word in _AGREEMENT:
        await services.feedback.agree(person.id, services.clock(), agreed=_AGREEMENT[word])
        return screens.agreement(ui, agreed=_AGREEMENT[word])
    if context.is_admin(person) and is_private(message):
        return screens.report(ui, await services.feedback.counts(), await services.feedback.kept())
    return screens.state(ui, agreed=await services.feedback.is_agreed(person.id))


async def _vote(context: Context, message: Message, verdict: Verdict) -> Screen:
    """Vote on the answer that the message replies to; in private, without a reply, on the newest."""
    ui, person = context.ui(message.from_user), message.from_user
    found = await meant(context, message)
    if isinstance(found, str):
        return said(found)
    if found is None or person is None:
        return screens.sentence(ui, "feedback-which")
    kept = await cast(context, person.id, found[0], verdict)
    return screens.sentence(ui, "feedback-thanks-kept" if kept else "feedback-thanks")


async def _export(context: Context, message: Message) -> None:
    """Send the questions of those who agreed to an administrator, in private."""
    ui, services = context.ui(message.from_user), context.services
    if not context.is_admin(message.from_user) or not is_private(message):
        await reply(context, message, render.not_administrator(ui))
        return
    kept = await services.feedback.kept()
    if not kept:
        await reply(context, message, screens.sentence(ui, "feedback-no-questions"))
        return
    if (coverage := services.engine.coverage) is None:
        await reply(context, message, render.no_snapshot(ui))
        return
    try:
        await services.known.look_at(coverage.snapshot, services)
    except SnapshotError:
        await reply(context, message, render.no_snapshot(ui))
        return
    made = export(kept, await services.known.present(one.article for one in kept if one.article))
    files = (
        (JUDGED, made.questions, screens.exported(ui, made)),
        (OTHER, made.not_answered, ui.text("feedback-other")),
    )
    for name, content, caption in files:
        if content:  # Telegram takes no empty file
            await context.bot.send_document(message.chat_id, content, caption, filename=name)
