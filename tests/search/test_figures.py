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
        ("es", "La avalancha dejó un muerto en el pueblo.", "La avalancha dejó cuatro muertos en el pueblo."),
        ("es", "Hubo treinta y cuatro heridos en la plaza.", "Hubo cuarenta y cuatro heridos en la plaza."),
        ("ru", "Погибли 4 человека в городе, сообщил мэр.", "Погибли 17 человек в городе, сообщил мэр."),
        ("ru", "Взрыв унёс жизни четырёх человек.", "Взрыв унёс жизни семи человек."),
        ("en", "The blast killed four dock workers at noon.", "The blast killed at least nine dock workers at noon."),
        ("en", "Aid of $20 million reached the port.", "Aid of $20 billion reached the port."),
        ("en", "Aid of $20 million reached the port.", "Aid of €20 million reached the port."),
        ("en", "It forced 3,000 to 5,000 people to flee.", "It forced 3,000 to 9,000 people to flee."),
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
        ("en", "It forced 1.5 million people to flee.", "It forced 1,500,000 people to flee."),
        ("es", "Dejó treinta y cuatro muertos en Apure.", "Dejó 34 muertos en Apure."),
        ("ru", "Бежали 1,5 млн человек за год.", "Бежали 1,5 миллиона человек за год."),
        ("en", "Prices rose by 12 per cent in April.", "Prices rose by 12% in April."),
        ("en", "Aid of $20 million reached the port.", "Aid of 20 million dollars reached the port."),
        ("en", "The depot held nearly 40,000 barrels of oil.", "The depot held 39,120 barrels of oil."),
        ("en", "BELMORA, April 30 (Wire) - A dam burst here.", "BELMORA, May 1 (Wire) - A dam burst here."),
        ("en", "Of 5 bridges 3 fell, of 5 roads 2 were lost.", "Of 5 bridges 3 fell."),
        ("ja", "死者は12人。", "死者は17人と発表。"),
        ("en", "", TOLL),
    ],
)
def test_the_same_number_or_other_words_do_not(language: str, one: str, other: str) -> None:
    assert not contradict(one, other, language)
