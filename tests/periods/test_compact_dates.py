"""Dates in few signs: what readers write without the words of a sentence, and what only looks so."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.model import Period
from bot.periods import find_period, has_ambiguous_date, mentioned_days

NOW = datetime(2026, 3, 18, 12, tzinfo=UTC)
COVERAGE = Period(date(2019, 1, 4), date(2019, 12, 20))


def _asked(text: str, language: str) -> tuple[Period, str] | None:
    request = find_period(text, now=NOW, language=language, coverage=COVERAGE)
    return (request.period, request.words.of(text)) if request else None


@pytest.mark.parametrize(
    ("language", "text", "words", "first", "last"),
    [
        ("en", "planes 20190323 maiquetia", "20190323", date(2019, 3, 23), None),
        ("en", "planes 23032019 maiquetia", "23032019", date(2019, 3, 23), None),
        ("en", "planes 2019/Mar/23 maiquetia", "2019/Mar/23", date(2019, 3, 23), None),
        ("en", "planes mar-23-2018 maiquetia", "mar-23-2018", date(2018, 3, 23), None),
        ("en", "Q1/2018 exports", "Q1/2018", date(2018, 1, 1), date(2018, 3, 31)),
        ("en", "mar 7,8,9 who had no power", "mar 7,8,9", date(2019, 3, 7), date(2019, 3, 9)),
        ("es", "el 5-V-2018 padrino", "el 5-V-2018", date(2018, 5, 5), None),
        ("es", "qué pasó el 23F en Ureña", "el 23F", date(2019, 2, 23), None),
        ("es", "7,8 y 9 de marzo sin luz", "7,8 y 9 de marzo", date(2019, 3, 7), date(2019, 3, 9)),
        ("ru", "30.IV.2018 митинг", "30.IV.2018", date(2018, 4, 30), None),
        ("ru", "7 8 и 9 марта без света", "7 8 и 9 марта", date(2019, 3, 7), date(2019, 3, 9)),
        ("pt", "31/jan/18 quem saiu", "31/jan/18", date(2018, 1, 31), None),
        ("pt", "1º/05/2018 discurso", "1º/05/2018", date(2018, 5, 1), None),
        ("fr", "30/04-01/05 qui a parlé", "30/04-01/05", date(2019, 4, 30), date(2019, 5, 1)),
    ],
)
def test_a_date_in_few_signs_is_read(language: str, text: str, words: str, first: date, last: date | None) -> None:
    """The period is that of the date, and the words of the reader that name it are marked."""
    assert _asked(text, language) == (Period(first, last or first), words)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "call me at tel 20190323"),
        ("en", "what is in chapter 5.II"),
        ("en", "what happened in room 5/10-6/10"),
        ("es", "el cine en 3D"),
        ("es", "quién vive en el apartamento 23E"),
        ("es", "cuándo fue el 30A"),
        ("es", "7,8 y 9 millones de bolívares"),
        ("ru", "что сказано в пункте 30.IV"),
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(language: str, text: str) -> None:
    """Telephone numbers, sections, rooms, films, counts, and initials of two months ask for no period."""
    assert _asked(text, language) is None


def test_articles_are_not_read_so() -> None:
    """In an article a row of digits is seldom a date."""
    assert mentioned_days("File 20190323 was deleted.", reference=date(2019, 5, 3), language="en") == ()


@pytest.mark.parametrize(
    ("text", "language", "ambiguous"),
    [
        ("what happened on 03/05/2019", "en", True),
        ("what happened on 3-5-19", "en", True),
        ("what happened on 03.05.2019", "en", False),
        ("what happened on 30/05/2019", "en", False),
        ("what happened on 05/05/2019", "en", False),
        ("qué pasó el 03/05/2019", "es", False),
    ],
)
def test_a_date_of_two_readings_is_told_from_others(text: str, language: str, *, ambiguous: bool) -> None:
    """What is not ambiguous is read."""
    assert has_ambiguous_date(text, language) is ambiguous
    assert (find_period(text, now=NOW, language=language, coverage=COVERAGE) is None) is ambiguous
