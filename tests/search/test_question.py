"""Understanding a question: cleaned, with language, intent and period."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import Filters, Intent, Period, PeriodRole
from bot.search.question import LONGEST_QUESTION, clean, parse
from tests.corpora import NOW


@settings(deadline=None)
@given(st.text(max_size=3000))
def test_a_cleaned_text_is_one_line_that_can_be_seen(text: str) -> None:
    found = clean(text)
    assert found == " ".join(found.split())
    assert len(found) <= LONGEST_QUESTION
    assert not [character for character in found if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"}]
    assert clean(found) == found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  who\n\tresigned? ", "who resigned?"),
        ("who\x00resigned", "who resigned"),
        ("re\u00adsig\u200bned", "resigned"),
        ("\u202ewho\u202c", "who"),
        ("\ufeffwho", "who"),
        ("how \ud83d many", "how many"),
        ("<b>who</b>", "<b>who</b>"),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_goes(text: str, wanted: str) -> None:
    assert clean(text) == wanted


def test_a_very_long_text_is_cut_at_a_words_end() -> None:
    assert clean("word " * 30_000) == ("word " * (LONGEST_QUESTION // 5)).strip()
    assert len(clean("x" * 100_000)) == LONGEST_QUESTION


def test_everything_is_understood_at_once() -> None:
    filters = Filters(languages=frozenset({"en"}))
    question = parse("¿Quién dimitió el 4 de mayo de 2021?", now=NOW, filters=filters)
    assert (question.language, question.intent, question.filters) == ("es", Intent.QUESTION, filters)
    assert question.period is not None
    assert question.period.period == Period(date(2021, 5, 4), date(2021, 5, 4))
    assert question.period.role is PeriodRole.EVENT
    assert question.period.words.of(question.text) == "el 4 de mayo de 2021"


def test_a_period_can_be_left_aside() -> None:
    assert parse("Who resigned on 4 May 2021?", now=NOW, filters=Filters(ignore_period=True)).period is None


def test_what_is_no_question_has_no_period() -> None:
    question = parse("good morning today", now=NOW)
    assert (question.intent, question.period) == (Intent.SMALL_TALK, None)


def test_the_readers_language_is_a_hint_only() -> None:
    assert parse("who resigned after the flood", now=NOW, hint="ru").language == "en"
    assert parse("2021", now=NOW, hint="ru").language == "ru"
