"""The commands that Telegram lists to people: by language, and by what they can use where they are."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.chat.i18n import DEFAULT_LANGUAGE, LANGUAGES, catalogue
from bot.chat.outbox import twice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.chat.context import Bot

_LOG = logging.getLogger(__name__)
_ASKING = ("ask", "timeline", "compare", "sources", "source")
_READING = ("more", "context", "nearest", "only")  # what the buttons under an answer do
_TELLING = ("notify", "feedback")
_SETTING = ("watch", "watches", "settings", "forget")  # in a group for its administrators
_ABOUT = ("privacy", "about", "help")
# What is listed where. A smaller scope hides the larger ones, so each list is whole.
ANYWHERE = (*_ASKING, *_ABOUT, "start")
IN_PRIVATE = (*_ASKING, *_READING, *_TELLING, *_SETTING, *_ABOUT, "start")
IN_GROUPS = (*_ASKING, *_READING, *_TELLING, *_ABOUT)
GROUP_ADMINISTRATORS = (*_ASKING, *_READING, *_TELLING, *_SETTING, *_ABOUT)
ADMINISTRATORS = (*IN_PRIVATE, "status", "reindex", "rollback", "article", "remove", "draft")
UNLISTED = ("unwatch",)  # /watches says how to end each

_SCOPES: tuple[tuple[BotCommandScope, tuple[str, ...]], ...] = (
    (BotCommandScopeDefault(), ANYWHERE),
    (BotCommandScopeAllPrivateChats(), IN_PRIVATE),
    (BotCommandScopeAllGroupChats(), IN_GROUPS),
    (BotCommandScopeAllChatAdministrators(), GROUP_ADMINISTRATORS),
)


async def register(bot: Bot, admins: Iterable[int]) -> None:
    """Register the commands. A failure is logged and changes nothing else: the commands work unlisted too."""
    try:
        for scope, names in _SCOPES:
            await _register(bot, names, scope)
        for admin in admins:
            await _register_for_admin(bot, admin)
    except TelegramError as error:
        _LOG.warning("the commands could not be registered with Telegram: %s", error)


async def _register_for_admin(bot: Bot, admin: int) -> None:
    try:
        await _register(bot, ADMINISTRATORS, BotCommandScopeChat(admin))
    except (BadRequest, Forbidden):
        _LOG.info("the administrator %s has not started the bot yet; their commands stay unlisted", admin)


async def _register(bot: Bot, names: tuple[str, ...], scope: BotCommandScope) -> None:
    """Register for everybody in the default language, then for speakers of each language."""
    for language in ("", *LANGUAGES):
        ui = catalogue(language or DEFAULT_LANGUAGE)
        commands = [BotCommand(name, ui.text(f"command-{name}")) for name in names]
        await twice(partial(bot.set_my_commands, commands, scope, language or None))
