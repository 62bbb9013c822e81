"""Quantities: one number however it is written, its unit, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.periods.lexicon import LANGUAGES
from bot.search.quantities import Quantity, read_quantities


def _values(text: str, language: str) -> list[str]:
    return [f"{item.value.normalize():f}" for item in read_quantities(text, language) if isinstance(item, Quantity)]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "1.5 million people, 1,500,000 and 1.5 mln", ["1500000", "1500000", "1500000"]),
        ("en", "thirty-four died, two hundred and five fled", ["34", "205"]),
        (
            "es",
            "treinta y cuatro; mil doscientos veinte; 1.500.000; 1,5 millones",
            ["34", "1220", "1500000", "1500000"],
        ),
        ("es", "doscientas treinta casas y dos puentes", ["230", "2"]),
        ("pt", "trinta e quatro, duzentos e cinco, 40 mil", ["34", "205", "40000"]),
        ("fr", "soixante-douze, quatre-vingts, cent quatre-vingt-deux, vingt et un", ["72", "80", "182", "21"]),
        ("fr", "1 500 000 litres, deux millions", ["1500000", "2000000"]),
        ("ru", "унесло жизни семи человек, спаслись двое, двадцать один пропал", ["7", "2", "21"]),
        ("ru", "1,5 млн, сто двадцать пять тысяч, 40 000", ["1500000", "125000", "40000"]),
        ("ja", "死者は12人", ["12"]),
        ("ja", "12 34", ["12", "34"]),
    ],
)
def test_a_number_is_worth_the_same_however_it_is_written(language: str, text: str, values: list[str]) -> None:
    assert _values(text, language) == values


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 30 April 2019 and in 1998"),
        ("en", "several hundred people, thousands of houses, version 1.2.3"),
        ("es", "el 1 de mayo, el día 10, 30 abr"),
        ("pt", "em 4 de janeiro de 2019"),
        ("ru", "30 апреля 2019 года тысячи человек, несколько сотен"),
    ],
)
def test_days_years_and_vague_words_are_none(language: str, text: str) -> None:
    assert _values(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "$20 million", "usd"),
        ("en", "US$20m", "usd"),
        ("en", "20 million dollars", "usd"),
        ("fr", "20 millions d'euros", "eur"),
        ("es", "20 millones de dólares", "usd"),
        ("ru", "20 миллионов рублей", "rub"),
        ("en", "20 per cent", "pct"),
        ("es", "20 por ciento", "pct"),
        ("en", "20 barrels", ""),
    ],
)
def test_a_sign_or_the_next_word_says_of_what(language: str, text: str, unit: str) -> None:
    (found,) = [item for item in read_quantities(text, language) if isinstance(item, Quantity)]
    assert found.unit == unit


def test_a_rough_number_agrees_with_what_it_rounds() -> None:
    rough, exact, other = (
        next(item for item in read_quantities(text, "en") if isinstance(item, Quantity))
        for text in ("nearly 40,000 barrels", "39,120 barrels", "31,000 barrels")
    )
    assert rough.agrees(exact)
    assert exact.agrees(rough)
    assert not rough.agrees(other)


def test_a_number_that_is_not_said_roughly_agrees_with_itself_alone() -> None:
    assert not Quantity(Decimal(40000)).agrees(Quantity(Decimal(39120)))


@given(st.text(), st.sampled_from([*LANGUAGES, "ja"]))
def test_whatever_is_read_is_read_without_error(text: str, language: str) -> None:
    """Letters and digits of every script, signs and all: nothing of them stops an answer."""
    items = read_quantities(text, language)
    assert all(isinstance(item, str | Quantity) for item in items)


@given(st.integers(2, 10**9).filter(lambda number: not 1900 <= number <= 2100))
def test_every_way_to_group_thousands_is_one_number(number: int) -> None:
    grouped = f"{number:,}"
    written = [str(number), grouped, grouped.replace(",", "."), grouped.replace(",", " ")]
    assert {tuple(_values(f"{each} personas", "es")) for each in written} == {(str(number),)}
