"""Figures: the same sentence with another number is a contradiction, another sentence is none."""

from __future__ import annotations

import pytest

from bot.search.figures import contradict

TOLL = "The ministry said that 12 people died in the lower town and 300 families fled."


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", TOLL, TOLL.replace("12", "17")),
        ("en", "Rescuers found two people alive below the dam.", "Rescuers found three people alive below the dam."),
        ("es", "El gobierno cifra en 1.200 los evacuados.", "El gobierno cifra en 900 los evacuados."),
        ("ru", "Погибли четыре человека, сообщил мэр.", "Погибли три человека, сообщил мэр."),
        ("pt", "A obra custou 3,5 milhões de reais.", "A obra custou 5 milhões de reais."),
        ("fr", "Le maire parle de 40 blessés dans la vallée.", "Le maire parle de 14 blessés dans la vallée."),
    ],
)
def test_the_same_words_around_another_number_contradict(language: str, one: str, other: str) -> None:
    assert contradict(one, other, language)
    assert contradict(other, one, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", TOLL, TOLL),
        ("en", TOLL, f"By our correspondent. {TOLL} More rain is expected on 5 May."),
        ("en", TOLL, "In the lower town 17 people were found dead."),
        ("en", "The dam held 1,200 tonnes of mud.", "The dam held 1200 tonnes of mud."),
        ("en", "Rescuers found two people alive.", "Rescuers found 2 people alive."),
        ("en", "Of 5 bridges 3 fell, of 5 roads 2 were lost.", "Of 5 bridges 3 fell."),
        ("ja", "死者は12人。", "死者は17人と発表。"),
        ("en", "", TOLL),
    ],
)
def test_the_same_number_or_other_words_do_not(language: str, one: str, other: str) -> None:
    assert not contradict(one, other, language)
