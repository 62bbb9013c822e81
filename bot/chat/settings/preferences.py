"""What follows from settings for one update: whose count, in which language, with which filters, at which hours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.chat.i18n import catalogue, choose_language
from bot.chat.settings.values import Pressers
from bot.chat.settings.zones import zone
from bot.model import Filters, Period
from bot.periods import find_period
from bot.search.question import parse

if TYPE_CHECKING:
    from datetime import tzinfo

    from bot.chat.i18n import Catalogue
    from bot.chat.settings.values import Settings, Words
    from bot.config import AnswersConfig
    from bot.model import Coverage

_AROUND = " \t.,;:!?"


@dataclass(frozen=True, slots=True)
class Preferences:
    """The settings that count for a chat and whoever speaks there, ready for use.

    `filters` are without the default period, which only counts for questions that name none: see `filters_for`.
    `delete_after` is None for never, and in private.
    """

    ui: Catalogue
    hits: int
    filters: Filters
    pressers: Pressers
    delete_after: timedelta | None
    zone: tzinfo
    settings: Settings
    group: bool

    def may_press(self, asker: int | None, presser: int) -> bool:
        """Whether somebody may press the buttons under an answer to the asker; who is not known holds nobody off."""
        return not self.group or self.pressers is Pressers.ANYBODY or asker is None or asker == presser

    def default_period(self, now: datetime, coverage: Coverage | None) -> Period | None:
        """Return the days that the default period means now."""
        words = self.settings.period
        return None if words is None else period_in_words(words, now.astimezone(self.zone), coverage)

    def filters_for(self, text: str, now: datetime, coverage: Coverage | None) -> Filters:
        """Return the filters for a question: with the default period where the question names none itself."""
        default = self.default_period(now, coverage)
        if default is None or parse(text, now=now, hint=self.ui.language, coverage=_dates(coverage)).period:
            return self.filters
        return replace(self.filters, period=default)

    def quiet_until(self, now: datetime) -> datetime | None:
        """Return when the quiet hours that `now` lies in end; None outside of them."""
        quiet, local = self.settings.quiet, now.astimezone(self.zone)
        if quiet is None or local.time() not in quiet:
            return None
        end = local.replace(hour=quiet.end.hour, minute=quiet.end.minute, second=0, microsecond=0)
        return (end if end > local else end + timedelta(days=1)).astimezone(now.tzinfo)

    def is_quiet(self, now: datetime) -> bool:
        """Whether nothing may be sent unasked now."""
        return self.quiet_until(now) is not None


def resolve(
    *, chat: Settings, person: Settings, group: bool, language_code: str | None, answers: AnswersConfig
) -> Preferences:
    """Return what counts in a chat for a person: the chat's settings.

    In private the two are the same. In a group the person's only say in which language they are spoken to, as long as
    the group has not set one. `language_code` is Telegram's.
    """
    language = chat.language or person.language or choose_language(language_code)
    return Preferences(
        ui=catalogue(language),
        hits=chat.hits or answers.hits,
        filters=Filters(
            languages=chat.languages,
            without_publishers=chat.without_publishers,
            without_ownership=chat.without_ownership,
        ),
        pressers=chat.pressers,
        delete_after=timedelta(minutes=chat.delete_after) if group and chat.delete_after else None,
        zone=zone(chat.zone),
        settings=chat,
        group=group,
    )


def period_in_words(words: Words, now: datetime, coverage: Coverage | None) -> Period | None:
    """Return the days that words mean; None unless they are a period and nothing else."""
    found = find_period(words.text, now=now, language=words.language, coverage=_dates(coverage))
    if found is None or found.words.of(words.text).strip(_AROUND) != words.text.strip(_AROUND):
        return None
    return found.period


def _dates(coverage: Coverage | None) -> Period | None:
    return Period(coverage.first, coverage.last) if coverage else None
