"""From what a reader wrote to a page in their chat: understood, asked, remembered, sent, and noted as sent."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from telegram.error import BadRequest

from bot.chat import outbox, render
from bot.chat.context import NO_FILTERS
from bot.chat.heard import follow_move
from bot.chat.remembered import new_token
from bot.chat.replying import asker_id, reply
from bot.chat.sent import Sent
from bot.chat.shown import Reader, Shown
from bot.errors import NoSnapshotError
from bot.model import Intent, Period
from bot.search.followup import Asked, Surroundings, follow_up
from bot.search.narrowing import in_question
from bot.search.publisher_names import Names

if TYPE_CHECKING:
    from telegram import MaybeInaccessibleMessage, Message

    from bot.chat.context import Context, Services
    from bot.chat.i18n import Catalogue
    from bot.chat.screen import Screen
    from bot.chat.settings.preferences import Preferences
    from bot.model import Answer, Coverage, Filters, Question

HITS = 10  # kept for each answer: what "More" can show
MAX_CHARACTERS = 4096  # Telegram's own limit for a message; nothing longer can be a reader's question
_SNAPSHOTS = 2  # whose publishers' names are kept ready: the live one, and the one that it replaces


@dataclass(frozen=True, slots=True)
class Page:
    """A screen, and the stored answer that it shows (if any)."""

    screen: Screen
    token: str | None = None


async def page_for(context: Context, text: str, reader: Reader, earlier: Question | None = None) -> Page:
    """Return the answer to what a reader wrote, or the sentence that there is in its place.

    `earlier` is the question whose answer the reader replies to, where it still counts.
    """
    ui = reader.ui
    if not text:
        return Page(render.question_empty(ui))
    if len(text) > MAX_CHARACTERS:
        return Page(render.question_too_long(ui, MAX_CHARACTERS))
    try:
        return await answer_page(context, understood(context, text, reader.preferences, earlier), reader)
    except NoSnapshotError:
        return Page(render.no_snapshot(ui))


def understood(context: Context, text: str, preferences: Preferences, earlier: Question | None) -> Asked:
    """Return what to ask: a follow-up takes the earlier question along, any other has the chat's own filters."""
    around = surroundings(context.services)
    if around is None:
        return Asked(text, NO_FILTERS)
    if earlier is not None and (found := follow_up(earlier, text, around)) is not None:
        return found
    own = in_question(text, around.names, around.languages)
    coverage = context.services.engine.coverage
    return Asked(own.text, own.applied_to(preferences.filters_for(own.text, around.now, coverage)))


def surroundings(services: Services) -> Surroundings | None:
    """Return what replies are read with; None without a snapshot."""
    coverage = services.engine.coverage
    if coverage is None:
        return None
    days = Period(coverage.first, coverage.last)
    return Surroundings(_names(services, coverage), tuple(coverage.languages), days, services.clock())


def _names(services: Services, coverage: Coverage) -> Names:
    known = ((name, services.engine.publisher(name)) for name in sorted(coverage.publishers))
    return _named(coverage.snapshot, tuple((name, one.country if one else None) for name, one in known))


@lru_cache(maxsize=_SNAPSHOTS)
def _named(_snapshot: str, publishers: tuple[tuple[str, str | None], ...]) -> Names:
    return Names(dict(publishers))


async def answer_page(context: Context, asked: Asked, reader: Reader) -> Page:
    """Ask, and remember the answer, so that buttons and replies find it. Raises NoSnapshotError."""
    answer = await ask(context, asked.text, reader.ui, asked.filters)
    return await remembered_page(context, answer, reader, composed=asked.composed)


async def ask(context: Context, text: str, ui: Catalogue, filters: Filters) -> Answer:
    """Ask the engine, off the event loop. Raises NoSnapshotError."""
    services = context.services
    answer = await services.work(
        services.engine.ask, text, now=services.clock(), language=ui.language, filters=filters, limit=HITS
    )
    services.questions += 1
    return answer


async def remembered_page(context: Context, answer: Answer, reader: Reader, *, composed: bool) -> Page:
    """Render the first page of an answer; it is stored before anybody can press its buttons or reply to it."""
    services = context.services
    token = new_token()
    screen = render_page(context, Shown(token, reader, answer, composed))
    if answer.question.intent is not Intent.QUESTION:
        return Page(screen)
    await services.answers.keep(token, reader.chat_id, reader.asker, answer, services.clock(), composed=composed)
    return Page(screen, token)


def render_page(
    context: Context, shown: Shown, *, first: int = 0, nearest_shown: bool = False, more_taken: bool = False
) -> Screen:
    """Render the hits of an answer from `first` on. Raises NoSnapshotError when the coverage is not known."""
    services = context.services
    coverage = services.engine.coverage
    if coverage is None:
        msg = "the coverage is not known without a snapshot"
        raise NoSnapshotError(msg)
    return render.answer(
        shown.answer,
        ui=shown.reader.ui,
        publishers=services.engine.publisher,
        token=shown.token,
        coverage=coverage,
        first=first,
        shown=shown.reader.preferences.hits,
        group=shown.reader.group,
        nearest_shown=nearest_shown,
        composed=shown.composed,
        more_taken=more_taken,
    )


async def reader_of(context: Context, message: Message) -> Reader:
    """Return for whom a message is answered."""
    return Reader(await context.preferences(message), message.chat_id, asker_id(message))


async def deliver(
    context: Context, message: MaybeInaccessibleMessage, page: Page, preferences: Preferences, *, answers: bool = False
) -> None:
    """Send a page as a reply, and note where it stands: for replies, edits, and its end where the chat has set one.

    `answers`: it is what the message asked for, and follows the message when that is edited.
    """
    services = context.services
    sent = await reply(context, message, page.screen)
    if sent.chat.id != message.chat.id:  # the group became a supergroup meanwhile
        await follow_move(services, message.chat.id, sent.chat.id)
    question = message.message_id if answers else None
    noted = Sent(sent.chat.id, sent.message_id, page.token, question, page.screen.upto)
    if page.token or answers or preferences.delete_after:
        await services.sent.note(noted, services.clock(), preferences.delete_after)


async def put_in_place(context: Context, chat_id: int, message_id: int, page: Page) -> bool:
    """Show a page in a message of the bot; False where that message is gone."""
    try:
        await outbox.edit(context.bot, chat_id, message_id, page.screen)
    except BadRequest as error:
        if "message to edit not found" not in error.message.lower():
            raise
        return False
    if page.token:
        await context.services.sent.shows(chat_id, message_id, page.token, page.screen.upto)
    return True
