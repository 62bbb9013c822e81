"""What the words of a question are known to be before anything is searched: names by their capitals, words of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.model import Question

if TYPE_CHECKING:
    from bot.search.engine import Engine


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("What did Mourão say about the revolt", "en", {"mourao"}),
        ("what did mourao say about the revolt", "en", set()),
        ("Sanctions hit whom? Oil buyers", "en", set()),  # a capital begins a sentence
        ('He said: "Guri is burning". Who?', "en", set()),
        ("¿Qué contestó Carvajal desde la cárcel?", "es", {"carvajal"}),
        ("qu'a répondu l'ambassadeur d'Ortega aux sanctions", "fr", {"ortega"}),
        ("Что ответил Сечин на обвинения", "ru", {"сечин"}),
        ("What Did Guaidó Tell The Crowd Outside", "en", set()),  # a headline
    ],
)
def test_names_are_told_by_capitals_inside_sentences(engine: Engine, text: str, language: str, names: set[str]) -> None:
    with engine._lent() as snapshot:
        _, words = engine._words.understand(Question(text, language), snapshot)
    assert {word for word, capital in zip(words.words, words.capitalised, strict=True) if capital} == names


@pytest.mark.parametrize(
    ("text", "language", "translated"),
    [
        ("did the OAS meet in Moscow in April about Guaidó", "en", {"oas", "moscow", "april"}),
        ("la OTAN y Brasil en mayo", "es", {"otan", "brasil", "mayo"}),
        ("голосование ООН", "ru", {"оон"}),
    ],
)
def test_what_each_language_calls_otherwise_is_no_name(
    engine: Engine, text: str, language: str, translated: set[str]
) -> None:
    with engine._lent() as snapshot:
        _, words = engine._words.understand(Question(text, language), snapshot)
    assert {word for word, other in zip(words.words, words.translated, strict=True) if other} == translated
