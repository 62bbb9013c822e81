"""A pressed button: handled once however often it is pressed, and answered exactly once, whatever happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat import outbox

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import CallbackQuery, MaybeInaccessibleMessage, Update, User

    from bot.chat.context import Context
    from bot.chat.i18n import Catalogue

    Handle = Callable[["Context", "Press"], Awaitable[str | None]]


@dataclass(frozen=True, slots=True)
class Press:
    """A press on a button: who pressed, in whose language they are answered, under which message, with which data."""

    person: User
    ui: Catalogue
    message: MaybeInaccessibleMessage
    data: str


async def answer_once(update: Update, context: Context, handle: Handle) -> None:
    """Let `handle` act on a press and answer it with the sentence that it returns, or with none.

    A press whose twin is under way or was done for good is only answered. An error is answered with a sentence, then
    raised.
    """
    query = update.callback_query
    if query is None:
        return
    ui = context.ui(query.from_user)
    try:
        sentence = await _handle_once(context, query, ui, handle)
    except Exception:  # whatever it was: the button must stop waiting; the error handler then gets it
        await outbox.answer_press(query, ui.text("failure"))
        raise
    await outbox.answer_press(query, sentence)


async def _handle_once(context: Context, query: CallbackQuery, ui: Catalogue, handle: Handle) -> str | None:
    message, data = query.message, query.data
    if message is None or data is None:
        return ui.text("button-too-old")
    with context.services.guard.handling(message.chat.id, message.message_id, data) as is_first:
        return await handle(context, Press(query.from_user, ui, message, data)) if is_first else None
