"""Follow-ups: which replies carry on, and what they ask together with the question before."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.model import Filters, Period
from bot.search.followup import Asked, Surroundings, begins_as_follow_up, follow_up
from bot.search.publisher_names import Names
from bot.search.question import parse

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
COVERAGE = Period(date(2019, 1, 1), date(2019, 12, 31))
AROUND = Surroundings(Names({"TASS": "RU", "Reuters": "GB"}), ("en", "es", "ru", "pt", "fr"), COVERAGE, NOW)


def asked(earlier: str, text: str, filters: Filters = Filters()) -> Asked | None:  # noqa: B008 - immutable
    """Return what a reply to the answer to a question asks for."""
    return follow_up(parse(earlier, now=NOW, filters=filters, coverage=COVERAGE), text, AROUND)


@pytest.mark.parametrize(
    ("earlier", "text", "together"),
    [
        ("What happened in Cúcuta in April?", "and in March?", "What happened in Cúcuta in March?"),
        ("What happened in Cúcuta?", "and in March?", "What happened in Cúcuta, in March?"),
        ("¿Qué pasó en Cúcuta en febrero?", "¿y en marzo?", "¿Qué pasó en Cúcuta en marzo?"),
        ("Что случилось в Кукуте в апреле?", "а в марте?", "Что случилось в Кукуте в марте?"),
        ("O que aconteceu em Cúcuta em abril?", "e em março?", "O que aconteceu em Cúcuta em março?"),
        ("Que s'est-il passé à Cúcuta en avril ?", "et en mars ?", "Que s'est-il passé à Cúcuta en mars ?"),
    ],
)
def test_another_period_takes_the_place_of_the_earlier(earlier: str, text: str, together: str) -> None:
    """In the words, and in what is searched, whatever the period's language."""
    found = asked(earlier, text)
    assert found is not None
    assert found.text == together
    assert found.filters.asked is not None
    assert found.filters.asked.period == Period(date(2019, 3, 1), date(2019, 3, 31))
    assert parse(found.text, now=NOW, filters=found.filters).period == found.filters.asked


def test_periods_follow_one_another() -> None:
    """Each takes the place of the one before, also where that came from a follow-up."""
    first = asked("What happened in Cúcuta in April?", "y en marzo?")
    assert first is not None
    then = asked(first.text, "and in May?", first.filters)
    assert then is not None
    assert then.text == "What happened in Cúcuta in May?"


@pytest.mark.parametrize(
    ("earlier", "text", "together"),
    [
        ("What did the US say about the strike?", "and Russia?", "What did Russia say about the strike?"),
        ("What did Ana Ruiz say about the strike?", "What about Lima?", "What did Lima say about the strike?"),
        ("¿Qué dijo Lima sobre la huelga?", "¿y qué dijo Quito?", "¿Qué dijo Quito sobre la huelga?"),
        ("Что сказал Лавров о забастовке?", "а Помпео?", "Что сказал Помпео о забастовке?"),
    ],
)
def test_another_name_takes_the_place_of_the_first(earlier: str, text: str, together: str) -> None:
    found = asked(earlier, text)
    assert found is not None
    assert found.text == together


@pytest.mark.parametrize(
    ("earlier", "text", "parts"),
    [
        (
            "What happened in Cúcuta on 23 February?",
            "and who burned the trucks?",
            ("who burned the trucks", "23 February"),
        ),
        ("What happened in Cúcuta?", "why?", ("why", "Cúcuta")),
        ("Кто признал Гуайдо?", "а Россия?", ("Россия", "признал Гуайдо")),
        ("who paid for the strike", "and lima?", ("lima", "paid for the strike")),
    ],
)
def test_the_earlier_topic_goes_along(earlier: str, text: str, parts: tuple[str, str]) -> None:
    found = asked(earlier, text)
    assert found is not None
    assert found.composed
    assert all(part in found.text for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "Who recognised the government in January?",
        "Maduro",
        "And what did the European Parliament decide on recognising the government in January?",
        "thanks",
        "",
        "?!",
    ],
)
def test_a_question_of_its_own_takes_nothing_along(text: str) -> None:
    assert asked("What happened in Cúcuta?", text) is None


def test_narrowing_keeps_the_question_and_adds_to_the_limits() -> None:
    before = Filters(languages=frozenset({"es"}))
    found = asked("What happened in Cúcuta?", "and only TASS?", before)
    assert found is not None
    assert found.text == "What happened in Cúcuta?"
    assert found.filters.languages == {"es"}
    assert found.filters.publishers == {"TASS"}
    both = asked("What happened in Cúcuta in April?", "and in May, according to TASS?")
    assert both is not None
    assert both.text == "What happened in Cúcuta in May?"
    assert both.filters.publishers == {"TASS"}


def test_another_publisher_also_goes_into_the_words() -> None:
    """Who asks what one says, and then another, no longer asks the first."""
    before = Filters(publishers=frozenset({"TASS"}))
    found = asked("What does TASS say about the strike?", "and Reuters?", before)
    assert found is not None
    assert found.text == "the strike?"
    assert found.filters.publishers == {"Reuters"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("And in May?", True),
        ("¿Y en mayo?", True),
        ("only TASS", True),
        ("What about Lima?", True),
        ("TASS", False),
        ("What happened?", False),
        ("Andes mountains", False),
    ],
)
def test_without_a_reply_only_a_telling_first_word_carries_on(text: str, *, expected: bool) -> None:
    assert begins_as_follow_up(text) is expected
