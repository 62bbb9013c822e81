"""Where the bot is: it introduces itself to a group once, leaves chats that are not on its list, goes in silence."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram import ChatMember
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.chat import outbox, render
from bot.chat.watches.sending import forget_chat

if TYPE_CHECKING:
    from telegram import Chat, ChatMemberUpdated, Update

    from bot.chat.context import Context
    from bot.chat.screen import Screen

_LOG = logging.getLogger(__name__)
_PRESENT = {ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER, ChatMember.RESTRICTED}


async def changed(update: Update, context: Context) -> None:
    """Say one sentence where the bot was added to a group; take being removed or blocked in silence."""
    change = update.my_chat_member
    if change is None:
        return
    if not _is_there(change):
        _LOG.info("the bot was removed from a chat, or blocked")
        await context.services.sent.leave(change.chat.id)
        await forget_chat(context.services, change.chat.id)
    elif change.chat.type in {ChatType.GROUP, ChatType.SUPERGROUP} and not _was_there(change):
        await _introduce(context, change.chat, change)


async def guard(update: Update, context: Context) -> None:
    """Keep whatever comes from chats that are not on the list from every other handler.

    Raises ApplicationHandlerStop there. A chat is left with one sentence; a person gets one, and then nothing.
    """
    chat = update.effective_chat
    if chat is None or _is_on_list(context, update, chat):
        return
    if update.callback_query is not None:
        await outbox.answer_press(update.callback_query, context.ui(update.effective_user).text("other-people-only"))
    elif update.my_chat_member is None or _is_there(update.my_chat_member):
        await _decline(update, context, chat)
    raise ApplicationHandlerStop


def _is_on_list(context: Context, update: Update, chat: Chat) -> bool:
    """Whether an update's chat is on the list, if there is one; administrators are, in private.

    A guest's chat may have the number of another chat: there it is the person who counts.
    """
    telegram, person = context.services.config.telegram, update.effective_user
    number = person.id if update.guest_message is not None and person is not None else chat.id
    return not telegram.chats or number in telegram.chats or number in telegram.admins


async def _decline(update: Update, context: Context, chat: Chat) -> None:
    """Say once that this is not one of the bot's chats, and leave where one can leave."""
    ui = context.ui(update.effective_user)
    if update.guest_message is not None:  # the bot is not there, and cannot leave
        return
    if await context.services.sent.introduce(chat.id, context.services.clock()):
        is_person = chat.type == ChatType.PRIVATE
        await _say(context, chat, render.other_people_only(ui) if is_person else render.other_chats_only(ui))
    if chat.type == ChatType.PRIVATE:
        return
    try:
        await context.bot.leave_chat(chat.id)
    except TelegramError as error:
        _LOG.info("a chat that is not on the list could not be left: %s", type(error).__name__)
    await context.services.sent.leave(chat.id)


async def _introduce(context: Context, chat: Chat, change: ChatMemberUpdated) -> None:
    services = context.services
    if await services.sent.introduce(chat.id, services.clock()):
        preferences = await services.preferences(chat.id, change.from_user.id, change.from_user.language_code)
        await _say(context, chat, render.introduction(preferences.ui))


async def _say(context: Context, chat: Chat, screen: Screen) -> None:
    """Say something unasked; a chat that does not let the bot write gets nothing."""
    try:
        await outbox.send(context.bot, chat.id, screen)
    except (BadRequest, Forbidden) as error:
        _LOG.info("a chat could not be greeted: %s", type(error).__name__)


def _is_there(change: ChatMemberUpdated) -> bool:
    return change.new_chat_member.status in _PRESENT


def _was_there(change: ChatMemberUpdated) -> bool:
    return change.old_chat_member.status in _PRESENT
