"""What a message asks of the bot: pure reading of messages, no sending.

In private everything is a question. In a group only what is addressed to the bot is: a command, a mention, or a reply
to one of its messages; the caller handles commands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telegram.constants import ChatType, MessageEntityType

if TYPE_CHECKING:
    from telegram import Message, MessageEntity

_EDGES = " \t\r\n,:;—–-"  # what people write between a mention and the question


@dataclass(frozen=True, slots=True)
class Me:
    """The bot as people address it: its id and its username without the @."""

    id: int
    username: str


def is_private(message: Message) -> bool:
    """Whether a message was written in a private chat."""
    return message.chat.type == ChatType.PRIVATE


def is_addressed(message: Message, me: Me) -> bool:
    """Whether a message other than a command is meant for the bot."""
    return is_private(message) or _is_reply_to(message, me) or bool(_mentions(message, me))


def question_of(message: Message, me: Me) -> str:
    """Return what an addressed message asks, mentions of the bot left out; empty when it asks nothing.

    A mention with no words of its own, in reply to somebody's message, asks about that message.
    """
    text = _without(written(message), _mentions(message, me)).strip(_EDGES if _mentions(message, me) else None)
    if not text and _mentions(message, me):
        text = looked_up(message, me)
    return text


def question_of_command(message: Message, me: Me) -> str:
    """Return what stands after a command; with nothing there, the message that the command replies to."""
    _, _, rest = (written(message) + " ").partition(_command_word(message))
    return rest.strip() or looked_up(message, me)


def looked_up(message: Message, me: Me) -> str:
    """Return the text that a message points at: the part it quotes, else the whole message it replies to.

    The bot's own messages and the service message that opens a topic are nothing to look up.
    """
    if message.quote is not None:
        return message.quote.text.strip()
    target = message.reply_to_message
    if target is None or _is_reply_to(message, me) or target.forum_topic_created is not None:
        return ""
    return written(target).strip()


def written(message: Message) -> str:
    """Return what a person wrote: the text or the caption of a message."""
    return message.text or message.caption or ""


def is_ask(message: Message) -> bool:
    """Whether a text or a caption begins with the command to ask, whichever bot it is meant for."""
    return _command_word(message).partition("@")[0].lower() == "/ask"


def names_me(message: Message, me: Me) -> bool:
    """Whether the command that starts a message is meant for this bot, and not for another by "/ask@another_bot"."""
    _, _, bot = _command_word(message).partition("@")
    return not bot or bot.lower() == me.username.lower()


def _command_word(message: Message) -> str:
    """Return the word that starts a message, such as "/ask@bot"."""
    return next(iter(written(message).split(maxsplit=1)), "")


def _is_reply_to(message: Message, me: Me) -> bool:
    target = message.reply_to_message
    if target is None or target.from_user is None or target.forum_topic_created is not None:
        return False
    return target.from_user.id == me.id


def _mentions(message: Message, me: Me) -> list[MessageEntity]:
    entities = {**message.parse_entities(), **message.parse_caption_entities()}
    return [entity for entity, text in entities.items() if _names_me(entity, text, me)]


def _names_me(entity: MessageEntity, text: str, me: Me) -> bool:
    if entity.type == MessageEntityType.TEXT_MENTION:
        return entity.user is not None and entity.user.id == me.id
    return entity.type == MessageEntityType.MENTION and text.lower() == f"@{me.username.lower()}"


def _without(text: str, entities: list[MessageEntity]) -> str:
    """Cut entities out of a text; their offsets count UTF-16 units."""
    units = text.encode("utf-16-le")
    for entity in sorted(entities, key=lambda one: one.offset, reverse=True):
        units = units[: 2 * entity.offset] + units[2 * (entity.offset + entity.length) :]
    return units.decode("utf-16-le")
