"""Periods in questions: the language set with its floors, and properties that hold for any input."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Period, PeriodRequest, PeriodRole
from bot.periods import UNKNOWN_YEAR, find_period, mentioned_days

NOW = datetime(2026, 3, 18, 12, tzinfo=UTC)  # a Wednesday
COVERAGE = Period(date(2019, 1, 4), date(2019, 12, 20))
WRITTEN = date(2019, 5, 3)  # a Friday
OVERALL_FLOOR = 0.98
LANGUAGE_FLOOR = 0.95
LANGUAGES = ("en", "es", "ru", "pt", "fr")


class Case(NamedTuple):
    """A reader's question and what it asks for; `asked` is None where it asks for no period."""

    language: str
    text: str
    asked: tuple[Period, str] | None


def _cases() -> list[Case]:
    with Path(__file__).with_name("periods.tsv").open(encoding="utf-8", newline="") as file:
        return [_case(row) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _case(row: dict[str, str]) -> Case:
    if row["role"] == "none":
        return Case(row["language"], row["text"], None)
    return Case(row["language"], row["text"], (Period(_day(row["first"]), _day(row["last"])), row["role"]))


def _day(written: str) -> date | None:
    return None if written == "*" else date.fromisoformat(written)


def _understood(request: PeriodRequest | None) -> tuple[Period, str] | None:
    return (request.period, request.role.value) if request else None


def _find(text: str, language: str | None = None) -> PeriodRequest | None:
    return find_period(text, now=NOW, language=language, coverage=COVERAGE)


def _wrong(*, hinted: bool) -> list[str]:
    failures = []
    for case in _cases():
        found = _understood(_find(case.text, case.language if hinted else None))
        if found != case.asked:
            failures.append(f"{case.language}: {case.text}\n    expected {case.asked}\n    found    {found}")
    return failures


def test_the_set_is_large_and_balanced() -> None:
    """The set holds at least 2,900 questions, 560 in each language, a sixth of them without a period."""
    counted = Counter(case.language for case in _cases())
    without = Counter(case.language for case in _cases() if case.asked is None)
    assert sum(counted.values()) >= 2900
    assert set(counted) == set(LANGUAGES)
    assert min(counted.values()) >= 560
    assert all(without[language] >= counted[language] / 6 for language in LANGUAGES)


def test_periods_are_understood_in_every_language() -> None:
    """At least 98 % of the questions are understood, and 95 % in each language."""
    failures = _wrong(hinted=True)
    counted = Counter(case.language for case in _cases())
    wrong = Counter(failure[:2] for failure in failures)
    report = "\n".join(failures)
    assert len(failures) <= (1 - OVERALL_FLOOR) * sum(counted.values()), report
    assert all(wrong[language] <= (1 - LANGUAGE_FLOOR) * counted[language] for language in LANGUAGES), report


def test_the_language_need_not_be_known() -> None:
    """Without a language the words themselves tell it: at least 95 % are understood."""
    failures = _wrong(hinted=False)
    assert len(failures) <= 0.05 * len(_cases()), "\n".join(failures)


@pytest.mark.parametrize(
    ("text", "language"),
    [("что сказал Лавров 5 мая", "en"), ("que paso el 30 de abril", "pt"), ("o que houve em 1 de maio", "es")],
)
def test_a_wrong_language_does_not_hide_a_date(text: str, language: str) -> None:
    """A month that only another language knows is read in that language."""
    assert _find(text, language) is not None


def test_the_words_that_named_the_period_are_marked() -> None:
    """The span covers the date with its preposition, in the original text."""
    text = "¿Qué  dijo Maduro después del 5 de MAYO, señor?"
    request = _find(text, "es")
    assert request is not None
    assert request.words.of(text) == "después del 5 de MAYO"


def test_decomposed_accents_are_read() -> None:
    """Letters followed by combining accents are the same words."""
    text = "sanctions en fe\u0301vrier 2019"
    request = _find(text, "fr")
    assert request is not None
    assert request.words.of(text) == "en fe\u0301vrier 2019"


@pytest.mark.parametrize(
    ("coverage", "year"),
    [
        (COVERAGE, 2019),
        (Period(date(2018, 11, 1), date(2019, 4, 30)), 2018),
        (Period(date(2017, 1, 1), date(2019, 12, 31)), 2019),
        (Period(date(2019, 1, 1), date(2019, 2, 1)), 2025),
        (Period(), 2025),
        (None, 2025),
    ],
)
def test_a_missing_year_comes_from_the_coverage(coverage: Period | None, year: int) -> None:
    """The year is the latest in which the day is covered, else the latest past one."""
    request = find_period("what happened on 10 December", now=NOW, language="en", coverage=coverage)
    assert request is not None
    assert request.period == Period(date(year, 12, 10), date(year, 12, 10))


def test_29_february_needs_a_leap_year() -> None:
    """29 February without a year is the latest one that existed."""
    request = find_period("what happened on 29 February", now=NOW, language="en", coverage=COVERAGE)
    assert request is not None
    assert request.period.first == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "what happened on 31 April", Period(date(2019, 4, 1), date(2019, 4, 30))),
        ("es", "qué pasó el 30 de febrero", Period(date(2019, 2, 1), date(2019, 2, 28))),
        ("ru", "что было 31.06.2019", Period(date(2019, 6, 1), date(2019, 6, 30))),
        ("pt", "quem saiu em 29 de fevereiro de 2018", Period(date(2018, 2, 1), date(2018, 2, 28))),
        ("fr", "du 25 au 31 juin", Period(date(2019, 6, 25), date(2019, 6, 30))),
        ("en", "why did 40 may protesters leave", None),
    ],
)
def test_an_impossible_day_asks_for_its_month(language: str, text: str, expected: Period | None) -> None:
    """A day that the month never has becomes that month, not the day after; a number above 31 is no day at all."""
    request = _find(text, language)
    assert (request.period if request else None) == expected


def test_an_article_mentions_no_impossible_day() -> None:
    """What a reader means by 31 April can be guessed; what an article says with it can't."""
    assert mentioned_days("The law of 31 April 2019.", reference=WRITTEN, language="en") == ()


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("en", "who fled a week after 30 April", date(2019, 5, 7), date(2019, 5, 7)),
        ("en", "who fled in the week after 30 April", date(2019, 5, 1), date(2019, 5, 7)),
        ("es", "quién huyó tres semanas antes del 30 de abril", date(2019, 4, 9), date(2019, 4, 9)),
        ("es", "quién huyó la semana antes del 30 de abril", date(2019, 4, 23), date(2019, 4, 29)),
        ("ru", "кто бежал за неделю до 30 апреля", date(2019, 4, 23), date(2019, 4, 23)),
        ("ru", "кто бежал за неделю после 30 апреля", date(2019, 5, 1), date(2019, 5, 7)),
        ("pt", "quem fugiu um mês depois de 31 de março", date(2019, 4, 30), date(2019, 4, 30)),
        ("pt", "quem fugiu nos três dias seguintes a 30 de abril", date(2019, 5, 1), date(2019, 5, 3)),
        ("fr", "qui a fui deux mois après avril", date(2019, 6, 1), date(2019, 6, 30)),
        ("fr", "qui a fui l'avant-veille du 30 avril", date(2019, 4, 28), date(2019, 4, 28)),
    ],
)
def test_a_distance_is_a_day_or_a_stretch(language: str, text: str, first: date, last: date) -> None:
    """A counted distance points at one day; "the week after" and "in the days after" are all the days up to it."""
    request = _find(text, language)
    assert request is not None
    assert request.period == Period(first, last)


def test_two_open_ends_side_by_side_bound_one_period() -> None:
    """What is after one day but before another lies between them, and the words of both are marked."""
    text = "what happened after May 1st, but before May 5?"
    request = _find(text, "en")
    assert request is not None
    assert request.period == Period(date(2019, 5, 2), date(2019, 5, 4))
    assert request.words.of(text) == "after May 1st, but before May 5"


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "what did the papers say on 24 January", PeriodRole.PUBLISHED),
        ("en", "what did Guaido tell the press on 24 January", PeriodRole.EVENT),
        ("es", "qué decían los diarios el 24 de enero", PeriodRole.PUBLISHED),
        ("es", "cuántos periodistas detuvieron el 24 de enero", PeriodRole.EVENT),
        ("ru", "какие статьи о золоте вышли раньше 1 февраля", PeriodRole.PUBLISHED),
        ("ru", "какие танки вышли раньше 1 февраля", PeriodRole.EVENT),
    ],
)
def test_only_what_is_published_has_a_publication_date(language: str, text: str, role: PeriodRole) -> None:
    """Newspapers of a day and articles that came out are dated by publication; whom the press met is not."""
    request = _find(text, language)
    assert request is not None
    assert request.role is role


def test_a_year_named_elsewhere_completes_the_day() -> None:
    """A year by itself holds for the dates beside it, and bounds them."""
    request = _find("In 2017, who resigned after 5 May?", "en")
    assert request is not None
    assert request.period == Period(date(2017, 5, 6), date(2017, 12, 31))


def test_publication_wins_over_event() -> None:
    """Where both are named, the publication date is the filter."""
    request = _find("articles published before 5 May on what happened on 30 April", "en")
    assert request is not None
    assert request.role is PeriodRole.PUBLISHED
    assert request.period == Period(None, date(2019, 5, 4))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Lavrov said on Wednesday that the talks of 23 January failed.", [(2019, 5, 1), (2019, 1, 23)]),
        ("es", "El canciller habló ayer y el 28 de diciembre.", [(2019, 5, 2), (2018, 12, 28)]),
        ("ru", "Он прилетел 30 апреля 2019 года, а вчера улетел.", [(2019, 4, 30), (2019, 5, 2)]),
        ("pt", "O presidente disse nesta quinta-feira que volta em 10 de maio.", [(2019, 5, 2), (2019, 5, 10)]),
        ("es", "La reunión fue el martes 30 y volverán el lunes 6 para votar.", [(2019, 4, 30), (2019, 5, 6)]),
        ("fr", "La réaction a été immédiate, a dit le ministre mardi.", [(2019, 4, 30)]),
        ("fr", "Le ministre a parlé mardi, après le vote du 12 juin 2018.", [(2019, 4, 30), (2018, 6, 12)]),
    ],
)
def test_sentences_mention_days(language: str, text: str, expected: list[tuple[int, int, int]]) -> None:
    """A sentence's days are counted from the day on which it was written, names of events included."""
    found = mentioned_days(text, reference=WRITTEN, language=language)
    assert [period.first for period in found] == [date(*day) for day in expected]
    assert all(period.first == period.last for period in found)


def test_a_list_of_days_is_taken_apart() -> None:
    """Days joined by "and" are two mentions, and share the year."""
    found = mentioned_days("Shots fell on 30 April and 1 May 2019.", reference=None, language="en")
    assert [period.first for period in found] == [date(2019, 4, 30), date(2019, 5, 1)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She has led it since 2005 and stayed until 3 May 2019."),
        ("es", "La dirige desde 2005 y siguió hasta el 3 de mayo de 2019."),
        ("ru", "Она руководит им с 2005 года и жила там до 3 мая 2019 года."),
        ("pt", "Ela o dirige desde 2005 e ficou até 3 de maio de 2019."),
        ("fr", "Elle le dirige depuis 2005 et resta jusqu'au 3 mai 2019."),
    ],
)
def test_what_is_open_mentions_the_stretch_that_it_names(language: str, text: str) -> None:
    """How far "since 2005" goes on is not said, so that it mentions the year."""
    found = mentioned_days(text, reference=None, language=language)
    assert found == (
        Period(date(2005, 1, 1), date(2005, 12, 31)),
        Period(date(2019, 5, 3), date(2019, 5, 3)),
    )


def test_ranges_of_years_are_mentioned_whole() -> None:
    """A range is one mention from its first day to its last, in words, with a dash, and as a part of a decade."""
    found = mentioned_days("From 1998 until 2001, then (2003–2006); in the early 1990s.", reference=None, language="en")
    assert [(period.first, period.last) for period in found] == [
        (date(1998, 1, 1), date(2001, 12, 31)),
        (date(2003, 1, 1), date(2006, 12, 31)),
        (date(1990, 1, 1), date(1993, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew until the mid-1990s.", (date(1994, 1, 1), date(1996, 12, 31))),
        ("The airlift (29 July-4 November 1948) ended.", (date(1948, 7, 29), date(1948, 11, 4))),
        ("Reformed in May-June 1960.", (date(1960, 5, 1), date(1960, 6, 30))),
        ("They met over the weekend in Oslo.", (date(2019, 4, 27), date(2019, 4, 28))),
    ],
)
def test_hyphens_join_dates_in_sentences(text: str, expected: tuple[date, date]) -> None:
    """A hyphen ties a part to its year and a first date to the last; a weekend counts from the day of writing."""
    found = mentioned_days(text, reference=WRITTEN, language="en")
    assert [(period.first, period.last) for period in found] == [expected]


@pytest.mark.parametrize(
    ("today", "text", "first"),
    [
        (date(2026, 3, 18), "last weekend", date(2026, 3, 14)),
        (date(2026, 3, 21), "this weekend", date(2026, 3, 21)),
        (date(2026, 3, 22), "last weekend", date(2026, 3, 14)),
        (date(2026, 3, 23), "last weekend", date(2026, 3, 21)),
        (date(2026, 3, 22), "next weekend", date(2026, 3, 28)),
        (date(2026, 3, 18), "next weekend", date(2026, 3, 21)),
    ],
)
def test_weekends_count_from_today(today: date, text: str, first: date) -> None:
    """On a weekend itself, the last one is the one before, the next one the one after."""
    request = find_period(f"what happened {text}", now=datetime(today.year, today.month, today.day, tzinfo=UTC))
    assert request is not None
    assert request.period == Period(first, first + timedelta(days=1))


def test_a_misspelt_month_as_near_to_another_is_left_out() -> None:
    """The words "12 de juio" may be June or July: a guess would narrow the search to the wrong days."""
    assert _find("que paso el 12 de juio", "es") is None
    request = _find("que paso el 12 de arbil", "es")
    assert request is not None
    assert request.period.first == date(2019, 4, 12)
    assert _find("20 dinero", "es") is None


def test_without_a_day_of_writing_days_keep_their_place_in_an_unknown_year() -> None:
    """Yesterday is left out where nobody knows when the text was written."""
    text = "He came on 23 January; on 30 April 2019, as yesterday, he spoke about the 2018 election."
    found = mentioned_days(text, reference=None, language="en")
    assert found == (
        Period(date(UNKNOWN_YEAR, 1, 23), date(UNKNOWN_YEAR, 1, 23)),
        Period(date(2019, 4, 30), date(2019, 4, 30)),
        Period(date(2018, 1, 1), date(2018, 12, 31)),
    )


PIECES = """
30 31 1 1-5 1er 1-го 2019 2019-04-30 30.04.2019 30/04 '19 9999 0001 25,000 6:15 Q2 1990s 90-х
April мая mayo maio mai marzo febraury may march Tuesday mardi вторник лета spring
from to between and before after since until around early mid late the of on in about el del de y a antes desde
с по до между после около entre le du au avant après depuis em no até depois
last first second half quarter week year last week ago hace días há дня назад yesterday вчера ayer hier hoje
day after накануне veille évènement uprising мятеж published статьи noticias années año года г.
, - – . ? ' ١٢ ² 🙂
"""
_words = st.sampled_from([*PIECES.split(), "\x00", "\u202e", "\u0301", "\n"])
_texts = st.one_of(st.text(max_size=80), st.lists(_words, max_size=14).map(" ".join), st.lists(_words).map("".join))


@settings(max_examples=400, deadline=None)
@given(text=_texts, language=st.sampled_from([*LANGUAGES, None, "de", ""]), today=st.datetimes())
def test_any_text_gives_a_sound_period_or_none(text: str, language: str | None, today: datetime) -> None:
    """Nothing raises, the words lie inside the text, and a period never ends before it begins."""
    request = find_period(text, now=today, language=language, coverage=COVERAGE)
    if request is not None:
        assert 0 <= request.words.start < request.words.end <= len(text)
        assert _is_sound(request.period)


@settings(max_examples=300, deadline=None)
@given(text=_texts, language=st.sampled_from([*LANGUAGES, None]), reference=st.one_of(st.none(), st.dates()))
def test_any_sentence_gives_sound_days(text: str, language: str | None, reference: date | None) -> None:
    """Nothing raises, no day is given twice, and every period is sound."""
    found = mentioned_days(text, reference=reference, language=language)
    assert len(set(found)) == len(found)
    assert all(_is_sound(period) for period in found)


def _is_sound(period: Period) -> bool:
    if period.first is None or period.last is None:
        return period.first is not None or period.last is not None
    return period.first <= period.last


@pytest.mark.parametrize(
    "piece", ["1 ", "1-", "1,", "may ", "from 1 to ", "between ", "the ", "de ", "последние ", "'", "á"]
)
def test_a_hundred_thousand_characters_are_read(piece: str) -> None:
    """Long repetitive input ends, in time that grows with its length only."""
    text = piece * (100_000 // len(piece))
    request = find_period(text + " on 30 April 2019", now=NOW, coverage=COVERAGE)
    assert request is None or _is_sound(request.period)


def test_a_relative_end_outside_the_only_year_leaves_the_year() -> None:
    """What ended before the year began can't end a period that begins with it."""
    found = find_period("ПО ВЧРА2000", now=datetime(2000, 1, 1, tzinfo=UTC), language="ru", coverage=COVERAGE)
    assert found is not None
    assert found.period == Period(date(2000, 1, 1), date(2000, 12, 31))
