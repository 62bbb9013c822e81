"""Sends a chart with words under it, and changes these words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated

from bot.chat import outbox
from bot.chat.heard import follow_move
from bot.chat.replying import topic_of
from bot.chat.sent import Sent

if TYPE_CHECKING:
    from telegram import MaybeInaccessibleMessage, Message

    from bot.chat.answering import Page
    from bot.chat.context import Context
    from bot.chat.screen import Screen
    from bot.chat.settings.preferences import Preferences

_NAME = "timeline.png"


async def deliver_picture(
    context: Context, message: MaybeInaccessibleMessage, picture: bytes, page: Page, preferences: Preferences
) -> None:
    """Send a picture with a page under it as a reply, and note where it stands, as `answering.deliver` does.

    It goes into the topic of the message, or to where its chat has moved. A request that may have arrived is never
    sent twice: its NetworkError is raised.
    """
    services = context.services
    try:
        sent = await _send(context, message.chat.id, picture, page.screen, message)
    except ChatMigrated as moved:
        sent = await _send(context, moved.new_chat_id, picture, page.screen, None)
        await follow_move(services, message.chat.id, sent.chat.id)
    await services.sent.note(
        Sent(sent.chat.id, sent.message_id, page.token), services.clock(), preferences.delete_after
    )


async def change_words(context: Context, message: MaybeInaccessibleMessage, screen: Screen) -> None:
    """Replace the words and buttons under a picture; the same again is no error."""
    try:
        await outbox.twice(
            lambda: context.bot.edit_message_caption(
                message.chat.id,
                message.message_id,
                caption=screen.html,
                parse_mode=ParseMode.HTML,
                reply_markup=outbox.keyboard(screen),
            )
        )
    except BadRequest as error:
        if "message is not modified" not in error.message.lower():
            raise


async def _send(
    context: Context, chat_id: int, picture: bytes, screen: Screen, answered: MaybeInaccessibleMessage | None
) -> Message:
    reply = ReplyParameters(answered.message_id, allow_sending_without_reply=True) if answered else None
    return await context.bot.send_photo(
        chat_id,
        picture,
        caption=screen.html,
        parse_mode=ParseMode.HTML,
        message_thread_id=topic_of(answered) if answered else None,
        reply_parameters=reply,
        reply_markup=outbox.keyboard(screen),
        filename=_NAME,
    )
