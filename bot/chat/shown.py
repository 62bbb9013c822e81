"""An answer as its reader has it before them, and how a pressed button finds its answer again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.limits import Verdict
from bot.errors import NoSnapshotError

if TYPE_CHECKING:
    from bot.chat.context import Context
    from bot.chat.i18n import Catalogue
    from bot.chat.pressing import Press
    from bot.chat.settings.preferences import Preferences
    from bot.model import Answer


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom an answer is made: what they have set, in which chat, and who asked (a person or anonymous sender)."""

    preferences: Preferences
    chat_id: int
    asker: int | None

    @property
    def ui(self) -> Catalogue:
        """The reader's catalogue."""
        return self.preferences.ui

    @property
    def group(self) -> bool:
        """Whether many people read it."""
        return self.preferences.group


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer with the name by which its buttons refer to it, for a reader.

    `composed`: what was asked is not what the reader wrote, but made of two questions; so it is shown.
    """

    token: str
    reader: Reader
    answer: Answer
    composed: bool = False


async def find_shown(context: Context, press: Press, token: str) -> Shown | str:
    """Return the answer that a pressed button belongs to, or the sentence that says why there is none.

    The press counts against the limits. The reader is the one who pressed, the asker whoever asked.
    """
    services, chat = context.services, press.message.chat
    if await services.limits.admit(press.person.id, chat.id) is not Verdict.ADMIT:
        return press.ui.text("too-many-questions")
    preferences = await services.preferences(chat.id, press.person.id, press.person.language_code)
    shown = await shown_as(context, token, Reader(preferences, chat.id, None))
    if isinstance(shown, Shown) and not _may_press(preferences, shown.reader.asker, press.person.id):
        return press.ui.text("button-not-yours")
    return shown


async def shown_as(context: Context, token: str, reader: Reader) -> Shown | str:
    """Return a stored answer for a reader, with whoever asked it; or the sentence that says why there is none."""
    services = context.services
    try:
        found = await services.answers.find(token, reader.chat_id, services.engine.passage, services.oldest_answer())
    except NoSnapshotError:
        return reader.ui.text("no-snapshot")
    if found is None:
        return reader.ui.text("button-too-old")
    asked_by = Reader(reader.preferences, reader.chat_id, found.asker)
    return Shown(token, asked_by, found.answer, found.composed)


def _may_press(preferences: Preferences, asker: int | None, presser: int) -> bool:
    """Whether somebody may press. An anonymous asker is a chat, which never presses: that holds nobody off."""
    return preferences.may_press(asker if asker is None or asker > 0 else None, presser)
