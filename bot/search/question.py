"""A reader's text into a Question: cleaned, its language, its intent, its period."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bot.model import Filters, Intent, Question
from bot.periods import find_period
from bot.search.intent import find_intent, without_courtesies
from bot.search.language import detect_language

if TYPE_CHECKING:
    from datetime import datetime

    from bot.model import Period

# Characters of a question that are read: a claim of two long paragraphs; what comes after is not looked at.
LONGEST_QUESTION = 1000
_INVISIBLE = {"Cc", "Cs", "Co", "Cn"}
_WITHIN_WORDS = "Cf"  # soft hyphens, joiners and marks of direction stand inside words: they go without a space
_SPACES = re.compile(r"\s+")


def parse(
    text: str,
    *,
    now: datetime,
    hint: str | None = None,
    filters: Filters = Filters(),  # noqa: B008 - immutable
    coverage: Period | None = None,
) -> Question:
    """Understand a question. `hint` is the reader's language, `coverage` the corpus's first and last day.

    Its text is without control characters and without the courtesies around it ("Hi! ... Thanks").
    """
    cleaned = clean(text)
    intent = find_intent(cleaned)
    if intent is Intent.QUESTION:
        cleaned = without_courtesies(cleaned)
    language = detect_language(cleaned, hint)
    period = filters.asked
    if period is None and intent is Intent.QUESTION and not filters.ignore_period:
        period = find_period(cleaned, now=now, language=language, coverage=coverage)
    return Question(cleaned, language, intent, period, filters)


def clean(text: str) -> str:
    """Return the text on one line, without control and formatting characters, cut at a word's end when very long."""
    visible = "".join(
        " " if unicodedata.category(character) in _INVISIBLE else character
        for character in text[: 4 * LONGEST_QUESTION]
        if unicodedata.category(character) != _WITHIN_WORDS
    )
    line = _SPACES.sub(" ", visible).strip()
    if len(line) <= LONGEST_QUESTION:
        return line
    return line[:LONGEST_QUESTION].rsplit(" ", 1)[0]
