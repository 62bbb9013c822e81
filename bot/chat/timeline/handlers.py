"""/timeline and /compare: all articles on a topic, day by day with a chart, or by who owns the publishers.

In private the chart comes with its words under it, and the timeline as a text that has room for it; in a group all is
one message, the chart with the days collapsed under it. Pages in private are new messages, as those of answers are; in
a group they replace each other.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from telegram import Message

from bot.chat import render
from bot.chat.addressed import question_of_command
from bot.chat.answering import MAX_CHARACTERS, Page, deliver, put_in_place, reader_of, understood
from bot.chat.ask import is_admitted
from bot.chat.pressing import answer_once
from bot.chat.remembered import new_token
from bot.chat.render_hit import Reading
from bot.chat.render_text import escape, paragraphs
from bot.chat.replying import typing
from bot.chat.screen import Screen
from bot.chat.shown import Shown, find_shown
from bot.chat.timeline import compare_screens, timeline_screens
from bot.chat.timeline.chart import chart
from bot.chat.timeline.picture import change_words, deliver_picture
from bot.chat.timeline.timeline_screens import View
from bot.chat.timeline.turning import take_away
from bot.errors import NoSnapshotError
from bot.model import Intent, Outcome, PeriodRole
from bot.search.followup import Asked
from bot.search.timeline import MOST, told, topic_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from telegram import MaybeInaccessibleMessage, Update

    from bot.chat.context import Context
    from bot.chat.i18n import Catalogue
    from bot.chat.pressing import Press
    from bot.chat.shown import Reader
    from bot.model import Answer, Question

    Send = Callable[[Context, MaybeInaccessibleMessage, Shown], Awaitable[None]]

DATA = r"^(?:t|td|tv|ta|tb):|^t[pc]:.*:"
_PRESSED = re.compile(r"(t[dvabpc]?):([A-Za-z0-9_-]{1,12})(?::(\d{1,3}))?")


async def by_timeline(update: Update, context: Context) -> None:
    """Answer `/timeline topic [period]`, or take the message that it replies to for the topic."""
    await _by_command(update, context, "timeline-topic-missing", _send_timeline)


async def by_compare(update: Update, context: Context) -> None:
    """Answer `/compare topic [period]`, or take the message that it replies to for the topic."""
    await _by_command(update, context, "compare-topic-missing", _send_comparison)


async def pressed(update: Update, context: Context) -> None:
    """Handle a press on a button that leads to a timeline or a comparison, or turns its pages."""
    await answer_once(update, context, _handle)


async def _by_command(update: Update, context: Context, missing: str, send: Send) -> None:
    message = update.message
    if message is None or not await is_admitted(context, message):
        return
    reader = await reader_of(context, message)
    text = question_of_command(message, context.me)
    if problem := _refused(text, reader.ui, missing):
        await deliver(context, message, Page(problem), reader.preferences)
        return
    async with typing(context, message):
        try:
            asked = understood(context, text, reader.preferences, None)
            await _send_survey(context, message, await _survey(context, asked, reader), missing, send)
        except NoSnapshotError:
            await deliver(context, message, Page(render.no_snapshot(reader.ui)), reader.preferences)


def _refused(text: str, ui: Catalogue, missing: str) -> Screen | None:
    if not text:
        return Screen(escape(ui.text(missing, topic=ui.text("timeline-example"))))
    return render.question_too_long(ui, MAX_CHARACTERS) if len(text) > MAX_CHARACTERS else None


async def _survey(context: Context, asked: Asked, reader: Reader) -> Shown:
    """Return all that the collection says about a topic, not stored yet. Raises NoSnapshotError."""
    services = context.services
    survey = services.engine.survey
    answer = await services.work(
        survey, asked.text, now=services.clock(), language=reader.ui.language, filters=asked.filters
    )
    return Shown(new_token(), reader, answer)


async def _send_survey(
    context: Context, message: MaybeInaccessibleMessage, found: Shown, missing: str, send: Send
) -> None:
    """Send a survey that has just been made, or the sentence that there is in its place."""
    ui, question = found.reader.ui, found.answer.question
    screen = None
    if question.intent is not Intent.QUESTION:
        screen = render.invitation(ui, question.intent, question.text)
    elif not topic_of(question):
        screen = _refused("", ui, missing)
    if screen is not None:
        await deliver(context, message, Page(screen), found.reader.preferences)
        return
    reader, services = found.reader, context.services
    await services.answers.keep(found.token, reader.chat_id, reader.asker, found.answer, services.clock())
    await send(context, message, found)


async def _send_timeline(context: Context, message: MaybeInaccessibleMessage, shown: Shown) -> None:
    view = _view(context, shown)
    if not view.days:
        screen = timeline_screens.text_page(view, 0) if view.undated else timeline_screens.nothing(view)
        await _deliver(context, message, screen, shown)
        return
    topic = view.topic
    picture = await context.services.painter.paint(chart(view.days, topic, view.ui, view.reading.publishers))
    whole = timeline_screens.collapsed_page(view, 0) if view.group else timeline_screens.whole_caption(view)
    if picture is None:
        await _deliver(context, message, _without_chart(view, whole), shown)
    elif whole is not None:
        await deliver_picture(context, message, picture, Page(whole, shown.token), shown.reader.preferences)
    else:
        caption = Page(timeline_screens.caption(view), shown.token)
        await deliver_picture(context, message, picture, caption, shown.reader.preferences)
        await _deliver(context, message, timeline_screens.text_page(view, 0), shown)


def _without_chart(view: View, whole: Screen | None) -> Screen | None:
    screen = whole if view.group else timeline_screens.text_page(view, 0)
    if screen is None:
        return None
    return replace(screen, html=paragraphs(screen.html, escape(view.ui.text("timeline-no-chart"))))


async def _send_comparison(context: Context, message: MaybeInaccessibleMessage, shown: Shown) -> None:
    view = _view(context, shown)
    screen = compare_screens.page(view, 0) or timeline_screens.nothing(view)
    await _deliver(context, message, screen, shown)


async def _deliver(context: Context, message: MaybeInaccessibleMessage, screen: Screen | None, shown: Shown) -> None:
    if screen is not None:
        await deliver(context, message, Page(screen, shown.token), shown.reader.preferences)


def _view(context: Context, shown: Shown) -> View:
    """Return a survey as its reader sees it. Raises NoSnapshotError."""
    engine, reader = context.services.engine, shown.reader
    coverage = engine.coverage
    if coverage is None:
        msg = "the coverage is not known without a snapshot"
        raise NoSnapshotError(msg)
    return View(shown.answer, Reading(reader.ui, engine.publisher), coverage, shown.token, group=reader.group)


async def _handle(context: Context, press: Press) -> str | None:
    parsed = _PRESSED.fullmatch(press.data)
    if parsed is None:
        return press.ui.text("button-too-old")
    shown = await find_shown(context, press, parsed[2])
    if isinstance(shown, str):
        return shown
    try:
        async with typing(context, press.message):
            return await _ACTIONS[parsed[1]](context, press, shown, int(parsed[3] or 0))
    except NoSnapshotError:
        return press.ui.text("no-snapshot")


async def _from_answer(context: Context, press: Press, shown: Shown, _number: int) -> None:
    """Send the timeline of what an answer was given to."""
    found = await _survey(context, _as_topic(shown.answer.question), shown.reader)
    if not found.answer.hits:
        found = replace(found, answer=_with_hits_of(shown.answer, found.answer))
    await _send_survey(context, press.message, found, "timeline-topic-missing", _send_timeline)


async def _all_dates(context: Context, press: Press, shown: Shown, _number: int) -> None:
    """Send the timeline without its period."""
    found = await _survey(context, _any_day(shown.answer), shown.reader)
    await _send_survey(context, press.message, found, "timeline-topic-missing", _send_timeline)


async def _compare_all_dates(context: Context, press: Press, shown: Shown, _number: int) -> None:
    """Send the comparison without its period."""
    found = await _survey(context, _any_day(shown.answer), shown.reader)
    await _send_survey(context, press.message, found, "compare-topic-missing", _send_comparison)


def _as_topic(question: Question) -> Asked:
    """Return a question as the topic of a timeline: an event of some days is told in these and the next ones."""
    request, filters = question.period, question.filters
    if request is None or request.role is PeriodRole.PUBLISHED or filters.period is not None:
        return Asked(question.text, filters)
    return Asked(topic_of(question), replace(filters, period=told(request.period), asked=None, ignore_period=True))


def _any_day(answer: Answer) -> Asked:
    filters = replace(answer.question.filters, period=None, asked=None, ignore_period=True)
    return Asked(topic_of(answer.question), filters)


def _with_hits_of(answer: Answer, survey: Answer) -> Answer:
    """Return a survey that found nothing with what the answer itself showed: a survey is stricter than an answer."""
    if answer.outcome is not Outcome.FOUND:
        return survey
    request = survey.question.period
    first = {hit.passage.article.id: hit for hit in reversed(answer.hits)}
    hits = [hit for hit in answer.hits if first[hit.passage.article.id] is hit]
    days = [(hit, hit.passage.article.published) for hit in hits]
    inside = tuple(hit for hit, day in days if request is None or (day is not None and day in request.period))
    return replace(survey, outcome=Outcome.FOUND if inside else survey.outcome, hits=inside[:MOST])


async def _timeline(context: Context, press: Press, shown: Shown, _number: int) -> None:
    """Send the timeline of a survey that is shown by its sides."""
    await _send_timeline(context, press.message, shown)


async def _comparison(context: Context, press: Press, shown: Shown, _number: int) -> None:
    """Send the sides of a survey that is shown as a timeline."""
    await _send_comparison(context, press.message, shown)


async def _turn_timeline(context: Context, press: Press, shown: Shown, number: int) -> str | None:
    view = _view(context, shown)
    page = timeline_screens.collapsed_page if view.group else timeline_screens.text_page
    return await _turn(context, press, shown, page(view, number))


async def _turn_comparison(context: Context, press: Press, shown: Shown, number: int) -> str | None:
    return await _turn(context, press, shown, compare_screens.page(_view(context, shown), number))


async def _turn(context: Context, press: Press, shown: Shown, screen: Screen | None) -> str | None:
    """Show another page: in a group where the last one stands, in private below it."""
    if screen is None:
        return press.ui.text("button-too-old")
    message = press.message
    if not shown.reader.group:
        await _deliver(context, message, screen, shown)
        await take_away(context, press)
    elif isinstance(message, Message) and message.photo:
        await change_words(context, message, screen)
    else:
        await put_in_place(context, message.chat.id, message.message_id, Page(screen, shown.token))
    return None


_ACTIONS: dict[str, Callable[[Context, Press, Shown, int], Awaitable[str | None]]] = {
    "t": _from_answer,
    "td": _timeline,
    "tv": _comparison,
    "ta": _all_dates,
    "tb": _compare_all_dates,
    "tp": _turn_timeline,
    "tc": _turn_comparison,
}
