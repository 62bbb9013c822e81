"""Tokens: one name is one key in every script, and nothing that tells words apart is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.index.terms import content_words
from bot.index.tokens import bare, fold, key, keys, spelt, stem, stems, words


@pytest.mark.parametrize(
    ("russian", "others"),
    [
        ("Мадуро", ["Maduro"]),
        ("Чавес", ["Chávez", "Chavez"]),
        ("Каракас", ["Caracas"]),
        ("Боливар", ["Bolívar", "Bolivar"]),
        ("Кукута", ["Cúcuta"]),
        ("Венесуэла", ["Venezuela"]),
        ("Лавров", ["Lavrov"]),
    ],
)
def test_a_name_has_one_key_in_both_scripts(russian: str, others: list[str]) -> None:
    wanted = set(keys(russian, "ru"))
    for other in others:
        assert set(keys(other, "es")) == wanted


@pytest.mark.parametrize(("one", "other"), [("Лавровым", "Лавров"), ("Мадуро", "Мадуро"), ("Каракасе", "Каракас")])
def test_an_inflected_russian_name_keeps_its_key(one: str, other: str) -> None:
    assert keys(one, "ru") == keys(other, "ru")


def test_different_names_have_different_keys() -> None:
    names = ["Maduro", "Guaidó", "Trump", "Bolton", "Pompeo", "Lavrov", "Cabello", "Padrino", "Caracas", "Cúcuta"]
    assert len({keys(name, "es")[0] for name in names}) == len(names)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Guaidó AÑO ÇÀ œuvre", "guaido ano ca œuvre"),
        ("Ёлка й Й Ї", "елка й й ї"),
        ("ﬁnal ２０１９ Ⅳ", "final 2019 iv"),
        ("İstanbul", "istanbul"),
        ("ГУАЙДО́", "гуайдо\u0301"),
    ],
)
def test_latin_accents_go_and_cyrillic_letters_stay(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_letter_short_i_is_not_taken_apart() -> None:
    assert words("Гуайдо май") == ["гуайдо", "май"]
    assert "йо" not in fold("ио")


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing_more_for_words(text: str) -> None:
    """Words come out the same however often a text was folded."""
    assert words(fold(text)) == words(text)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("40,000", "40000"),
        ("40.000", "40000"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("3.5", "3.5"),
        ("3,5", "3.5"),
        ("2019", "2019"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
    ],
)
def test_a_number_is_one_number_however_its_thousands_are_separated(written: str, wanted: str) -> None:
    assert keys(written, "en") == [wanted]


@pytest.mark.parametrize("written", ["40\u00a0000", "40 000", "40\u202f000"])
def test_thousands_separated_by_a_space_are_one_number(written: str) -> None:
    """As Russian and French newspapers write them."""
    assert keys(f"по {written} крон", "ru")[0] == "40000"


@pytest.mark.parametrize("written", ["в 2019 500 человек", "1 000", "12 de 2019"])
def test_years_and_counts_side_by_side_stay_apart(written: str) -> None:
    assert ("2019500" in keys(written, "ru")) is False


def test_short_words_have_no_key_and_numbers_always_have_one() -> None:
    assert keys("the PDV of 7 dams", "en") == ["7", key("dams", "en")]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "sanctions", "sanction"),
        ("es", "sanciones", "sanción"),
        ("ru", "санкций", "санкции"),
        ("pt", "sanções", "sanção"),
        ("fr", "nationales", "nationale"),
    ],
)
def test_forms_of_a_word_share_a_stem_with_or_without_accents(language: str, one: str, other: str) -> None:
    assert stems(one, language) == stems(other, language)
    assert stems(fold(one), language) == stems(one, language)


def test_stems_are_equal_within_one_language_only() -> None:
    assert not set(stems("national", "en")) & set(stems("national", "fr"))


def test_a_language_without_a_stemmer_keeps_its_words() -> None:
    assert stem("вода", "uk") == "вода"
    assert stems("Вода", "und") == ["und:вода"]


@settings(deadline=None)
@given(st.text(), st.sampled_from(["en", "es", "ru", "pt", "fr", "uk", "und"]))
def test_no_token_is_empty_or_holds_white_space(text: str, language: str) -> None:
    """The word index separates tokens by white space."""
    for token in (*stems(text, language), *keys(text, language)):
        assert token
        assert len(token.split()) == 1


@settings(deadline=None)
@given(st.text(), st.sampled_from(["en", "ru"]))
def test_upper_case_changes_no_ascii_or_cyrillic_word(text: str, language: str) -> None:
    plain = "".join(c for c in text if c.isascii() or "а" <= c <= "я")
    assert keys(plain.upper(), language) == keys(plain.lower(), language)


@pytest.mark.parametrize(
    ("word", "alone"),
    [
        ("d'ortega", "ortega"),
        ("l'ambassadeur", "ambassadeur"),
        ("jusqu'au", "au"),
        ("maduro's", "maduro"),
        ("o'brien", "o'brien"),
        ("didn't", "didn't"),
        ("'s", "'s"),
    ],
)
def test_what_an_apostrophe_joins_is_no_part_of_a_word(word: str, alone: str) -> None:
    assert bare(word) == alone


def test_gold_is_a_french_word_behind_its_article_only() -> None:
    """By itself it is the conjunction, which says nothing."""
    assert content_words("où est l’or ? le prix d'or", "fr") == {"or": "or", "prix": "prix"}
    assert content_words("Or, le prix monte", "fr") == {"prix": "prix", "monte": "monte"}
    assert content_words("l'or", "en") == {}


def test_a_name_is_the_same_behind_an_elided_article() -> None:
    """As a French article writes it, and a Russian question."""
    assert keys("l'appel d'Ortega", "fr")[-1] == keys("Ортега", "ru")[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Las ELECCIONES, el apagón",
            [("las", "las"), ("elecciones", "elecciones"), ("el", "el"), ("apagon", "apagón")],
        ),
        ("d’Élections", [("d'elections", "d'élections")]),
        ("учёный", [("ученый", "ученый")]),
        ("1 000 votes", [("1000", "1000"), ("votes", "votes")]),
    ],
)
def test_a_word_is_spelt_with_its_accents(text: str, wanted: list[tuple[str, str]]) -> None:
    assert spelt(text) == wanted


@given(st.text(max_size=60))
def test_spellings_are_those_of_the_words(text: str) -> None:
    assert [folded for folded, _ in spelt(text)] == words(text)
    assert all(fold(written) == folded for folded, written in spelt(text))
