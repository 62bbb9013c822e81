"""Who may change a chat's settings: in private the person; in a group whoever administers it at that moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import ChatType

from bot.chat.outbox import twice

if TYPE_CHECKING:
    from telegram import Chat, Message, User

    from bot.chat.context import Bot


async def may_set_by_message(bot: Bot, message: Message) -> bool:
    """Whether the author of a message may change the settings of its chat.

    Anonymous administrators write in the group's own name; whoever writes in the name of another chat is not known.
    """
    if message.sender_chat is not None:
        return message.sender_chat.id == message.chat.id
    return message.from_user is not None and await may_set(bot, message.chat, message.from_user)


async def may_set(bot: Bot, chat: Chat, person: User) -> bool:
    """Whether a person may change the settings of a chat. Asks Telegram each time: administrators come and go.

    The list is asked for, not the member: Telegram shows other members to bots only where these administer the group.
    Anonymous administrators are in it as themselves, as they are when they press a button.
    """
    if chat.type == ChatType.PRIVATE:
        return True
    administrators = await twice(lambda: bot.get_chat_administrators(chat.id))
    return any(member.user.id == person.id for member in administrators)
