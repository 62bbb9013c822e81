"""What is written after `/settings`, as a change of the settings."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING

from bot.chat.i18n import LANGUAGES
from bot.chat.settings import words
from bot.chat.settings.languages import code_named, fold, own_name
from bot.chat.settings.preferences import period_in_words
from bot.chat.settings.values import (
    DEFAULTS,
    LONGEST_DELETION,
    LONGEST_PERIOD,
    MOST_HITS,
    MOST_PUBLISHERS,
    Pressers,
    QuietHours,
    Words,
)
from bot.chat.settings.words import ALL, ANYBODY, ASKER, AUTOMATIC, OFF, TAKE_BACK, Topic
from bot.chat.settings.zones import zone_named
from bot.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from bot.chat.i18n import Catalogue
    from bot.chat.settings.values import Settings
    from bot.model import Coverage

_SEPARATORS = re.compile(r"[\s,;/+&]+")
_JOINING = frozenset({"and", "y", "e", "и", "et"})
_HOURS = re.compile(r"(?<!\d)(\d{1,2})(?:[:.hч](\d{2})?)?(?!\d)", re.IGNORECASE)
_MIDNIGHT = (24, 0)
_MINUTES = re.compile(r"(\d{1,5})(?:\s*(?:m|min|мин)\w*)?\.?", re.IGNORECASE)
_PRESSERS = {ANYBODY: Pressers.ANYBODY, ASKER: Pressers.ASKER}
_CLOSE = 0.6  # difflib's ratio above which a publisher may be the one that was meant
_SUGGESTED = 5  # publishers named where one was not found or several were


class WrongSettingError(DatelineError):
    """What was written can't be set; `key` and `args` make the sentence that says what can. `topic` is its screen."""

    def __init__(self, topic: Topic | None, key: str, **values: str | int) -> None:
        super().__init__(key)
        self.topic, self.key, self.values = topic, key, values


@dataclass(frozen=True, slots=True)
class World:
    """What a value is checked against: the reader's catalogue, the chat, what the collection holds, the time there."""

    ui: Catalogue
    group: bool
    coverage: Coverage | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """A change of the settings, about a topic."""

    topic: Topic
    apply: Callable[[Settings], Settings]


def parse(text: str, world: World) -> Topic | Change:
    """Understand "hits 5" as a change, and "hits" alone as the topic to show. Raises WrongSettingError."""
    found = words.topic_of(text)
    if found is None:
        raise WrongSettingError(None, "settings-not-understood")
    key, value = found
    if key == Topic.RESET:
        return Change(Topic.RESET, lambda _: DEFAULTS)
    topic = Topic.LEAVE_OUT if key == TAKE_BACK else Topic(key)
    if topic in {Topic.PRESSERS, Topic.DELETION} and not world.group:
        raise WrongSettingError(None, "settings-groups-only")
    if not value:
        return topic
    return Change(topic, _PARSERS[key](value, world))


def _language(value: str, _world: World) -> Callable[[Settings], Settings]:
    automatic = words.means(value, AUTOMATIC)
    code = None if automatic else code_named(value)
    if not automatic and code not in LANGUAGES:
        listed = ", ".join(own_name(one) for one in LANGUAGES)
        raise WrongSettingError(Topic.LANGUAGE, "settings-wrong-language", languages=listed)
    return lambda settings: replace(settings, language=code)


def _passages(value: str, world: World) -> Callable[[Settings], Settings]:
    if words.means(value, ALL):
        return lambda settings: replace(settings, languages=frozenset())
    codes = frozenset(_held_language(word, world) for word in _SEPARATORS.split(value) if fold(word) not in _JOINING)
    return lambda settings: replace(settings, languages=codes)


def _held_language(word: str, world: World) -> str:
    """Return the code of a language of the collection."""
    code = code_named(word)
    if code is None or (world.coverage and code not in world.coverage.languages):
        held = ", ".join(sorted(world.coverage.languages)) if world.coverage else ", ".join(LANGUAGES)
        raise WrongSettingError(Topic.PASSAGES, "settings-wrong-passages", language=word, languages=held)
    return code


def _hits(value: str, _world: World) -> Callable[[Settings], Settings]:
    if words.means(value, AUTOMATIC):
        return lambda settings: replace(settings, hits=None)
    if not value.isdecimal() or not 1 <= int(value) <= MOST_HITS:
        raise WrongSettingError(Topic.HITS, "settings-wrong-hits", most=MOST_HITS)
    return lambda settings: replace(settings, hits=int(value))


def _leave_out(value: str, world: World) -> Callable[[Settings], Settings]:
    if kind := words.ownership_of(value):
        return lambda settings: replace(settings, without_ownership=settings.without_ownership | {kind})
    publisher = _publisher(value, world.coverage.publishers if world.coverage else ())
    return lambda settings: with_publisher_left_out(settings, publisher)


def with_publisher_left_out(settings: Settings, publisher: str) -> Settings:
    """Leave a publisher out, unless too many are. Raises WrongSettingError."""
    left_out = settings.without_publishers | {publisher}
    if len(left_out) > MOST_PUBLISHERS:
        raise WrongSettingError(Topic.LEAVE_OUT, "settings-too-many-publishers", most=MOST_PUBLISHERS)
    return replace(settings, without_publishers=left_out)


def _take_back(value: str, _world: World) -> Callable[[Settings], Settings]:
    if words.means(value, ALL):
        return lambda settings: replace(settings, without_publishers=frozenset(), without_ownership=frozenset())
    if kind := words.ownership_of(value):
        return lambda settings: replace(settings, without_ownership=settings.without_ownership - {kind})

    def apply(settings: Settings) -> Settings:
        publisher = _publisher(value, settings.without_publishers, "settings-not-left-out")
        return replace(settings, without_publishers=settings.without_publishers - {publisher})

    return apply


def _publisher(value: str, names: Iterable[str], unknown: str = "settings-wrong-publisher") -> str:
    """Return the one publisher that a text names: whole, or by a part that no other has."""
    folded: dict[str, str] = {fold(one): one for one in sorted(names) if one}
    wanted = fold(value)
    if wanted in folded:
        return folded[wanted]
    containing = [one for key, one in folded.items() if wanted in key]
    if len(containing) == 1:
        return containing[0]
    if containing:
        several = "; ".join(containing[:_SUGGESTED])
        raise WrongSettingError(Topic.LEAVE_OUT, "settings-several-publishers", publishers=several)
    close = [folded[key] for key in difflib.get_close_matches(wanted, folded, _SUGGESTED, _CLOSE)]
    if close:
        raise WrongSettingError(Topic.LEAVE_OUT, "settings-close-publishers", publishers="; ".join(close))
    raise WrongSettingError(Topic.LEAVE_OUT, unknown)


def _pressers(value: str, _world: World) -> Callable[[Settings], Settings]:
    meant = [pressers for key, pressers in _PRESSERS.items() if words.means(value, key)]
    if not meant:
        raise WrongSettingError(Topic.PRESSERS, "settings-wrong-pressers")
    return lambda settings: replace(settings, pressers=meant[0])


def _quiet(value: str, _world: World) -> Callable[[Settings], Settings]:
    if words.means(value, OFF):
        return lambda settings: replace(settings, quiet=None)
    quiet = quiet_hours(value)
    if quiet is None:
        raise WrongSettingError(Topic.QUIET, "settings-wrong-quiet")
    return lambda settings: replace(settings, quiet=quiet)


def quiet_hours(text: str) -> QuietHours | None:
    """Return the two different times of a day that a text names, such as "22:00 to 7"; 24 is midnight."""
    try:
        start, end = (_time(int(hours), int(minutes or 0)) for hours, minutes in _HOURS.findall(text))
    except ValueError:  # not two, or no time of day
        return None
    return None if start == end else QuietHours(start, end)


def _time(hours: int, minutes: int) -> time:
    return time(0) if (hours, minutes) == _MIDNIGHT else time(hours, minutes)


def _zone(value: str, _world: World) -> Callable[[Settings], Settings]:
    named = zone_named(value)
    if named is None:
        raise WrongSettingError(Topic.ZONE, "settings-wrong-zone")
    return lambda settings: replace(settings, zone=named)


def _deletion(value: str, _world: World) -> Callable[[Settings], Settings]:
    match = _MINUTES.fullmatch(value)
    minutes = 0 if words.means(value, OFF) else int(match[1]) if match else -1
    if not 0 <= minutes <= LONGEST_DELETION:
        raise WrongSettingError(Topic.DELETION, "settings-wrong-deletion", most=LONGEST_DELETION)
    return lambda settings: replace(settings, delete_after=minutes)


def _period(value: str, world: World) -> Callable[[Settings], Settings]:
    if words.means(value, OFF):
        return lambda settings: replace(settings, period=None)
    written = Words(value, world.ui.language)
    if len(value) > LONGEST_PERIOD or period_in_words(written, world.now, world.coverage) is None:
        raise WrongSettingError(Topic.PERIOD, "settings-wrong-period")
    return lambda settings: replace(settings, period=written)


_PARSERS: dict[str, Callable[[str, World], Callable[[Settings], Settings]]] = {
    Topic.LANGUAGE: _language,
    Topic.PASSAGES: _passages,
    Topic.HITS: _hits,
    Topic.LEAVE_OUT: _leave_out,
    TAKE_BACK: _take_back,
    Topic.PRESSERS: _pressers,
    Topic.QUIET: _quiet,
    Topic.ZONE: _zone,
    Topic.DELETION: _deletion,
    Topic.PERIOD: _period,
}
