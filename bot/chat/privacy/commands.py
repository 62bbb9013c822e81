"""`/privacy` and `/forget`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.addressed import is_private
from bot.chat.ask import is_admitted
from bot.chat.privacy import screens
from bot.chat.replying import reply
from bot.chat.settings.administrators import may_set_by_message

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.context import Context


async def privacy(update: Update, context: Context) -> None:
    """Say what is stored, and for how long."""
    message = update.message
    if message is not None and await is_admitted(context, message):
        ui, config = context.ui(message.from_user), context.services.config
        admin = context.is_admin(message.from_user) and is_private(message)
        await reply(context, message, screens.privacy(ui, config, group=not is_private(message), admin=admin))


async def forget(update: Update, context: Context) -> None:
    """Erase everything about the chat, and in private about the person, at once; say what went."""
    message = update.message
    if message is None or not await is_admitted(context, message):
        return
    ui, services = context.ui(message.from_user), context.services
    if not await may_set_by_message(context.bot, message):
        await reply(context, message, screens.administrators_only(ui))
        return
    had_settings = await services.settings.forget(message.chat_id)  # they are in memory, too
    services.newest_inline.pop(message.chat_id, None)
    gone = await services.stored.erase(message.chat_id)
    gone["settings"] += had_settings
    await reply(context, message, screens.forgotten(ui, gone, group=not is_private(message)))
