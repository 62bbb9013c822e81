"""The commands that Telegram lists to people, by language; administrators see theirs in their private chats."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from telegram import BotCommand, BotCommandScope, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.chat.i18n import DEFAULT_LANGUAGE, LANGUAGES, catalogue
from bot.chat.outbox import twice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.chat.context import Bot

_LOG = logging.getLogger(__name__)
FOR_ALL = ("ask", "help", "about", "start")
FOR_ADMINS = (*FOR_ALL, "status", "reindex", "sources", "article", "remove")


async def register(bot: Bot, admins: Iterable[int]) -> None:
    """Register the commands. A failure is logged and changes nothing else: the commands work unlisted too."""
    try:
        await _register(bot, FOR_ALL, BotCommandScopeDefault())
        for admin in admins:
            await _register_for_admin(bot, admin)
    except TelegramError as error:
        _LOG.warning("the commands could not be registered with Telegram: %s", error)


async def _register_for_admin(bot: Bot, admin: int) -> None:
    try:
        await _register(bot, FOR_ADMINS, BotCommandScopeChat(admin))
    except (BadRequest, Forbidden):
        _LOG.info("the administrator %s has not started the bot yet; their commands stay unlisted", admin)


async def _register(bot: Bot, names: tuple[str, ...], scope: BotCommandScope) -> None:
    """Register for everybody in the default language, then for speakers of each language."""
    for language in ("", *LANGUAGES):
        ui = catalogue(language or DEFAULT_LANGUAGE)
        commands = [BotCommand(name, ui.text(f"command-{name}")) for name in names]
        await twice(partial(bot.set_my_commands, commands, scope, language or None))
