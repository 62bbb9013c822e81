"""Answers questions: any text in private; in groups the command, a mention, a reply to the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat import render
from bot.chat.addressed import is_addressed, is_private, question_of, question_of_command
from bot.chat.context import NO_FILTERS
from bot.chat.limits import Verdict
from bot.chat.remembered import new_token
from bot.chat.replying import asker_id, reply, typing
from bot.errors import NoSnapshotError
from bot.model import Intent

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.i18n import Catalogue
    from bot.chat.screen import Screen
    from bot.model import Answer, Filters

HITS = 10  # kept for each answer: what "More" can show
_MAX_CHARACTERS = 4096  # Telegram's own limit for a message; nothing longer can be a reader's question


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom an answer is made: language, chat, who asked (a person or an anonymous sender), group or private."""

    ui: Catalogue
    chat_id: int
    asker: int | None
    group: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer with the name by which its buttons refer to it, for a reader."""

    token: str
    reader: Reader
    answer: Answer


async def by_message(update: Update, context: Context) -> None:
    """Answer a text or a caption that is addressed to the bot; leave everything else alone."""
    message = update.message
    if message is not None and is_addressed(message, context.me):
        await _answer(context, message, question_of(message, context.me))


async def by_command(update: Update, context: Context) -> None:
    """Answer `/ask question`, or look up the message that `/ask` replies to."""
    if update.message is not None:
        await _answer(context, update.message, question_of_command(update.message, context.me))


async def invite(update: Update, context: Context) -> None:
    """Say what to write instead: to media without words and to unknown commands, in private."""
    message = update.message
    if message is not None and await is_admitted(context, message):
        await reply(context, message, render.invitation(context.ui(message.from_user), Intent.GIBBERISH))


async def is_admitted(context: Context, message: Message) -> bool:
    """Count a message against the limits; say once that it is too much."""
    verdict = await context.services.limits.admit(asker_id(message), message.chat_id)
    if verdict is Verdict.WARN:
        await reply(context, message, render.too_many_questions(context.ui(message.from_user)))
    return verdict is Verdict.ADMIT


async def _answer(context: Context, message: Message, text: str) -> None:
    if not await is_admitted(context, message):
        return
    async with typing(context, message):
        screen = await _screen(context, _reader(context, message), text)
    await reply(context, message, screen)


def _reader(context: Context, message: Message) -> Reader:
    ui = context.ui(message.from_user)
    return Reader(ui, message.chat_id, asker_id(message), group=not is_private(message))


async def _screen(context: Context, reader: Reader, text: str) -> Screen:
    ui = reader.ui
    if not text:
        return render.question_empty(ui)
    if len(text) > _MAX_CHARACTERS:
        return render.question_too_long(ui, _MAX_CHARACTERS)
    try:
        answer = await ask(context, text, ui, NO_FILTERS)
        return await remember_and_render(context, answer, reader)
    except NoSnapshotError:
        return render.no_snapshot(ui)


async def ask(context: Context, text: str, ui: Catalogue, filters: Filters) -> Answer:
    """Ask the engine, off the event loop. Raises NoSnapshotError."""
    services = context.services
    answer = await services.work(
        services.engine.ask, text, now=services.clock(), language=ui.language, filters=filters, limit=HITS
    )
    services.questions += 1
    return answer


async def remember_and_render(context: Context, answer: Answer, reader: Reader) -> Screen:
    """Render the first page of an answer; one with buttons is stored before anybody can press them."""
    services = context.services
    token = new_token()
    screen = render_page(context, Shown(token, reader, answer))
    if screen.buttons:
        await services.answers.keep(token, reader.chat_id, reader.asker, answer, services.clock())
    return screen


def render_page(context: Context, shown: Shown, *, first: int = 0, nearest_shown: bool = False) -> Screen:
    """Render the hits of an answer from `first` on. Raises NoSnapshotError when the coverage is not known."""
    services = context.services
    coverage = services.engine.coverage
    if coverage is None:
        msg = "the coverage is not known without a snapshot"
        raise NoSnapshotError(msg)
    return render.answer(
        shown.answer,
        ui=shown.reader.ui,
        publishers=services.engine.publisher,
        token=shown.token,
        coverage=coverage,
        first=first,
        shown=services.config.answers.hits,
        group=shown.reader.group,
        nearest_shown=nearest_shown,
    )
