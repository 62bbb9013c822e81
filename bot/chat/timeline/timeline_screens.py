"""A timeline as messages: a text with a line a day, and the words under the chart. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.chat.render_head import coverage_line
from bot.chat.render_notes import limit_lines, notes, period_lines
from bot.chat.render_text import clip, escape, lines, paragraphs, plain_name
from bot.chat.screen import Button, Screen
from bot.chat.timeline.entries import MAX_NAMED, PLACE, Layout, copies, counts, entry, filled, named
from bot.chat.timeline.layout import TEXT, UNDER_PICTURE, Room, paged, rows
from bot.model import Note, Period
from bot.search import timeline
from bot.search.independence import independent

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.chat.i18n import Catalogue
    from bot.chat.render_hit import Reading
    from bot.model import Answer, Coverage, Hit
    from bot.search.timeline import Day

MAX_TOPIC = 120  # UTF-16 units of a topic that is repeated to the reader
_LISTED = 6  # days whose counts are all said under the chart; of more, half as many: the fullest
_LISTED_NARROW = 3
_MAX_UNDATED = 8  # publishers of undated articles that are named
_WIDE, _NARROW = Layout(600), Layout(120, inside_block=True)
_ALSO_NARROW = 2  # publishers named beside the quoted one where there is little room


@dataclass(frozen=True, slots=True)
class View:
    """A survey as one chat sees it; `token` names it in the buttons' data."""

    answer: Answer
    reading: Reading
    coverage: Coverage
    token: str
    group: bool

    @property
    def ui(self) -> Catalogue:
        """The reader's catalogue."""
        return self.reading.ui

    @property
    def days(self) -> tuple[Day, ...]:
        """The days with articles, in order."""
        return timeline.days(self.answer.hits, self.reading.publishers)

    @property
    def lines(self) -> tuple[Day, ...]:
        """What gets a line: the days; of a single day each article by itself."""
        days = self.days
        if len(days) != 1:
            return days
        return tuple(replace(days[0], hits=(hit,)) for hit in days[0].hits)

    @property
    def undated(self) -> tuple[Hit, ...]:
        """The articles whose date is not known."""
        return timeline.undated(self.answer.hits)

    @property
    def topic(self) -> str:
        """The topic as it is repeated to the reader, as plain text."""
        return plain_name(timeline.topic_of(self.answer.question), MAX_TOPIC)


def nothing(view: View) -> Screen:
    """Say that the collection has nothing on the topic, and what it holds."""
    ui, question = view.ui, view.answer.question
    said = lines(
        escape(ui.text("timeline-none")), *period_lines(question, ui), *limit_lines(question, ui), *_notes(view)
    )
    return Screen(paragraphs(said, escape(coverage_line(ui, view.coverage))), rows(_all_dates(view)))


def text_page(view: View, number: int) -> Screen | None:
    """Return a page of the timeline as a message of its own; None where there is no such page."""
    pages = _pages(view, _frame_room(view, TEXT), _WIDE)
    if not 0 <= number < max(1, len(pages)):
        return None
    shown = pages[number] if pages else ()
    is_last = number >= len(pages) - 1
    said = paragraphs(
        _head(view, shown, pages),
        *(_block(day, view.reading, _WIDE) for day in shown),
        lines(
            *_tail(view, is_first=number == 0, is_last=is_last),
            "" if is_last else escape(_goes_on(view, pages[number + 1])),
        ),
    )
    more = () if is_last else (Button(view.ui.text("button-days-more"), f"tp:{view.token}:{number + 1}"),)
    return Screen(said, rows([*more, *(_leads(view) if number == 0 else ())]))


def caption(view: View) -> Screen:
    """Return the words under the chart that say the same as it does; the timeline itself follows in a text."""
    return Screen(paragraphs(_head(view, view.days, ()), escape(described(view))))


def whole_caption(view: View) -> Screen | None:
    """Return the whole timeline as the words under the chart; None where it is too long for that."""
    screen = text_page(view, 0)
    if screen is None or UNDER_PICTURE.without(screen.html).is_over:
        return None
    return screen


def collapsed_page(view: View, number: int) -> Screen | None:
    """Return a page of the timeline as words under the chart, collapsed; None where there is no such page."""
    pages = _pages(view, _collapsed_room(view), _NARROW)
    if not 0 <= number < len(pages):
        return None
    ui, shown = view.ui, pages[number]
    listed = "\n\n".join(_block(day, view.reading, _NARROW) for day in shown)
    said = paragraphs(
        _collapsed_head(view, shown, pages), f"<blockquote expandable>{listed}</blockquote>", lines(*_tail_short(view))
    )
    buttons = []
    if number > 0:
        buttons.append(Button(ui.text("button-days-earlier"), f"tp:{view.token}:{number - 1}"))
    if number < len(pages) - 1:
        buttons.append(Button(ui.text("button-days-later"), f"tp:{view.token}:{number + 1}"))
    return Screen(said, rows([*buttons, *_leads(view)]))


def described(view: View, most: int = _LISTED) -> str:
    """Return in words what the chart shows: the counts of each day, or of the fullest where there are over `most`."""
    ui, days = view.ui, view.days
    few = len(days) <= most
    fullest = sorted(days, key=lambda day: -day.articles)[: max(1, most // 2)]
    shown = days if few else sorted(fullest, key=lambda day: day.date)
    said = [ui.text("chart-entry", day=ui.day(day.date), counts=_counts(day, view.reading)) for day in shown]
    return ui.text("chart-all" if few else "chart-most", list="; ".join(said))


def _pages(view: View, room: Room, layout: Layout) -> tuple[tuple[Day, ...], ...]:
    return paged(view.lines, room, lambda day: _block(day, view.reading, layout))


def _frame_room(view: View, room: Room) -> Room:
    """Return what the longest frame leaves of a page; every page gets as much."""
    days, ui = view.days, view.ui
    page = ui.text("timeline-page", first=len(days), last=len(days), total=len(days))
    longest = paragraphs(_head(view, days, ()), escape(page), lines(*_tail(view, is_first=True, is_last=True)))
    return room.without(longest).without(escape(_goes_on(view, days)) if days else "")


def _collapsed_room(view: View) -> Room:
    days, ui = view.days, view.ui
    page = ui.text("timeline-page", first=len(days), last=len(days), total=len(days))
    longest = paragraphs(_collapsed_head(view, days, ()), escape(page), lines(*_tail_short(view)))
    return UNDER_PICTURE.without(longest)


def _head(view: View, shown: Sequence[Day], pages: Sequence[Sequence[Day]]) -> str:
    """Return the topic, and what there is of it; on one of several pages also which days it has."""
    days = view.days
    if not days:
        return f"<b>{escape(view.ui.text('timeline-head', topic=view.topic))}</b>"
    hits = [hit for day in days for hit in day.hits]
    counted = counts(len(hits), independent(hits, view.reading.publishers), view.ui)
    total = f"{counted}, {view.ui.period(Period(days[0].date, days[-1].date))}"
    title = f"<b>{escape(view.ui.text('timeline-head', topic=view.topic))}</b>"
    return lines(title, escape(total), escape(_which(view, shown)) if len(pages) > 1 else "")


def _collapsed_head(view: View, shown: Sequence[Day], pages: Sequence[Sequence[Day]]) -> str:
    return lines(_head(view, shown, pages), escape(described(view, _LISTED_NARROW)))


def _which(view: View, shown: Sequence[Day]) -> str:
    """Return which of several days a page shows; of a single day the whole is counted above."""
    days, ui = view.days, view.ui
    if len(days) == 1:
        return ""
    first = days.index(shown[0]) + 1
    if len(shown) == 1:
        return ui.text("timeline-page-last", number=first, total=len(days))
    return ui.text("timeline-page", first=first, last=first + len(shown) - 1, total=len(days))


def _block(day: Day, reading: Reading, layout: Layout) -> str:
    """Return a day: its date, its best article, who else wrote that day."""
    ui, best, others = reading.ui, day.hits[0], day.hits[1:]
    date = f"<b>{escape(ui.day(day.date))}</b>"
    if others:
        date = f"{date}, {escape(_counts(day, reading))}"
    most = _ALSO_NARROW if layout.inside_block else MAX_NAMED
    return lines(
        date,
        entry(best, reading, layout, dated=False),
        copies(best, reading),
        filled(ui.text("timeline-also", list=PLACE), named(others, reading, most)) if others else "",
    )


def _tail(view: View, *, is_first: bool, is_last: bool) -> list[str]:
    """Return what else a reader must know: which limits were applied, and what is not on the timeline."""
    ui, question = view.ui, view.answer.question
    said = [*_notes(view), *period_lines(question, ui), *limit_lines(question, ui)]
    if len(view.answer.hits) >= timeline.MOST:
        said.append(escape(ui.text("timeline-best-only", count=timeline.MOST)))
    if is_first and (full := _fullest(view)):
        said.append(escape(ui.text("timeline-one-day", topic=view.topic, day=ui.day(full))))
    return [*said, *_undated(view, named_too=is_last)]


def _fullest(view: View) -> date | None:
    """Return the day that says most beyond its line, to be looked at by itself."""
    days = view.days
    most = max(days, key=lambda day: day.articles, default=None)
    return most.date if most and most.articles > 1 and len(days) > 1 else None


def _tail_short(view: View) -> list[str]:
    ui, question = view.ui, view.answer.question
    return [*period_lines(question, ui), *limit_lines(question, ui), *_undated(view, named_too=False)]


def _undated(view: View, *, named_too: bool) -> list[str]:
    """Say how many articles have no date; where no period is in force they belong to the topic, and are named."""
    found, ui = view.undated, view.ui
    if not found:
        return []
    if timeline.has_period(view.answer):
        return [escape(ui.text("timeline-undated-outside", count=len(found)))]
    said = [escape(ui.text("timeline-undated", count=len(found)))]
    if named_too:
        listed = named(found, view.reading, _MAX_UNDATED)
        said.append(filled(ui.text("timeline-undated-names", list=PLACE), listed))
    return said


def _notes(view: View) -> list[str]:
    """Return the notes that a timeline does not say itself: it counts the undated."""
    kept = tuple(note for note in view.answer.notes if note is Note.OUTSIDE_COVERAGE)
    return notes(replace(view.answer, notes=kept), view.coverage, view.ui)


def _goes_on(view: View, following: Sequence[Day]) -> str:
    """Return the command that shows what follows, for readers who use no buttons; a single day has none."""
    if len(view.days) == 1:
        return ""
    request = view.answer.question.period
    last = request.period.last if request else None
    period = view.ui.period(Period(following[0].date, last))
    return view.ui.text("timeline-goes-on", topic=clip(view.topic, MAX_TOPIC), period=period)


def _leads(view: View) -> list[Button]:
    return [Button(view.ui.text("button-compare"), f"tv:{view.token}"), *_all_dates(view)]


def _all_dates(view: View) -> list[Button]:
    if not timeline.has_period(view.answer):
        return []
    return [Button(view.ui.text("button-all-dates"), f"ta:{view.token}")]


def _counts(day: Day, reading: Reading) -> str:
    return counts(day.articles, day.publishers, reading.ui)
