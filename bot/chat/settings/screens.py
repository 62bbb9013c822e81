"""The screens of settings: data in, a Screen out. Every line stands alone, every button has a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.render_text import escape, lines, paragraphs, plain_name
from bot.chat.screen import Button, Screen
from bot.chat.settings import presses, words
from bot.chat.settings.choices import choices, rows
from bot.chat.settings.languages import name, own_name
from bot.chat.settings.values import OWNERSHIP
from bot.chat.settings.words import ALL, ANYBODY, ASKER, AUTOMATIC, OFF, TAKE_BACK, Topic

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from bot.chat.i18n import Catalogue
    from bot.chat.settings.commands import WrongSettingError
    from bot.chat.settings.view import View

_MOST_NAMES = 8  # of publishers in a line; the screen of their own lists all


def overview(view: View) -> Screen:
    """Show every setting with its value, and a button for each."""
    ui, topics = view.ui, _topics(view)
    title = ui.text("settings-of-group" if view.preferences.group else "settings-of-person")
    said = lines(*(line(topic, view) for topic in topics))
    commands = ui.text("settings-commands", words=", ".join(words.shown(ui, one) for one in (*topics, Topic.RESET)))
    buttons = [Button(ui.text(f"settings-button-{topic}"), presses.data(topic)) for topic in (*topics, Topic.RESET)]
    return Screen(escape(paragraphs(title, said, commands)), rows(buttons))


def topic(of: Topic, view: View) -> Screen:
    """Show one setting: its value, what it does, how to write it, and buttons for its usual values."""
    ui = view.ui
    back = Button(ui.text("settings-button-back"), presses.data(presses.MAIN))
    if of is Topic.RESET:
        yes = Button(ui.text("settings-button-reset-yes"), presses.data(Topic.RESET, presses.YES))
        return Screen(escape(ui.text("settings-reset-sure")), ((yes,), (back,)))
    said = paragraphs(_long_line(of, view), ui.text(f"settings-about-{of}"), _examples(of, view))
    return Screen(escape(said), (*choices(of, view), (back,)))


def changed(of: Topic, view: View) -> Screen:
    """Say what a command has set; a button leads to all settings."""
    ui = view.ui
    said = ui.text("settings-reset-done") if of is Topic.RESET else lines(ui.text("settings-saved"), line(of, view))
    return Screen(escape(said), ((Button(ui.text("settings-button-back"), presses.data(presses.MAIN)),),))


def refused(view: View, error: WrongSettingError) -> Screen:
    """Say what can be set where something else was written; buttons offer it."""
    said = view.ui.text(error.key, **error.values)
    shown = overview(view) if error.topic is None else topic(error.topic, view)
    return Screen(paragraphs(escape(said), shown.html), shown.buttons)


def sentence(ui: Catalogue, key: str) -> Screen:
    """Say one sentence of the catalogue."""
    return Screen(escape(ui.text(key)))


def line(of: Topic, view: View) -> str:
    """Return a setting with its value, as plain text."""
    return view.ui.text(f"settings-line-{of}", value=_VALUES[of](view))


def _long_line(of: Topic, view: View) -> str:
    """Return the line of a setting for the screen of its own, where publishers are all named, one a line."""
    names = _publisher_names(view)
    return lines(line(of, view), *names) if of is Topic.LEAVE_OUT and len(names) > _MOST_NAMES else line(of, view)


def _topics(view: View) -> list[Topic]:
    groups_only = {Topic.PRESSERS, Topic.DELETION}
    hidden = {Topic.RESET, Topic.ZONE} | (set() if view.preferences.group else groups_only)
    return [one for one in Topic if one not in hidden]


def _examples(of: Topic, view: View) -> str:
    """Return the commands that do what the buttons do, one a line."""
    ui = view.ui
    first = words.shown(ui, of)
    commands = [f"/settings {first} {value}" for value in _EXAMPLES[of](ui)]
    if of is Topic.LEAVE_OUT:
        back = words.shown(ui, TAKE_BACK)
        commands += [f"/settings {back} TASS", f"/settings {back} {words.shown(ui, ALL)}"]
    if of is Topic.QUIET:
        commands.append(f"/settings {words.shown(ui, Topic.ZONE)} Europe/Madrid")
    return lines(ui.text("settings-write"), *commands)


_EXAMPLES: dict[Topic, Callable[[Catalogue], list[str]]] = {
    Topic.LANGUAGE: lambda ui: [ui.language, words.shown(ui, AUTOMATIC)],
    Topic.PASSAGES: lambda ui: ["es, en", words.shown(ui, ALL)],
    Topic.HITS: lambda ui: ["5", words.shown(ui, AUTOMATIC)],
    Topic.LEAVE_OUT: lambda ui: ["TASS", words.shown(ui, "state")],
    Topic.PRESSERS: lambda ui: [words.shown(ui, ANYBODY), words.shown(ui, ASKER)],
    Topic.QUIET: lambda ui: ["22:00-07:00", words.shown(ui, OFF)],
    Topic.ZONE: lambda _: ["UTC-04:00", "America/Caracas"],
    Topic.DELETION: lambda ui: ["30", words.shown(ui, OFF)],
    Topic.PERIOD: lambda ui: [
        "2019-01-01 - 2019-06-30",
        ui.text("settings-last-months", count=3),
        words.shown(ui, OFF),
    ],
}


# Values in words


def _language_value(view: View) -> str:
    code = view.settings.language
    if code:
        return own_name(code)
    group = view.preferences.group
    return view.ui.text("settings-automatic-language-group" if group else "settings-automatic-language")


def _passages_value(view: View) -> str:
    codes = view.settings.languages
    if not codes:
        return view.ui.text("settings-all-languages")
    return view.ui.enumerate(sorted(name(code, view.ui.language) for code in codes))


def _hits_value(view: View) -> str:
    if view.settings.hits is None:
        return view.ui.text("settings-automatic-hits", count=view.preferences.hits)
    return str(view.settings.hits)


def _left_out_value(view: View) -> str:
    kinds = [view.ui.text(f"ownership-{kind}") for kind in OWNERSHIP if kind in view.settings.without_ownership]
    names = _publisher_names(view)
    more = [view.ui.text("also-more", count=len(names) - _MOST_NAMES)] if len(names) > _MOST_NAMES else []
    return ", ".join([*kinds, *names[:_MOST_NAMES], *more]) or view.ui.text("settings-nothing")


def _publisher_names(view: View) -> list[str]:
    return [plain_name(one) or view.ui.text("publisher-unknown") for one in sorted(view.settings.without_publishers)]


def _pressers_value(view: View) -> str:
    return view.ui.text(f"settings-pressers-{view.settings.pressers}")


def _quiet_value(view: View) -> str:
    quiet = view.settings.quiet
    if quiet is None:
        return view.ui.text("settings-no-quiet")
    return view.ui.text("settings-hours", start=_clock(quiet.start), end=_clock(quiet.end), zone=view.settings.zone)


def _zone_value(view: View) -> str:
    local = view.now.astimezone(view.preferences.zone)
    return view.ui.text("settings-zone-now", zone=view.settings.zone, time=_clock(local.time()))


def _deletion_value(view: View) -> str:
    minutes = view.settings.delete_after
    return view.ui.duration(minutes * 60) if minutes else view.ui.text("settings-no-limit")


def _period_value(view: View) -> str:
    words_, period = view.settings.period, view.preferences.default_period(view.now, view.coverage)
    if words_ is None:
        return view.ui.text("settings-no-period")
    if period is None:
        return view.ui.text("settings-period-lost", words=words_.text)
    return view.ui.text("settings-period-now", words=words_.text, period=view.ui.period(period))


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"


_VALUES: dict[Topic, Callable[[View], str]] = {
    Topic.LANGUAGE: _language_value,
    Topic.PASSAGES: _passages_value,
    Topic.HITS: _hits_value,
    Topic.LEAVE_OUT: _left_out_value,
    Topic.PRESSERS: _pressers_value,
    Topic.QUIET: _quiet_value,
    Topic.ZONE: _zone_value,
    Topic.DELETION: _deletion_value,
    Topic.PERIOD: _period_value,
}
