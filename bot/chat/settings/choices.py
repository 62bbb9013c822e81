"""The buttons of each setting: its usual values. The one that counts now says so in words."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from bot.chat.i18n import LANGUAGES
from bot.chat.render_text import plain_name
from bot.chat.screen import Button
from bot.chat.settings import presses
from bot.chat.settings.languages import name, own_name
from bot.chat.settings.values import MOST_HITS, OWNERSHIP, Pressers, QuietHours, Words
from bot.chat.settings.words import ALL, AUTOMATIC, OFF, Topic
from bot.chat.settings.zones import offset_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bot.chat.settings.view import View

    Rows = tuple[tuple[Button, ...], ...]

IN_ROW = 2
_SHORT_IN_ROW = 4  # labels of a few characters
_MOST_LANGUAGES = 12  # of a collection, the most frequent ones
_DELETIONS = (5, 15, 60, 240, 1440)  # minutes
_OFFSETS = range(-11 * 60, 13 * 60, 60)  # minutes east of UTC; others are written
_QUIET = (QuietHours(time(22), time(7)), QuietHours(time(23), time(8)), QuietHours(time(0), time(8)))
_DAY = 24  # hours
_MOST_YEARS = 4  # of a collection, the latest ones


def rows(buttons: Sequence[Button], in_row: int = IN_ROW) -> Rows:
    """Return buttons in their order, so many a row."""
    return tuple(tuple(buttons[i : i + in_row]) for i in range(0, len(buttons), in_row))


def choices(of: Topic, view: View) -> Rows:
    """Return the buttons of a setting."""
    return _CHOICES[of](view)


def _choice(view: View, of: Topic, label: str, value: str, *, now: bool) -> Button:
    said = view.ui.text("settings-chosen", choice=label) if now else label
    return Button(said, presses.data(of, value))


def _language(view: View) -> Rows:
    chosen = view.settings.language
    automatic = _choice(view, Topic.LANGUAGE, view.ui.text("settings-button-automatic"), AUTOMATIC, now=chosen is None)
    named = [_choice(view, Topic.LANGUAGE, own_name(code), code, now=code == chosen) for code in LANGUAGES]
    return ((automatic,), *rows(named))


def _passages(view: View) -> Rows:
    chosen = view.settings.languages
    everything = _choice(view, Topic.PASSAGES, view.ui.text("settings-button-all"), ALL, now=not chosen)
    held = view.coverage.languages if view.coverage else dict.fromkeys(LANGUAGES, 0)
    frequent = sorted(held, key=lambda code: (-held[code], code))[:_MOST_LANGUAGES]
    codes = [*frequent, *sorted(chosen - set(frequent))]
    named = [_switch(view, Topic.PASSAGES, name(code, view.ui.language), code, on=code in chosen) for code in codes]
    return ((everything,), *rows(named))


def _switch(view: View, of: Topic, label: str, item: str, *, on: bool) -> Button:
    """Return a button that puts an item in or, where it is in, takes it out."""
    return _choice(view, of, label, presses.put_out(item) if on else presses.put_in(item), now=on)


def _hits(view: View) -> Rows:
    chosen = view.settings.hits
    numbers = [
        _choice(view, Topic.HITS, str(count), str(count), now=count == chosen) for count in range(1, MOST_HITS + 1)
    ]
    label = view.ui.text("settings-button-automatic")
    return (tuple(numbers), (_choice(view, Topic.HITS, label, AUTOMATIC, now=chosen is None),))


def _left_out(view: View) -> Rows:
    settings = view.settings
    kinds = [
        _switch(view, Topic.LEAVE_OUT, view.ui.text(f"ownership-{kind}"), kind, on=kind in settings.without_ownership)
        for kind in OWNERSHIP
    ]
    names = [(_take_back(view, publisher),) for publisher in sorted(settings.without_publishers)]
    return (*rows(kinds), *names)


def _take_back(view: View, publisher: str) -> Button:
    shown = plain_name(publisher) or view.ui.text("publisher-unknown")
    label = view.ui.text("settings-button-take-back", publisher=shown)
    return Button(label, presses.data(Topic.LEAVE_OUT, presses.take_back(publisher)))


def _pressers(view: View) -> Rows:
    chosen, ui = view.settings.pressers, view.ui
    return tuple(
        (_choice(view, Topic.PRESSERS, ui.text(f"settings-pressers-{value}"), value, now=value is chosen),)
        for value in Pressers
    )


def _quiet(view: View) -> Rows:
    chosen, ui = view.settings.quiet, view.ui
    none = _choice(view, Topic.QUIET, ui.text("settings-no-quiet"), OFF, now=chosen is None)
    usual = [_choice(view, Topic.QUIET, _span(hours), _span(hours), now=hours == chosen) for hours in _QUIET]
    zone = Button(ui.text("settings-button-zone"), presses.data(Topic.ZONE))
    return (*rows([none, *usual]), *(_moved(view, chosen) if chosen else ()), (zone,))


def _moved(view: View, chosen: QuietHours) -> Rows:
    """Return buttons that move either end by an hour."""
    starts = [_hours_from(view, QuietHours(_later(chosen.start, by), chosen.end)) for by in (-1, 1)]
    ends = [_hours_to(view, QuietHours(chosen.start, _later(chosen.end, by))) for by in (-1, 1)]
    return (tuple(starts), tuple(ends))


def _hours_from(view: View, hours: QuietHours) -> Button:
    label = view.ui.text("settings-button-from", time=f"{hours.start:%H:%M}")
    return Button(label, presses.data(Topic.QUIET, _span(hours)))


def _hours_to(view: View, hours: QuietHours) -> Button:
    label = view.ui.text("settings-button-to", time=f"{hours.end:%H:%M}")
    return Button(label, presses.data(Topic.QUIET, _span(hours)))


def _later(moment: time, hours: int) -> time:
    return moment.replace(hour=(moment.hour + hours) % _DAY)


def _span(hours: QuietHours) -> str:
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}"


def _zone(view: View) -> Rows:
    names = [offset_name(minutes) for minutes in _OFFSETS]
    offsets = [_choice(view, Topic.ZONE, zone, zone, now=zone == view.settings.zone) for zone in names]
    return rows(offsets, _SHORT_IN_ROW)


def _deletion(view: View) -> Rows:
    chosen, ui = view.settings.delete_after, view.ui
    never = _choice(view, Topic.DELETION, ui.text("settings-no-limit"), "0", now=not chosen)
    lifetimes = [
        _choice(view, Topic.DELETION, ui.duration(minutes * 60), str(minutes), now=minutes == chosen)
        for minutes in _DELETIONS
    ]
    return rows([never, *lifetimes])


def _period(view: View) -> Rows:
    chosen, ui = view.settings.period, view.ui
    none = _choice(view, Topic.PERIOD, ui.text("settings-no-period"), OFF, now=chosen is None)
    labels = [(ui.text("settings-last-months", count=count), str(count)) for count in presses.MONTHS]
    labels += [(str(year), str(year)) for year in _years(view)]
    offered = [
        _choice(view, Topic.PERIOD, label, value, now=chosen == Words(label, ui.language)) for label, value in labels
    ]
    return ((none,), *rows(offered))


def _years(view: View) -> range:
    """Return the latest years of which the collection holds anything."""
    held = view.coverage
    if held is None or held.first is None or held.last is None:
        return range(0)
    return range(max(held.first.year, held.last.year - _MOST_YEARS + 1), held.last.year + 1)


_CHOICES: dict[Topic, Callable[[View], Rows]] = {
    Topic.LANGUAGE: _language,
    Topic.PASSAGES: _passages,
    Topic.HITS: _hits,
    Topic.LEAVE_OUT: _left_out,
    Topic.PRESSERS: _pressers,
    Topic.QUIET: _quiet,
    Topic.ZONE: _zone,
    Topic.DELETION: _deletion,
    Topic.PERIOD: _period,
}
