"""Counted: what the numbers of a sentence count."""

from __future__ import annotations

import pytest

from bot.search.counted import counts_in, matter, things_asked


def _counted(sentence: str, language: str) -> list[tuple[int, str]]:
    return [(int(count.figure.value), count.thing) for count in counts_in(sentence, language)]


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("At least four dock workers died.", "en"),
        ("A blast killed four people.", "en"),
        ("La explosión dejó 4 muertos.", "es"),
        ("При взрыве погибли четыре человека.", "ru"),
        ("A explosão matou quatro pessoas.", "pt"),
        ("Le bilan est de quatre morts.", "fr"),
    ],
)
def test_the_dead_are_one_thing_in_every_language(sentence: str, language: str) -> None:
    assert _counted(sentence, language) == [(4, "dead")]


def test_each_number_counts_what_is_nearest_to_it() -> None:
    assert _counted("It killed 4 dock workers and injured 13 others.", "en") == [(4, "dead"), (13, "hurt")]
    assert _counted("Two people died and about 300 were hurt.", "en") == [(2, "dead"), (300, "hurt")]
    assert _counted("On compte 4 morts et 64 blessés.", "fr") == [(4, "dead"), (64, "hurt")]


def test_words_of_another_clause_say_nothing_of_a_number() -> None:
    assert _counted("Там были четверо, ранения получили 300 человек.", "ru") == [(4, ""), (300, "hurt")]
    assert _counted("Anverra (88 votos) y Belmora (61) ganaron.", "es") == [(88, "votes"), (61, "")]


def test_of_all_else_the_noun_tells_and_people_are_no_noun() -> None:
    english, french = _counted("Some 40,000 refugees left.", "en"), _counted("40 000 réfugiés sont partis.", "fr")
    assert english == french
    assert english[0][1]
    assert _counted("Some 40,000 people left.", "en") == [(40000, "")]


@pytest.mark.parametrize(
    ("question", "language", "things"),
    [
        ("How many votes did Belmora get in two years?", "en", {"votes"}),
        ("Сколько человек погибло 30 апреля 2019 года?", "ru", {"dead"}),
        ("How many refugees are there?", "en", {"refug"}),
    ],
)
def test_a_question_asks_for_the_first_thing_that_it_names_or_for_its_noun(
    question: str, language: str, things: set[str]
) -> None:
    assert things_asked(question, language) == things


def test_neither_numbers_nor_what_they_count_are_the_matter_of_a_sentence() -> None:
    assert matter("Four million people and 17 dead years in Belmora", "en") == {"belmo"}
    assert matter("", "en") == frozenset()
