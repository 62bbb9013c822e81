"""Countries are found by all their names, in any case and of any people, and by nothing that only looks like one."""

from __future__ import annotations

import re

import numpy as np
import pytest
from babel import Locale

from bot.index.countries import COUNTRY_BYTES, countries_in, country_bits, names_country
from bot.index.country_names import COMMON_WORDS, COUNTRIES
from bot.index.tokens import fold

NAMED = (
    ("en", "Russian troops and Cuban doctors; the British and the Dutch disagree", "RU CU GB NL"),
    ("en", "Venezuela's neighbours, Turkish envoys, the Swiss and two Iranians", "VE TR CH IR"),
    ("en", "U.S. officials and the US Treasury", "US"),
    ("en", "South Africa, New Zealand and North Korea", "ZA NZ KP"),
    ("es", "los estadounidenses, los rusos y los chinos", "US RU CN"),
    ("es", "EEUU", "US"),
    ("es", "EE. UU.", "US"),
    ("es", "en el Reino Unido, en Nueva Zelanda y en Arabia Saudita", "GB NZ SA"),
    ("es", "brasileños, una peruana, el gobierno colombiano y los nicaragüenses", "BR PE CO NI"),
    ("ru", "российские военные и кубинских врачей", "RU CU"),
    ("ru", "китайцы, поляки, чехи, турки и белорусов", "CN PL CZ TR BY"),
    ("ru", "в Соединённых Штатах, Саудовской Аравии и Новой Зеландии", "US SA NZ"),
    ("ru", "уругвайского посла, чилийцев, из Боливии в Перу и на Гаити", "UY CL BO PE HT"),
    ("ru", "в Нигерии", "NG"),
    ("ru", "в Нигере", "NE"),
    ("pt", "os russos, chineses, cubanos e norte-americanos", "RU CN CU US"),
    ("pt", "o Irã", "IR"),
    ("pt", "brasileiros, paraguaios e o canadense", "BR PY CA"),
    ("fr", "les Russes, les Américains et les Vénézuéliens", "RU US VE"),
    ("fr", "d'Iran aux États-Unis, l'Italie, la Suède et le Saint-Siège", "IR US IT SE VA"),
    ("de", "in Südafrika und Norwegen", "ZA NO"),
    ("xx", "in Uganda", "UG"),
)
NOT_NAMED = (
    ("en", "tell us about the Holy Roman Empire, Pope Francis and George"),
    ("en", "fines for utility poles"),
    ("es", "el conflicto bélico, un cubo, la zona franca y los cheques"),
    ("es", "pero irá"),
    ("pt", "ele irá"),
    ("pt", "os servos"),
    ("fr", "François, un malaise, des cubes"),
    ("ru", "того самое маленький данные даны чехол"),
)


@pytest.mark.parametrize(("language", "text", "wanted"), NAMED)
def test_names_peoples_and_cases_are_found(language: str, text: str, wanted: str) -> None:
    assert countries_in(text, language, metonyms=False) == set(wanted.split())


@pytest.mark.parametrize(("language", "text"), NOT_NAMED)
def test_common_words_and_first_names_are_no_countries(language: str, text: str) -> None:
    assert countries_in(text, language, metonyms=False) == set()


@pytest.mark.parametrize("language", ["en", "es", "ru", "pt", "fr", "de", "it", "uk", "tr"])
def test_every_country_is_found_by_its_own_name(language: str) -> None:
    """All that the CLDR calls them, but for names that are common words or, without its diacritic, another's."""
    territories = Locale.parse(language).territories
    missed = {
        name
        for code in COUNTRIES
        for name in (re.sub(r"\s*\(.*\)", "", territories[code]),)
        if code not in countries_in(name, language) and fold(name) not in COMMON_WORDS.get(language, ())
    }
    assert missed == set()


def test_a_capital_stands_for_its_government_in_what_is_told() -> None:
    assert countries_in("Moscow answered Washington", "en") == {"RU", "US"}
    assert countries_in("Moscow answered Washington", "en", metonyms=False) == set()


def test_a_word_that_names_a_country_is_known() -> None:
    assert names_country("москве", "ru")
    assert names_country("cubano", "es")
    assert not names_country("guaido", "es")


def test_a_set_of_countries_is_kept_as_bits() -> None:
    """The bit of a country is its place in the list."""
    bits = country_bits(frozenset({"AD", "ZW"}))
    assert bits.shape == (COUNTRY_BYTES,)
    assert np.flatnonzero(np.unpackbits(bits)).tolist() == [0, len(COUNTRIES) - 1]
    assert len(COUNTRIES) <= 8 * COUNTRY_BYTES
    assert not country_bits(frozenset()).any()
