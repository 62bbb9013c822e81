"""International bodies are found by abbreviation and name, in each language's own way."""

from __future__ import annotations

import pytest

from bot.index.bodies import bodies_in, bodies_named
from bot.index.body_names import BODIES, BODY_NAMES, LANGUAGES, PART_OF
from bot.index.countries import CODES, countries_in
from bot.index.tokens import bare, words

NAMED = (
    ("en", "What did the U.N. envoys and the EU tell NATO?", "UN EU NATO"),
    ("en", "The United Nations Security Council met", "UN UNSC"),
    ("es", "la ONU, la UE y la OEA", "UN EU OAS"),
    ("es", "El Grupo de Lima y la Cruz Roja", "LIMA ICRC"),
    ("ru", "в Совете Безопасности ООН и в Евросоюзе", "UN UNSC EU"),
    ("ru", "Организации Объединённых Наций и Красному Кресту", "UN ICRC"),
    ("pt", "as Nações Unidas, o Mercosul e a União Europeia", "UN MERCOSUR EU"),
    ("fr", "l’ONU, l'Union européenne et la Croix-Rouge", "UN EU ICRC"),
    ("de", "the IMF", "IMF"),
)
NOT_NAMED = (
    ("pt", "eu sei que ele foi"),
    ("fr", "un pays et un peuple"),
    ("es", "un oso"),
    ("en", "the union of nations at the bank of the world"),
    ("ru", "есть у них"),
)


def spoken(text: str) -> list[str]:
    """Return a text's bare words."""
    return [bare(word) for word in words(text)]


@pytest.mark.parametrize(("language", "text", "wanted"), NAMED)
def test_bodies_are_found_by_name_and_abbreviation_in_any_case(language: str, text: str, wanted: str) -> None:
    assert bodies_in(spoken(text), language) == set(wanted.split())


@pytest.mark.parametrize(("language", "text"), NOT_NAMED)
def test_common_words_are_no_bodies(language: str, text: str) -> None:
    assert bodies_in(spoken(text), language) == set()


@pytest.mark.parametrize(("topic", "code"), [("UN", "UN"), ("UE", "EU"), ("мвф", "IMF"), ("MERCOSUL", "MERCOSUR")])
def test_an_abbreviation_that_stands_alone_may_be_of_any_language(topic: str, code: str) -> None:
    """Its language can't be told, and is taken for French here."""
    assert code in bodies_in(spoken(topic), "fr")


def test_each_body_is_found_by_each_of_its_names() -> None:
    missed = [
        (code, language, name.strip())
        for code, names in BODY_NAMES.items()
        for language, of_language in zip(LANGUAGES, names, strict=True)
        for name in of_language.split(",")
        if code not in bodies_in(spoken(f"1 {name} 2"), language)
    ]
    assert not missed


def test_the_longest_name_is_taken_where_several_begin() -> None:
    first, *others = bodies_named(spoken("el consejo de seguridad de la onu"), "es")
    assert (first.code, first.first, first.words) == ("UNSC", 1, 3)
    assert [named.code for named in others] == ["UN"]
    assert [named.code for named in bodies_named(spoken("un security council"), "en")] == ["UNSC"]


def test_a_body_has_a_bit_of_its_own_beside_the_countries() -> None:
    assert len(set(CODES)) == len(CODES)
    assert set(PART_OF) | set(PART_OF.values()) <= set(BODIES)
    assert countries_in("Russia and the UN", "en", metonyms=False) == {"RU", "UN"}
