"""What the buttons of settings carry, and the change that each makes. Values are absolute: pressed twice, set once.

Data is "set:" and a topic, for its screen; or that, a colon and a value.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.chat.i18n import LANGUAGES
from bot.chat.settings.commands import Change, quiet_hours
from bot.chat.settings.languages import code_named
from bot.chat.settings.values import DEFAULTS, LONGEST_DELETION, MOST_HITS, OWNERSHIP, Pressers, Words
from bot.chat.settings.words import ALL, AUTOMATIC, OFF, Topic
from bot.chat.settings.zones import zone_named

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.chat.i18n import Catalogue
    from bot.chat.settings.values import Settings

DATA = re.compile(r"set:([a-z-]{1,12})(?::(.{1,40}))?")
MAIN, YES = "all", "yes"
MONTHS = (3, 12)  # the default periods that have a button: the last so many months
_IN, _OUT = "+", "-"  # of a set of languages or kinds of ownership
_TAKE_BACK = "~"  # and the short name of a publisher
_YEAR = 4  # digits
_SHORT = 10  # hexadecimal digits; thirty names never share them


def data(topic: str, value: str | None = None) -> str:
    """Return the data of a button."""
    return f"set:{topic}" if value is None else f"set:{topic}:{value}"


def put_in(item: str) -> str:
    """Return the value that adds an item to a set."""
    return _IN + item


def put_out(item: str) -> str:
    """Return the value that takes an item out of a set."""
    return _OUT + item


def take_back(publisher: str) -> str:
    """Return the value that takes a publisher back: a name can be longer than the data of a button."""
    return _TAKE_BACK + _short(publisher)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a button asks for: the screen of a topic (None: the overview), after a change where there is one."""

    topic: Topic | None
    change: Change | None


def read(text: str, ui: Catalogue) -> Asked | None:
    """Return what a button's data asks for; None for a button of another version."""
    match = DATA.fullmatch(text)
    if match is None or match[1] not in {MAIN, *Topic}:
        return None
    topic = None if match[1] == MAIN else Topic(match[1])
    if match[2] is None:
        return Asked(topic, None)
    change = None if topic is None else change_of(topic, match[2], ui)
    if change is None:
        return None
    return Asked(None if topic is Topic.RESET else topic, change)


def change_of(topic: Topic, value: str, ui: Catalogue) -> Change | None:
    """Return the change that a button makes; None for a button of another version."""
    apply = _APPLIES[topic](value, ui)
    return None if apply is None else Change(topic, apply)


def _short(publisher: str) -> str:
    return hashlib.blake2s(publisher.encode(), digest_size=_SHORT // 2).hexdigest()


def _language(value: str, _ui: Catalogue) -> Callable[[Settings], Settings] | None:
    if value not in {AUTOMATIC, *LANGUAGES}:
        return None
    return lambda settings: replace(settings, language=None if value == AUTOMATIC else value)


def _passages(value: str, _ui: Catalogue) -> Callable[[Settings], Settings] | None:
    if value == ALL:
        return lambda settings: replace(settings, languages=frozenset())
    if code_named(value[1:]) != value[1:]:
        return None
    return lambda settings: replace(settings, languages=_toggled(settings.languages, value))


def _hits(value: str, _ui: Catalogue) -> Callable[[Settings], Settings] | None:
    if value == AUTOMATIC:
        return lambda settings: replace(settings, hits=None)
    if not value.isdecimal() or not 1 <= int(value) <= MOST_HITS:
        return None
    return lambda settings: replace(settings, hits=int(value))


def _left_out(value: str, _ui: Catalogue) -> Callable[[Settings], Settings] | None:
    if value[0] == _TAKE_BACK:
        return lambda settings: replace(
            settings,
            without_publishers=frozenset(one for one in settings.without_publishers if _short(one) != value[1:]),
        )
    if value[1:] not in OWNERSHIP:
        return None
    return lambda settings: replace(settings, without_ownership=_toggled(settings.without_ownership, value))


def _toggled(items: frozenset[str], value: str) -> frozenset[str]:
    return items | {value[1:]} if value[0] == _IN else items - {value[1:]}


def _pressers(value: str, _ui: Catalogue) -> Callable[[Settings], Settings] | None:
    if value not in set(Pressers):
        return None
    return lambda settings: replace(settings, pressers=Pressers(value))


def _quiet(value: str, _ui: Catalogue) -> Callable[[Settings], Settings] | None:
    quiet = quiet_hours(value)
    if quiet is None and value != OFF:
        return None
    return lambda settings: replace(settings, quiet=quiet)


def _zone(value: str, _ui: Catalogue) -> Callable[[Settings], Settings] | None:
    named = zone_named(value)
    return None if named is None else lambda settings: replace(settings, zone=named)


def _deletion(value: str, _ui: Catalogue) -> Callable[[Settings], Settings] | None:
    if not value.isdecimal() or int(value) > LONGEST_DELETION:
        return None
    return lambda settings: replace(settings, delete_after=int(value))


def _period(value: str, ui: Catalogue) -> Callable[[Settings], Settings] | None:
    """Set a year, or the last so many months, in words of the reader's language."""
    if value == OFF:
        return lambda settings: replace(settings, period=None)
    if not value.isdecimal() or (int(value) not in MONTHS and len(value) != _YEAR):
        return None
    text = ui.text("settings-last-months", count=int(value)) if int(value) in MONTHS else value
    return lambda settings: replace(settings, period=Words(text, ui.language))


def _reset(value: str, _ui: Catalogue) -> Callable[[Settings], Settings] | None:
    return (lambda _: DEFAULTS) if value == YES else None


_APPLIES: dict[Topic, Callable[[str, Catalogue], Callable[[Settings], Settings] | None]] = {
    Topic.LANGUAGE: _language,
    Topic.PASSAGES: _passages,
    Topic.HITS: _hits,
    Topic.LEAVE_OUT: _left_out,
    Topic.PRESSERS: _pressers,
    Topic.QUIET: _quiet,
    Topic.ZONE: _zone,
    Topic.DELETION: _deletion,
    Topic.PERIOD: _period,
    Topic.RESET: _reset,
}
