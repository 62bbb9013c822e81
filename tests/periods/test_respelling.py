"""Chat writing in questions: respelt in its place, forgiven where a letter slips, and never in articles."""

from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Period
from bot.periods import find_period, mentioned_days
from bot.periods.lexicon import lexicon
from bot.periods.respelling import respell
from bot.periods.tokens import tokenize

NOW = datetime(2026, 3, 18, 12, tzinfo=UTC)
COVERAGE = Period(date(2019, 1, 4), date(2019, 12, 20))
WRITTEN = date(2019, 5, 3)
SLIP_FLOOR = 0.92  # share of questions understood though two neighbouring letters of a word are swapped
LANGUAGES = ("en", "es", "ru", "pt", "fr")


def _spelt(text: str, language: str) -> list[str]:
    return [token.text for token in respell(tokenize(text), lexicon(language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "b4 the 2nd wk of 2k18", ["before", "the", "2", "week", "of", "2018"]),
        ("en", "midmarch, twentythird", ["mid", "march", ",", "twenty", "third"]),
        ("en", "yesturday", ["yesterday"]),
        ("es", "dps d la ult semna", ["despues", "de", "la", "ultima", "semana"]),
        ("es", "1ero de mayo", ["primero", "de", "mayo"]),
        ("ru", "летом 18го, в 17 году", ["летом", "2018", ",", "в", "2017", "году"]),
        ("pt", "no fds", ["no", "fim", "de", "semana"]),
        ("fr", "1 er mai 19", ["1", "mai", "2019"]),
        ("fr", "le 30 04 2019", ["le", "30.04.2019"]),
        ("ru", "30. 04. 2019, апр 30", ["30.04.2019", ",", "30", "апр"]),
        ("es", "el 30.4. o el 30-04", ["el", "30", "abril", "o", "el", "30", "abril"]),
        ("en", "from 01.05 in 04-2019", ["from", "01", "may", "in", "04/2019"]),
        ("en", "23/24 february", ["23-24", "february"]),
        ("pt", "1ºmaio, na 6ª feira", ["1", "maio", ",", "na", "sexta", "feira"]),
    ],
)
def test_chat_writing_is_respelt(language: str, text: str, expected: list[str]) -> None:
    """Short forms, joined words, years of two digits and slips become the words of the tables."""
    assert _spelt(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "who may decide on fifty stores"),
        ("es", "los jueces del presidente nuevo vienes al circo"),
        ("ru", "среди готовых прошло слово посла"),
        ("pt", "a terra do norte e o quadro comeca"),
        ("fr", "le president parle de la ville en debat"),
    ],
)
def test_other_words_stay(language: str, text: str) -> None:
    """Everyday words that lie one slip from a word about time are left alone."""
    assert _spelt(text, language) == text.split()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "oil at 30.04"),
        ("en", "a 30-4 vote"),
        ("es", "gano 30-04"),
        ("ru", "в апреле 30 человек"),
        ("fr", "au 30.04"),
    ],
)
def test_other_numbers_stay(language: str, text: str) -> None:
    """Prices, scores and counts are not taken for a day and a month."""
    assert _spelt(text, language) == text.split()


def test_twenty_people_are_no_year() -> None:
    """A number of two digits behind a date counts what follows it."""
    assert _spelt("on 1 may 19 soldiers fled", "en")[3] == "19"


@pytest.mark.parametrize("text", ["They met lst wk.", "They met yesturday.", "What happened 2day?"])
def test_articles_are_not_respelt(text: str) -> None:
    """What a reader means by a slip, an article seldom does: only questions are respelt."""
    assert mentioned_days(text, reference=WRITTEN, language="en") == ()
    assert find_period(text, now=NOW, language="en", coverage=COVERAGE) is not None


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=60), language=st.sampled_from(LANGUAGES))
def test_every_token_keeps_its_place(text: str, language: str) -> None:
    """Tokens stay in order and inside the text, so that the words that named a period can be shown."""
    places = [(token.start, token.end) for token in respell(tokenize(text), lexicon(language))]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


def _swapped(text: str) -> str | None:
    """Swap the third and fourth letter of the last long word that has two different ones there."""
    words = [match for match in re.finditer(r"[^\W\d_]{6,}", text) if match[0][2] != match[0][3]]
    if not words:
        return None
    start = words[-1].start()
    return text[: start + 2] + text[start + 3] + text[start + 2] + text[start + 4 :]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_of_the_pen_is_forgiven(language: str) -> None:
    """Of the questions that are understood, nearly all still are when one word has two letters swapped."""
    with Path(__file__).with_name("periods.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["role"] != "none"]
    pairs = [(row["text"], _swapped(row["text"])) for row in rows if row["language"] == language]
    found = [(_days(text, language), _days(slip, language)) for text, slip in pairs if slip]
    same = sum(right == slipped for right, slipped in found)
    assert same >= SLIP_FLOOR * len(found), f"{same} of {len(found)}"


def _days(text: str, language: str) -> Period | None:
    request = find_period(text, now=NOW, language=language, coverage=COVERAGE)
    return request.period if request else None
