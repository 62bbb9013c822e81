"""Days, topics and periods of a timeline: pure."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from bot.chat.i18n import LANGUAGES, catalogue
from bot.model import Filters, Period, PeriodRequest, PeriodRole, Question, Span
from bot.search import dates, timeline
from bot.search.independence import Independent
from bot.search.question import parse
from tests.chat.render_samples import answer, article, hit

if TYPE_CHECKING:
    from bot.model import Hit

NOW = datetime(2019, 12, 2, tzinfo=UTC)
COVERAGE = Period(date(2019, 1, 4), date(2019, 12, 22))


def on(day: int | None, publisher: str | None = "Morning Post", agency: str | None = None) -> Hit:
    """Return a hit of a day of May 2019; None is undated."""
    published = date(2019, 5, day) if day else None
    return hit(article(id=f"{day}-{publisher}.md", published=published, publisher=publisher, agency=agency))


def nobody(_: str | None) -> None:
    """Return what is known of a publisher: nothing."""


def test_days_come_in_order_with_their_articles_best_first() -> None:
    best, second, earlier = on(3, "A"), on(3, "B"), on(1, "C")
    found = timeline.days([best, earlier, second, on(None)], nobody)
    assert [day.date.day for day in found] == [1, 3]
    assert found[1].hits == (best, second)
    assert (found[1].articles, found[1].publishers.known) == (2, 2)


def test_publishers_are_counted_once_by_agency_and_only_where_known() -> None:
    """Two prints of one agency are one voice; an unknown publisher is none that could be counted."""
    (day,) = timeline.days([on(1, "A", "AFP"), on(1, "B", "AFP"), on(1, None), on(1, "C")], nobody)
    assert (day.articles, day.publishers) == (4, Independent(2, all_known=False))


def test_undated_articles_are_kept_apart() -> None:
    lost = on(None)
    assert timeline.undated([on(1), lost]) == (lost,)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("lima group february 2019", "lima group"),
        ("in March 2019, Guaidó", "Guaidó"),
        ("Гуайдо с 1 по 5 мая 2019 года", "Гуайдо"),
        ("sanctions", "sanctions"),
        ("May 2019", ""),
    ],
)
def test_a_topic_is_a_question_without_the_words_of_its_period(text: str, topic: str) -> None:
    assert timeline.topic_of(parse(text, now=NOW, coverage=COVERAGE)) == topic


def test_a_period_from_elsewhere_leaves_the_words_of_a_question_alone() -> None:
    """A follow-up's period has its words in another text."""
    request = PeriodRequest(COVERAGE, PeriodRole.PUBLISHED, Span(0, 4))
    question = Question("Guaidó in the army", "en", period=request, filters=Filters(asked=request))
    assert timeline.topic_of(question) == "Guaidó in the army"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("last", [None, date(2019, 5, 5)])
def test_the_command_that_shows_what_follows_is_understood(language: str, last: date | None) -> None:
    """Sent back, it means the days that it names."""
    ui, first = catalogue(language), date(2019, 2, 2)
    said = ui.text("timeline-goes-on", topic="Guaidó", period=ui.period(Period(first, last)))
    question = parse(command_in(said), now=NOW, hint=language, coverage=COVERAGE)
    assert question.period is not None
    assert question.period.period.first == first
    assert question.period.period.last in {last, COVERAGE.last}
    assert timeline.topic_of(question) == "Guaidó"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", [date(2019, 5, 1), date(2019, 4, 30)])
def test_the_command_that_shows_one_day_is_understood(language: str, day: date) -> None:
    """The first of a month too, which French counts in another way."""
    ui = catalogue(language)
    said = ui.text("timeline-one-day", topic="Guaidó", day=ui.day(day))
    question = parse(command_in(said), now=NOW, hint=language, coverage=COVERAGE)
    assert question.period is not None
    assert question.period.period == Period(day, day)
    assert timeline.topic_of(question) == "Guaidó"


def command_in(sentence: str) -> str:
    """Return what stands after the command that a sentence names."""
    return sentence.partition("/timeline ")[2]


def test_an_event_is_told_in_its_days_and_the_next_ones() -> None:
    """As many as ranking counts."""
    told = timeline.told(Period(date(2019, 4, 30), date(2019, 4, 30)))
    assert told == Period(date(2019, 4, 30), date(2019, 5, 3))
    assert timeline.TOLD_WITHIN == dates._TOLD_WITHIN
    assert timeline.told(Period(date(2019, 4, 30), None)).last is None
    assert timeline.told(Period(None, date.max)).last == date.max


def test_a_period_in_force_is_one_of_the_question_or_of_the_reader() -> None:
    assert not timeline.has_period(answer(()))
    assert timeline.has_period(answer((), question=Question("x", "en", filters=Filters(period=COVERAGE))))
