"""What follows from settings."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.chat.settings.values import DEFAULTS, Pressers, QuietHours, Settings, Words
from bot.model import Filters, Period
from tests.chat.settings.samples import COVERAGE, MANY, NOW, preferences


@pytest.mark.parametrize(
    ("chat", "person", "code", "language"),
    [
        (None, None, "ru", "ru"),
        (None, None, "uk", "en"),
        (None, None, None, "en"),
        (None, "fr", "ru", "fr"),
        ("es", "fr", "ru", "es"),
    ],
)
def test_the_groups_language_wins_then_the_persons_then_telegrams(
    chat: str | None, person: str | None, code: str | None, language: str
) -> None:
    chosen = preferences(Settings(language=chat), Settings(language=person), language_code=code)
    assert chosen.ui.language == language


def test_in_a_group_only_its_own_settings_filter() -> None:
    assert preferences(DEFAULTS, MANY).filters == Filters()
    assert preferences(DEFAULTS, MANY).hits == 3


def test_everything_that_was_set_is_applied() -> None:
    chosen = preferences(MANY)
    assert chosen.hits == 5
    assert chosen.filters == Filters(
        languages=frozenset({"es", "ru"}),
        without_publishers=frozenset({"Harbour Post", "Ведомости"}),
        without_ownership=frozenset({"state"}),
    )
    assert chosen.delete_after == timedelta(hours=1)
    assert chosen.pressers is Pressers.ASKER


def test_in_private_answers_stay_and_everybody_may_press() -> None:
    chosen = preferences(MANY, MANY, group=False)
    assert chosen.delete_after is None
    assert chosen.may_press(1, 2)


def test_only_the_asker_may_press_where_the_group_says_so() -> None:
    assert [preferences(MANY).may_press(asker, 7) for asker in (7, 8, None)] == [True, False, True]
    assert preferences(DEFAULTS).may_press(8, 7)


@pytest.mark.parametrize("text", ["What did the mayor say?", "the 30 April uprising", "", "🙃"])
def test_the_default_period_counts_for_a_question_without_dates(text: str) -> None:
    """A date that only names an event does not ask for one."""
    filters = preferences(MANY).filters_for(text, NOW, COVERAGE)
    assert filters.period == Period(date(2019, 9, 2), date(2019, 12, 2))
    assert filters.languages == {"es", "ru"}


@pytest.mark.parametrize("text", ["What happened on 1 May 2019?", "Что было в марте 2019 года?", "articles from 2018"])
def test_a_question_that_names_dates_is_asked_as_it_is(text: str) -> None:
    chosen = preferences(MANY)
    assert chosen.filters_for(text, NOW, COVERAGE) is chosen.filters


def test_a_relative_period_moves_on_and_a_day_begins_in_the_chats_zone() -> None:
    chosen = preferences(Settings(period=Words("yesterday", "en"), zone="UTC+14:00"))
    assert chosen.default_period(datetime(2019, 5, 1, 12, tzinfo=UTC), COVERAGE) == Period(*[date(2019, 5, 1)] * 2)
    assert chosen.default_period(datetime(2019, 5, 1, 8, tzinfo=UTC), COVERAGE) == Period(*[date(2019, 4, 30)] * 2)


def test_without_a_period_nothing_is_added() -> None:
    assert preferences().default_period(NOW, COVERAGE) is None
    assert preferences().filters_for("What now?", NOW, None) == Filters()


@pytest.mark.parametrize(
    ("hour", "until"),
    [(21, None), (22, 7), (23, 7), (0, 7), (6, 7), (7, None), (12, None)],
)
def test_quiet_hours_span_midnight_and_say_when_they_end(hour: int, until: int | None) -> None:
    chosen = preferences(Settings(quiet=QuietHours(time(22), time(7))))
    now = datetime(2019, 5, 1, hour, 30 if hour not in {7, 22} else 0, tzinfo=UTC)
    assert chosen.is_quiet(now) == (until is not None)
    end = chosen.quiet_until(now)
    assert (end is None) == (until is None)
    if end is not None:
        assert end.hour == until
        assert timedelta() < end - now <= timedelta(hours=9)


def test_quiet_hours_are_those_of_the_chats_zone() -> None:
    chosen = preferences(Settings(quiet=QuietHours(time(22), time(7)), zone="America/Caracas"))
    assert chosen.quiet_until(datetime(2019, 5, 1, 3, tzinfo=UTC)) == datetime(2019, 5, 1, 11, tzinfo=UTC)
    assert not chosen.is_quiet(datetime(2019, 5, 1, 23, tzinfo=UTC))


def test_quiet_hours_within_a_day() -> None:
    hours = QuietHours(time(12), time(14))
    assert [time(hour) in hours for hour in (11, 12, 13, 14)] == [False, True, True, False]
