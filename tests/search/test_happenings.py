"""Questions for whatever happened at a time: told by what is left of them without the time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.model import Period
from bot.search.happenings import asks_what_happened
from bot.search.question import parse
from bot.search.rank import WEIGHTS, WEIGHTS_OF_TIMES, weights_for

NOW = datetime(2026, 11, 22, tzinfo=UTC)
COVERAGE = Period(date(2019, 1, 4), date(2019, 12, 22))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what happened on 8 May 2019"),
        ("en", "news from September 2019"),
        ("en", "articles published before 20 January 2019"),
        ("en", "what happened in Brazil on 22 February"),
        ("en", "2019-05-03"),
        ("es", "¿Qué pasó el 8 de mayo de 2019?"),
        ("es", "noticias de marzo de 2019"),
        ("ru", "что произошло 8 мая 2019 года"),
        ("ru", "новости за март 2019"),
        ("pt", "o que aconteceu em 30 de abril de 2019"),
        ("fr", "que s'est-il passé le 1er juillet 2019 ?"),
    ],
)
def test_nothing_is_left_but_words_for_happening(language: str, text: str) -> None:
    """And countries, which have a signal of their own: then the time counts most."""
    question = parse(text, now=NOW, hint=language, coverage=COVERAGE)
    assert asks_what_happened(question)
    assert weights_for(question) is WEIGHTS_OF_TIMES


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what happened in Altamira on 30 April 2019"),
        ("en", "what did Maduro say on 4 May 2019"),
        ("es", "¿qué pasó con Zambrano el 8 de mayo de 2019?"),
        ("ru", "санкции 5 августа 2019"),
        ("en", "what happened"),
    ],
)
def test_a_topic_counts_more_than_the_time(language: str, text: str) -> None:
    question = parse(text, now=NOW, hint=language, coverage=COVERAGE)
    assert not asks_what_happened(question)
    assert weights_for(question) is WEIGHTS
