"""Messages, dates and names in the reader's language: Fluent for messages, Babel (CLDR) for dates and names.

A catalogue is read when its language is first asked for and kept for the life of the process.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from babel import Locale
from babel.dates import format_date, format_skeleton, format_timedelta
from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Period

LANGUAGES = ("en", "es", "ru", "pt", "fr")
DEFAULT_LANGUAGE = "en"

# CLDR's plain English writes "May 1, 2019"; the British order is the one that does not depend on a comma.
_LOCALES = {"en": "en_GB"}
# French says "1er mai" on the first of a month and plain numbers after; CLDR's patterns do not know it.
_FIRST_OF_MONTH = {"fr": "1er"}
# Durations change to the next larger unit from two of them on: "100 seconds", then "2 minutes".
_DURATION_THRESHOLD = 2


class Catalogue:
    """What the bot says in one language. Values are plain text: whoever puts them into HTML escapes them."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            msg = f"no catalogue for {language!r}; there are: {', '.join(LANGUAGES)}"
            raise ValueError(msg)
        self.language = language
        self._locale = Locale.parse(_LOCALES.get(language, language))
        self._bundle = _read_bundle(language, self._locale)

    def text(self, key: str, **args: str | float) -> str:
        """Return the message `key` with `args` filled in (at most 2,500 characters each).

        Raises KeyError where the catalogue has no such message and ValueError where it needs other arguments.
        """
        if not self._bundle.has_message(key):
            msg = f"{self.language}: no message {key!r}"
            raise KeyError(msg)
        text, errors = self._bundle.format_pattern(self._bundle.get_message(key).value, args)
        if errors:
            msg = f"{self.language}: {key}: {errors[0]}"
            raise ValueError(msg)
        return str(text)

    def day(self, day: date) -> str:
        """Return a day with month in words: "1 May 2019"."""
        return self._first_of_month(day, format_date(day, "long", locale=self._locale))

    def period(self, period: Period) -> str:
        """Return a period with its prepositions: "30 April to 5 May 2019", "until 5 May 2019"; one day as that day."""
        first, last = period.first, period.last
        if first is None:
            return self.text("period-all") if last is None else self.text("period-until", day=self.day(last))
        if last is None:
            return self.text("period-since", day=self.day(first), monthday=first.day)
        if first == last:
            return self.day(first)
        start = self._short_first(first, last)
        return self.text("period-closed", first=start, last=self.day(last), monthday=first.day)

    def moment(self, moment: datetime) -> str:
        """Return an aware time as day, hour and minute in UTC."""
        utc = moment.astimezone(UTC)
        return self.text("moment", day=self.day(utc.date()), time=f"{utc:%H:%M}")

    def duration(self, seconds: float) -> str:
        """Return a length of time in the largest unit that fits, rounded."""
        delta = timedelta(seconds=round(seconds))
        return format_timedelta(delta, threshold=_DURATION_THRESHOLD, locale=self._locale)

    def ago(self, seconds: float) -> str:
        """Return how long ago something was: "2 hours ago"."""
        delta = timedelta(seconds=-round(seconds))
        return format_timedelta(delta, threshold=_DURATION_THRESHOLD, add_direction=True, locale=self._locale)

    def language_name(self, code: str) -> str:
        """Return a language's name in the form that follows "in": "Russian", "ruso", "русском"; else the code."""
        name = self._locale.languages.get(code)
        if name is None:
            return code
        return _prepositional(str(name)) if self.language == "ru" else str(name)

    def country_name(self, code: str) -> str:
        """Return the country's name; an unknown code is returned as it is."""
        return str(self._locale.territories.get(code.upper(), code))

    def enumerate(self, items: Sequence[str]) -> str:
        """Join words as a sentence does: "a, b and c"."""
        return format_list(items, locale=self._locale)

    def _short_first(self, first: date, last: date) -> str:
        """Return the first day of a period without what it shares with the last: month, year."""
        if first.year != last.year:
            return self.day(first)
        if first.month != last.month:
            return self._first_of_month(first, format_skeleton("MMMMd", first, locale=self._locale))
        return self._first_of_month(first, str(first.day))

    def _first_of_month(self, day: date, text: str) -> str:
        ordinal = _FIRST_OF_MONTH.get(self.language)
        return ordinal + text.removeprefix("1") if ordinal and day.day == 1 else text


@cache
def catalogue(language: str) -> Catalogue:
    """Return the catalogue of one of LANGUAGES, read once. Raises ValueError for another language."""
    return Catalogue(language)


def choose_language(code: str | None) -> str:
    """Return the catalogue's language for Telegram's `language_code` ("pt-br", "uk", None); English by default."""
    language = (code or "").replace("_", "-").partition("-")[0].lower()
    return language if language in LANGUAGES else DEFAULT_LANGUAGE


def _read_bundle(language: str, locale: Locale) -> FluentBundle:
    # Isolating marks would surround every number and date; foreign names are isolated where they are put in.
    bundle = FluentBundle([str(locale).replace("_", "-")], use_isolating=False)
    folder = files("bot.chat").joinpath("locales", language)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        resource = FluentResource(file.read_text(encoding="utf-8"))
        _check(resource, f"{language}/{file.name}", bundle)
        bundle.add_resource(resource)
    return bundle


def _check(resource: FluentResource, name: str, bundle: FluentBundle) -> None:
    """Refuse what Fluent would pass over in silence: a broken entry, and a message that another file has already."""
    broken = [entry.content.strip() for entry in resource.body if isinstance(entry, Junk)]
    if broken:
        msg = f"{name}: not a message: {broken[0][:100]!r}"
        raise ValueError(msg)
    keys = [entry.id.name for entry in resource.body if isinstance(entry, Message)]
    twice = [key for key in keys if bundle.has_message(key)]
    if twice:
        msg = f"{name}: {twice[0]!r} is in another file already"
        raise ValueError(msg)


def _prepositional(name: str) -> str:
    """Put a Russian name of a language into the case that follows "на": русский, русском; иврит, иврите; хинди."""
    if name.endswith("ий"):
        return name.removesuffix("ий") + "ом"
    return name if name[-1:] in "аеиоуыэюя" else name + "е"
