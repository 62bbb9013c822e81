"""What the collection holds of each publisher, and whom a name means."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.index.columns import COLUMN_TYPE
from bot.model import Publisher, Source
from bot.search.holdings import newest_rows, sources
from bot.search.sources import find_source

if TYPE_CHECKING:
    from numpy.typing import NDArray

NAMES = ("", "RT", "Página/12")
LANGUAGES = ("en", "es")
TABLE = {"RT": Publisher("RT", country="RU", ownership="state"), "Idle": Publisher("Idle")}


def columns(*passages: tuple[int, int, int, date | None]) -> NDArray[np.void]:
    """Return records of passages, each given as article, publisher, language and date."""
    made = np.zeros(len(passages), COLUMN_TYPE)
    for row, (article, publisher, language, day) in enumerate(passages):
        made[row]["article"], made[row]["publisher"], made[row]["language"] = article, publisher, language
        made[row]["published"] = day.toordinal() if day else 0
    return made


HELD = columns(
    (0, 1, 0, date(2019, 5, 1)),
    (0, 1, 0, date(2019, 5, 1)),  # two passages of one article
    (1, 1, 1, date(2019, 1, 9)),
    (2, 1, 1, None),
    (3, 0, 0, None),
)


def test_articles_are_counted_not_passages_with_dates_and_languages() -> None:
    rt, unknown, *_ = sources(HELD, LANGUAGES, NAMES, TABLE)
    assert rt == Source(TABLE["RT"], 3, 1, date(2019, 1, 9), date(2019, 5, 1), {"es": 2, "en": 1})
    assert unknown == Source(Publisher(""), 1, 1, None, None, {"en": 1})


def test_publishers_of_the_table_without_articles_come_last() -> None:
    assert [one.publisher.name for one in sources(HELD, LANGUAGES, NAMES, TABLE)] == ["RT", "", "Idle"]


def test_the_newest_articles_come_first_and_the_undated_last() -> None:
    assert newest_rows(HELD, NAMES, "RT", 10) == [0, 2, 3]
    assert newest_rows(HELD, NAMES, "RT", 2) == [0, 2]
    assert newest_rows(HELD, NAMES, "Nobody", 10) == []


KNOWN = tuple(
    Source(Publisher(name, domain))
    for name, domain in (
        ("", None),
        ("El País", "elpais.com"),
        ("El País (Uruguay)", "elpais.com.uy"),
        ("РИА Новости", "ria.ru"),
        ("ТАСС", "tass.ru"),
        ("TASS", "tass.com"),
        ("Página/12", "pagina12.com.ar"),
        ("Deutsche Welle", "dw.com"),
        ("The Guardian", "theguardian.com"),
        ("Медуза", "meduza.io"),
        ("BBC News Brasil", "bbc.com"),
    )
)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("el pais", "El País"),
        ("PÁGINA 12", "Página/12"),
        ("guardian", "The Guardian"),
        ("Guardian.", "The Guardian"),
        ("dw.com", "Deutsche Welle"),
        ("www.dw.com", "Deutsche Welle"),
        ("ria novosti", "РИА Новости"),
        ("meduza", "Медуза"),
        ("tass", "TASS"),
        ("тасс", "ТАСС"),
        ("bbc", "BBC News Brasil"),
        ("welle", "Deutsche Welle"),
    ],
)
def test_a_name_is_understood_without_case_accents_script_or_the_rest_of_it(name: str, meant: str) -> None:
    found = find_source(name, KNOWN)
    assert found.source is not None, found
    assert found.source.publisher.name == meant


def names(name: str) -> list[str]:
    """Return the names that are offered beside or instead of what was found."""
    return [one.publisher.name for one in find_source(name, KNOWN).others]


def test_an_exact_name_is_preferred_and_the_others_are_named() -> None:
    assert names("El País") == ["El País (Uruguay)"]
    assert names("tass") == ["ТАСС"]


def test_a_part_of_several_names_is_not_decided() -> None:
    found = find_source("as", KNOWN)
    assert found.source is None
    assert not found.alike
    assert {one.publisher.name for one in found.others} >= {"TASS", "BBC News Brasil"}


@pytest.mark.parametrize(("name", "like"), [("deutche wele", "Deutsche Welle"), ("Gaurdian", "The Guardian")])
def test_a_slip_is_met_with_names_like_it(name: str, like: str) -> None:
    found = find_source(name, KNOWN)
    assert found.source is None
    assert found.alike
    assert like in names(name)


@pytest.mark.parametrize("name", ["", "  ", "!!!", "qqqqqq", "х" * 200])
def test_a_name_like_no_other_finds_nobody(name: str) -> None:
    """Not even those whose publisher is not known."""
    assert find_source(name, KNOWN).source is None
    assert names(name) == []
