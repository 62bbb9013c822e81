"""Words that narrow a search, in a question and alone; and words that only look like it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.model import Filters, Period, PeriodRequest, PeriodRole, Span
from bot.search.narrowing import Narrowing, alone, in_question, without_publisher
from bot.search.publisher_names import Names

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
COVERAGE = Period(date(2019, 1, 1), date(2019, 12, 31))
LANGUAGES = ("en", "es", "ru", "pt", "fr")
NAMES = Names(
    {
        "TASS": "RU",
        "ТАСС": "RU",
        "Reuters": "GB",
        "Deutsche Welle": "DE",
        "El País": "ES",
        "El País (Uruguay)": "UY",
        "El Mundo": "ES",
        "The Guardian": "GB",
        "Интерфакс": "RU",
        "Ведомости": "RU",
        "Público": "PT",
        "Nations Unies": "UN",
    }
)
BOTH_TASS = {"TASS", "ТАСС"}


@pytest.mark.parametrize(
    ("text", "publishers", "remains"),
    [
        ("What does TASS say about the blackout?", BOTH_TASS, "the blackout?"),
        ("what does reuters say about the sanctions", {"Reuters"}, "the sanctions"),
        ("How many died according to Reuters?", {"Reuters"}, "How many died?"),
        ("According to the Guardian, who resigned?", {"The Guardian"}, "who resigned?"),
        ("only Deutsche Welle: the trucks", {"Deutsche Welle"}, "the trucks"),
        ("News from TASS about", set(), "News from TASS about"),
        ("Trucks on the bridge, from TASS", BOTH_TASS, "Trucks on the bridge"),
        ("según TASS, ¿qué pasó en la frontera?", BOTH_TASS, "¿qué pasó en la frontera?"),
        ("¿Qué dice El País sobre la huelga?", {"El País"}, "la huelga?"),
        ("¿Qué dice El País (Uruguay) sobre la huelga?", {"El País (Uruguay)"}, "la huelga?"),
        ("¿Qué pasó el martes según El Mundo?", {"El Mundo"}, "¿Qué pasó el martes?"),
        ("o que diz o Público sobre a greve", {"Público"}, "a greve"),
        ("Selon Reuters, qui a démissionné ?", {"Reuters"}, "qui a démissionné ?"),
        ("По данным ТАСС, что сгорело?", BOTH_TASS, "что сгорело?"),
        ("по информации Интерфакса, кто ушёл", {"Интерфакс"}, "кто ушёл"),
        ("что пишут Ведомости о забастовке?", {"Ведомости"}, "забастовке?"),
    ],
)
def test_a_question_is_narrowed_to_a_publisher_where_it_clearly_asks_so(
    text: str, publishers: set[str], remains: str
) -> None:
    """Without the publisher's name something remains to be asked."""
    assert in_question(text, NAMES, LANGUAGES).publishers == publishers
    if publishers:
        assert without_publisher(text, NAMES) == remains.replace(" ?", "?")


def test_a_name_that_is_no_part_of_the_question_is_not_asked_for() -> None:
    """One that is stays: its sentence would be none without it."""
    assert in_question("only Deutsche Welle: the trucks", NAMES, LANGUAGES).text == "the trucks"
    kept = "What does TASS say about the blackout?"
    assert in_question(kept, NAMES, LANGUAGES).text == kept


@pytest.mark.parametrize(
    "text",
    [
        "Who owns TASS?",
        "Was TASS hacked, and what did TASS say?",
        "What does TASS say about TASS?",
        "What do the Nations Unies say about aid?",
        "¿Qué pasó según el mundo entero?",
        "que dice el pais sobre la huelga",
        "según el público, ¿quién ganó?",
        "Why did only Reuters journalists stay?",
        "The journalists from Reuters",
        "How many, according to Reuters journalists in prison?",
    ],
)
def test_a_question_about_a_publisher_or_of_ordinary_words_is_not_narrowed(text: str) -> None:
    """A limit that nobody asked for hides what was asked for."""
    assert in_question(text, NAMES, LANGUAGES) == Narrowing(text)


@pytest.mark.parametrize(
    ("text", "language", "remains"),
    [
        ("What happened on Monday in Spanish?", "es", "What happened on Monday?"),
        ("What happened on Monday, in Spanish only", "es", "What happened on Monday"),
        ("Qué pasó el lunes en ruso", "ru", "Qué pasó el lunes"),
        ("en los medios en español, qué pasó", "es", "qué pasó"),
        ("O que aconteceu em inglês", "en", "O que aconteceu"),
        ("Que s'est-il passé lundi en français", "fr", "Que s'est-il passé lundi"),
        ("Что случилось в понедельник на испанском?", "es", "Что случилось в понедельник?"),
        ("только на русском: что случилось", "ru", "что случилось"),
    ],
)
def test_a_question_is_narrowed_to_a_language_where_it_clearly_asks_so(text: str, language: str, remains: str) -> None:
    found = in_question(text, NAMES, LANGUAGES)
    assert (found.languages, found.text) == (frozenset({language}), remains)


@pytest.mark.parametrize(
    "text",
    [
        "What did the minister say in Spanish?",
        "What is the hymn known as in English?",
        "Who spoke in French at the meeting?",
        "¿Qué dijo el ministro en inglés?",
        "Какую книгу опубликовали на английском?",
        "In Spanish",
    ],
)
def test_a_language_that_is_part_of_what_is_asked_narrows_nothing(text: str) -> None:
    """Words said, written or named in a language; or nothing besides."""
    assert in_question(text, NAMES, LANGUAGES) == Narrowing(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("only in Spanish", Narrowing(languages=frozenset({"es"}))),
        ("español", Narrowing(languages=frozenset({"es"}))),
        ("по-русски", Narrowing(languages=frozenset({"ru"}))),
        ("em português", Narrowing(languages=frozenset({"pt"}))),
        ("en français seulement", Narrowing(languages=frozenset({"fr"}))),
        ("TASS", Narrowing(publishers=frozenset(BOTH_TASS))),
        ("solo el pais", Narrowing(publishers=frozenset({"El País"}))),
        ("TASS and Reuters", Narrowing(publishers=frozenset({"Reuters", *BOTH_TASS}))),
        ("from the Guardian", Narrowing(publishers=frozenset({"The Guardian"}))),
        ("before 1 May 2019", Narrowing(period=Period(None, date(2019, 4, 30)))),
        ("después del 3 de mayo", Narrowing(period=Period(date(2019, 5, 4), None))),
        ("до 1 мая 2019", Narrowing(period=Period(None, date(2019, 4, 30)))),
        ("only May 2019", Narrowing(period=Period(date(2019, 5, 1), date(2019, 5, 31)))),
        (
            "only TASS, before 1 May 2019",
            Narrowing(publishers=frozenset(BOTH_TASS), period=Period(None, date(2019, 4, 30))),
        ),
        ("all", Narrowing(removes=frozenset({"everything"}))),
        ("todos los idiomas", Narrowing(removes=frozenset({"languages"}))),
        ("все издания", Narrowing(removes=frozenset({"publishers"}))),
        ("toutes les dates", Narrowing(removes=frozenset({"dates"}))),
    ],
)
def test_a_message_of_nothing_else_narrows(text: str, expected: Narrowing) -> None:
    assert alone(text, NAMES, LANGUAGES, NOW, COVERAGE) == expected


@pytest.mark.parametrize("text", ["", "Maduro", "in May 2019", "What about TASS?", "only", "x" * 500, "all the best"])
def test_a_message_of_something_else_does_not(text: str) -> None:
    assert alone(text, NAMES, LANGUAGES, NOW, COVERAGE) is None


def test_what_is_said_last_holds_and_days_are_combined() -> None:
    """From one day and until another make a period, unless nothing lies between."""
    before = Filters(period=Period(date(2019, 4, 1), None), languages=frozenset({"es"}))
    until = Narrowing(languages=frozenset({"ru"}), period=Period(None, date(2019, 5, 1)))
    narrowed = until.applied_to(before)
    assert narrowed.period == Period(date(2019, 4, 1), date(2019, 5, 1))
    assert narrowed.languages == {"ru"}
    earlier = Narrowing(period=Period(None, date(2019, 3, 1))).applied_to(before)
    assert earlier.period == Period(None, date(2019, 3, 1))


def test_all_removes_every_limit_also_a_period_asked_for() -> None:
    asked = PeriodRequest(Period(date(2019, 4, 1), None), PeriodRole.EVENT, Span(0, 3))
    before = Filters(Period(None, date(2019, 5, 1)), frozenset({"es"}), frozenset({"TASS"}), asked=asked)
    assert Narrowing(removes=frozenset({"everything"})).applied_to(before) == Filters(ignore_period=True)
