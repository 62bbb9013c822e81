"""`/settings` and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat import outbox
from bot.chat.ask import is_admitted
from bot.chat.pressing import answer_once
from bot.chat.replying import reply
from bot.chat.settings import presses, screens
from bot.chat.settings.administrators import may_set, may_set_by_message
from bot.chat.settings.commands import World, WrongSettingError, parse
from bot.chat.settings.view import View
from bot.chat.settings.words import Topic

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.context import Context
    from bot.chat.pressing import Press
    from bot.chat.screen import Screen
    from bot.chat.settings.commands import Change
    from bot.chat.settings.preferences import Preferences


DATA = presses.DATA


async def prepare(update: Update, context: Context) -> None:
    """Find out, before any handler speaks, in which language it is to speak."""
    chat, user = update.effective_chat, update.effective_user
    person = (user.id, user.language_code) if user is not None and not user.is_bot else (None, None)
    preferences = await context.services.preferences(chat.id if chat else None, *person)
    context.speak(preferences.ui)


async def by_command(update: Update, context: Context) -> None:
    """Show the settings of the chat, or change one: `/settings hits 5`."""
    message = update.message or update.channel_post
    if message is None or not await is_admitted(context, message):
        return
    preferences = await context.preferences(message)
    if not await may_set_by_message(context.bot, message):
        screen = screens.sentence(preferences.ui, "settings-administrators-only")
    else:
        screen = await _obey(context, message, preferences, " ".join(context.args or ()))
    await reply(context, message, screen)


async def _obey(context: Context, message: Message, preferences: Preferences, text: str) -> Screen:
    view = _view(context, preferences)
    if not text:
        return screens.overview(view)
    local = view.now.astimezone(preferences.zone)
    try:
        asked = parse(text, World(preferences.ui, preferences.group, view.coverage, local))
        if isinstance(asked, Topic):
            return screens.topic(asked, view)
        await _set(context, message.chat.id, asked)
    except WrongSettingError as error:
        return screens.refused(view, error)
    return screens.changed(asked.topic, _view(context, await context.preferences(message)))


async def pressed(update: Update, context: Context) -> None:
    """Show or change a setting where its button stands."""
    await answer_once(update, context, _handle)


async def _handle(context: Context, press: Press) -> str | None:
    """Return the sentence to answer with; None when the screen itself answers."""
    chat, person, services = press.message.chat, press.person, context.services
    if not await services.limits.admit_press(person.id):
        return press.ui.text("too-many-questions")
    if not await may_set(context.bot, chat, person):
        return press.ui.text("settings-administrators-only")
    asked = presses.read(press.data, press.ui)
    if asked is None:
        return press.ui.text("settings-button-old")
    if asked.change is not None:
        await _set(context, chat.id, asked.change)
    view = _view(context, await services.preferences(chat.id, person.id, person.language_code))
    screen = screens.overview(view) if asked.topic is None else screens.topic(asked.topic, view)
    await outbox.edit(context.bot, chat.id, press.message.message_id, screen)
    return None


async def _set(context: Context, chat_id: int, change: Change) -> None:
    await context.services.settings.change(chat_id, change.apply, context.services.clock())


def _view(context: Context, preferences: Preferences) -> View:
    return View(preferences, context.services.engine.coverage, context.services.clock())
