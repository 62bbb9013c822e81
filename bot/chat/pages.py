"""The pages about the bot: /start, /help, /about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat import render
from bot.chat.addressed import is_private
from bot.chat.ask import is_admitted
from bot.chat.replying import reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.screen import Screen


async def start(update: Update, context: Context) -> None:
    """Greet; a payload (from the inline button) changes nothing."""
    await _show(context, update.message, _start)


async def help_(update: Update, context: Context) -> None:
    """Explain how to ask, and name the commands; in a group in four lines."""
    await _show(context, update.message, _help)


async def about(update: Update, context: Context) -> None:
    """Say what the collection holds."""
    await _show(context, update.message, _about)


async def _show(context: Context, message: Message | None, page: Callable[[Context, Message], Screen]) -> None:
    if message is not None and await is_admitted(context, message):
        await reply(context, message, page(context, message))


def _start(context: Context, message: Message) -> Screen:
    return render.start(context.ui(message.from_user), context.services.engine.coverage)


def _help(context: Context, message: Message) -> Screen:
    admin, group = context.is_admin(message.from_user), not is_private(message)
    return render.help_(context.ui(message.from_user), username=context.me.username, admin=admin, group=group)


def _about(context: Context, message: Message) -> Screen:
    ui, coverage = context.ui(message.from_user), context.services.engine.coverage
    return render.no_snapshot(ui) if coverage is None else render.about(ui, coverage, context.services.clock())
