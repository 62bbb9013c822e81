"""The countries of a question against those that articles name."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.index.columns import COLUMN_TYPE
from bot.index.countries import country_bits
from bot.search.countries import country_signals
from bot.search.question import parse

if TYPE_CHECKING:
    from bot.model import Question

    Columns = np.typing.NDArray[np.void]

NOW = datetime(2020, 1, 1, tzinfo=UTC)


def columns(*named: str) -> Columns:
    """Return one passage of each article, which names some countries."""
    made = np.zeros(len(named), COLUMN_TYPE)
    for column, codes in zip(made, named, strict=True):
        column["countries"] = country_bits(frozenset(codes.split()))
    return made


def asked(text: str, language: str = "en") -> Question:
    return parse(text, now=NOW, hint=language)


def test_an_article_that_names_the_country_counts_more() -> None:
    found = country_signals(asked("how much gold went to Uganda"), columns("VE UG", "VE", "US"))
    assert found.named[0] > found.named[1] == found.named[2] == 0
    assert found.missing[0] == 0 < found.missing[1] == found.missing[2]


def test_the_name_may_be_in_another_language() -> None:
    found = country_signals(asked("сколько золота вывезли в Уганду", "ru"), columns("UG", "VE"))
    assert found.missing.tolist()[0] == 0
    assert found.missing[1] > 0


def test_a_country_that_nearly_all_name_says_little() -> None:
    """Of 100 articles one lacks Venezuela, and 99 lack Uganda: the latter is what tells."""
    held = columns(*["VE"] * 98, "VE UG", "US")
    of_venezuela, of_uganda = (country_signals(asked(f"gold in {name}"), held) for name in ("Venezuela", "Uganda"))
    assert of_venezuela.missing[99] < 0.1
    assert of_uganda.missing[0] == pytest.approx(math.log(1 + 99.5 / 1.5), abs=1e-5)


def test_a_capital_asks_for_no_country() -> None:
    found = country_signals(asked("what did Moscow say"), columns("RU", "US"))
    assert not found.named.any()
    assert not found.missing.any()


def test_a_question_without_countries_and_no_candidates_say_nothing() -> None:
    assert not country_signals(asked("who spoke"), columns("RU")).missing.any()
    assert len(country_signals(asked("who spoke in Cuba"), columns()).named) == 0
