"""The language of an article that does not say it."""

from __future__ import annotations

import pytest

from bot.ingest.language import UNDETERMINED, detect_article_language
from tests.corpora import ARTICLES, REAL_CORPUS
from tests.quality.languages import Errors, texts_of


@pytest.mark.parametrize("name", ARTICLES)
def test_every_article_is_in_the_language_of_its_folder(name: str) -> None:
    assert detect_article_language(ARTICLES[name][1]) == name.split("/", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Президент заявив, що рятувальники ще шукають зниклих безвісти під завалами греблі.", "uk"),
        ("Президентът обяви тридневен траур, а спасителите още търсят изчезналите хора.", "bg"),
        ("Il governo ha dichiarato tre giorni di lutto nazionale dopo il crollo della diga.", "it"),
        ("Die Regierung hat nach dem Bruch der Talsperre drei Tage Trauer angeordnet.", "de"),
        ("El govern ha decretat tres dies de dol després que s'hagi trencat la presa de la vall.", "ca"),
    ],
)
def test_neighbours_are_told_apart(text: str, language: str) -> None:
    assert detect_article_language(text) == language


@pytest.mark.parametrize("text", ["", "12 345", "😀😀😀", "--- !!! ---"])
def test_without_words_the_language_is_undetermined(text: str) -> None:
    assert detect_article_language(text) == UNDETERMINED


def test_only_the_beginning_of_a_very_long_article_is_read() -> None:
    english = "The dam burst in the morning and the river carried the bridges away. "
    assert detect_article_language(english * 100 + "Прорыв плотины " * 100_000) == "en"


def test_at_most_one_passage_of_our_corpus_in_a_hundred_is_taken_for_another_language() -> None:
    """The floor of docs/reading.md; passages of five words or more, each told by itself."""
    total = Errors()
    for unit, language, text in texts_of(REAL_CORPUS):
        if unit == "passages":
            total.add(unit, language, text)
    assert {language for _, language in total.told} == {"en", "es", "ru", "pt", "fr"}
    assert total.told.total() > 400
    assert total.share("passages") <= 0.01, total.failures
