"""What a chart shows: every article in a bar, labels that fit and are in the reader's language."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from bot.chat.i18n import LANGUAGES, catalogue
from bot.chat.timeline.chart import chart
from bot.search.timeline import days
from tests.chat.render_samples import article, hit

if TYPE_CHECKING:
    from bot.chat.timeline.drawing import Chart


def nobody(_: str | None) -> None:
    """Return what is known of a publisher: nothing."""


def drawn(*dates: date, language: str = "en", topic: str = "harbour", publisher: str | None = "Post") -> Chart:
    """Return the chart of an article on each of some days."""
    hits = [hit(article(id=f"{n}.md", published=day, publisher=publisher)) for n, day in enumerate(dates)]
    return chart(days(hits, nobody), topic, catalogue(language), nobody)


def test_a_single_day_stands_in_a_week() -> None:
    """Its bar is no wall, and lies over its own label."""
    one = drawn(date(2019, 5, 1), date(2019, 5, 1))
    (bar,) = one.bars
    assert (bar.articles, bar.publishers, bar.width, one.span) == (2, 1, 1, 7)
    assert (bar.start + 0.5, "1 May") in one.ticks


def test_articles_of_unknown_publishers_count_as_articles_only() -> None:
    (bar,) = drawn(date(2019, 5, 1), publisher=None).bars
    assert (bar.articles, bar.publishers) == (1, 0)


@pytest.mark.parametrize(
    ("first", "last", "unit", "bars"),
    [
        (date(2019, 4, 29), date(2019, 5, 3), "articles a day", 2),
        (date(2019, 1, 4), date(2019, 12, 22), "articles a day", 2),
        (date(2017, 11, 30), date(2019, 1, 1), "articles a day", 2),
        (date(2017, 11, 30), date(2020, 2, 29), "articles a month", 2),
        (date(1999, 1, 1), date(2024, 12, 31), "articles a year", 2),
        (date.min, date.max, "articles a year", 2),
    ],
)
def test_long_times_are_counted_by_month_or_year(first: date, last: date, unit: str, bars: int) -> None:
    """Every article is in a bar inside the picture, and every label too; there are never too many to read."""
    made = drawn(first, last)
    assert made.articles == unit
    assert len(made.bars) == bars
    assert sum(bar.articles for bar in made.bars) == 2
    assert all(bar.start >= 0 and bar.start + bar.width <= made.span + 1 for bar in made.bars)
    assert 1 <= len(made.ticks) <= 7
    assert all(0 <= place <= made.span for place, _ in made.ticks)


@pytest.mark.parametrize("length", [*range(1, 130), 200, 365, 399, 400, 401, 800, 4_000, 4_600, 9_000])
def test_labels_never_crowd(length: int) -> None:
    """Whatever the length, at most seven, in order, none twice."""
    first = date(2018, 12, 17)
    made = drawn(first, first + timedelta(length))
    places = [place for place, _ in made.ticks]
    assert 2 <= len(places) <= 7
    assert places == sorted(set(places))
    assert len({label for _, label in made.ticks}) >= len(places) - 2  # a month's name comes again each year


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "30 Apr\n2019"),
        ("es", "30 abr\n2019"),
        ("ru", "30 апр.\n2019"),
        ("pt", "30 de abr.\n2019"),
        ("fr", "30 avr.\n2019"),
    ],
)
def test_dates_are_in_the_readers_language(language: str, label: str) -> None:
    """The year stands below the first of them."""
    made = drawn(date(2019, 4, 30), date(2019, 5, 6), language=language)
    assert made.ticks[0][1] == label
    assert sum("2019" in text for _, text in made.ticks) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_year_is_named_where_it_begins(language: str) -> None:
    labels = [label for _, label in drawn(date(2018, 12, 29), date(2019, 1, 4), language=language).ticks]
    assert "2018" in labels[0]
    assert sum("2019" in label for label in labels) == 1


def test_a_long_topic_is_cut_for_the_title() -> None:
    assert len(drawn(date(2019, 5, 1), topic="talks " * 40).title) <= 50
