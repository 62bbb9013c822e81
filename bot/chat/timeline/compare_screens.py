"""The sides of a topic as messages: one group of publishers after the other, each with what it says. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_hit import OWNERSHIP
from bot.chat.render_notes import limit_lines, period_lines
from bot.chat.render_text import escape, lines, paragraphs, plain_name
from bot.chat.screen import Button, Screen
from bot.chat.timeline.entries import Layout, copies, counts, entry
from bot.chat.timeline.layout import TEXT, paged, rows
from bot.search import timeline
from bot.search.compare import sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.chat.render_hit import Reading
    from bot.chat.timeline.timeline_screens import View
    from bot.search.compare import Side

_WIDE, _NARROW = Layout(600), Layout(400, inside_block=True)


def page(view: View, number: int) -> Screen | None:
    """Return a page of the comparison; None where there is no such page. In a group all but its head is collapsed."""
    layout = _NARROW if view.group else _WIDE
    found = _sides(view)
    pages = paged(
        found,
        TEXT.without(_head(view, found, found)).without(_tail(view)),
        lambda side: _block(side, view.reading, layout),
    )
    if not 0 <= number < len(pages):
        return None
    listed = "\n\n".join(_block(side, view.reading, layout) for side in pages[number])
    collapsed = f"<blockquote expandable>{listed}</blockquote>" if view.group else listed
    several = len(pages) > 1
    head = _head(view, found, pages[number] if several else ())
    return Screen(paragraphs(head, collapsed, _tail(view)), _buttons(view, number, len(pages)))


def _sides(view: View) -> tuple[Side, ...]:
    """Return the sides; undated articles stay out where a period is in force."""
    hits = view.answer.hits
    if timeline.has_period(view.answer):
        hits = tuple(hit for hit in hits if hit.passage.article.published is not None)
    return sides(hits, view.reading.publishers)


def _head(view: View, found: Sequence[Side], shown: Sequence[Side]) -> str:
    ui = view.ui
    title = f"<b>{escape(ui.text('compare-head', topic=view.topic))}</b>"
    if not shown:
        return title
    first = found.index(shown[0]) + 1
    if len(shown) == 1:
        return lines(title, escape(ui.text("compare-page-last", number=first, total=len(found))))
    return lines(title, escape(ui.text("compare-page", first=first, last=first + len(shown) - 1, total=len(found))))


def _block(side: Side, reading: Reading, layout: Layout) -> str:
    """Return a side: who it is, how much of it there is, and its passages."""
    ui = reading.ui
    kind = ui.text(OWNERSHIP.get(side.ownership, "ownership-unknown"))
    country = plain_name(ui.country_name(side.country)) if side.country else ""
    title = ui.text(
        "compare-group",
        group=f"{country}, {kind}" if country else kind,
        counts=counts(side.articles, side.publishers, ui),
    )
    said = [lines(entry(hit, reading, layout, dated=True), copies(hit, reading)) for hit in side.hits]
    return "\n".join([f"<b>{escape(title[:1].upper() + title[1:])}</b>", *said])


def _tail(view: View) -> str:
    ui, question = view.ui, view.answer.question
    undated = view.undated if timeline.has_period(view.answer) else ()
    said = ui.text("timeline-undated-outside", count=len(undated)) if undated else ""
    return lines(*period_lines(question, ui), *limit_lines(question, ui), escape(said))


def _buttons(view: View, number: int, total: int) -> tuple[tuple[Button, ...], ...]:
    ui, token = view.ui, view.token
    buttons = []
    if view.group and number > 0:
        buttons.append(Button(ui.text("button-groups-earlier"), f"tc:{token}:{number - 1}"))
    if number < total - 1:
        label = "button-groups-later" if view.group else "button-groups-more"
        buttons.append(Button(ui.text(label), f"tc:{token}:{number + 1}"))
    if number == 0 and view.days:
        buttons.append(Button(ui.text("button-timeline"), f"td:{token}"))
    if number == 0 and timeline.has_period(view.answer):
        buttons.append(Button(ui.text("button-all-dates"), f"tb:{token}"))
    return rows(buttons)
