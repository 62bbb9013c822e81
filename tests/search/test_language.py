"""The language of a question: short, with or without accents, with foreign names in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.search.language import UNDETERMINED, detect_language

QUESTIONS = {
    "en": [
        "How many people died when the dam burst?",
        "who resigned",
        "When did the schools open again?",
        "what did Ana Velasco say about the cracks",
        "Is there cholera in Belmora?",
        "latest news from the valley",
        "Why did the engineers go on trial?",
    ],
    "es": [
        "¿Cuántas personas murieron?",
        "quien dimitio",
        "¿Cuándo reabrieron las escuelas?",
        "que dijo el obispo sobre la presa",
        "¿Hay cólera en Belmora?",
        "ultimas noticias del valle",
        "¿Por qué juzgan a los ingenieros?",
    ],
    "ru": [
        "Сколько человек погибло?",
        "кто подал в отставку",
        "Когда снова открылись школы?",
        "что сказала Ana Velasco о трещинах",
        "Есть ли холера в Belmora?",
        "последние новости из долины",
        "За что судят инженеров?",
    ],
    "pt": [
        "Quantas pessoas morreram?",
        "quem pediu demissão",
        "Quando as escolas reabriram?",
        "o que disse o prefeito sobre a barragem",
        "Há cólera em Belmora?",
        "últimas notícias do vale",
        "Por que os engenheiros estão sendo julgados?",
    ],
    "fr": [
        "Combien de personnes sont mortes ?",
        "qui a démissionné",
        "Quand les écoles ont-elles rouvert ?",
        "qu'a dit le ministre sur le barrage",
        "Y a-t-il le choléra à Belmora ?",
        "dernières nouvelles de la vallée",
        "Pourquoi juge-t-on les ingénieurs ?",
    ],
    "uk": ["Скільки людей загинуло під час прориву греблі?", "Чому їх судять?"],
    "de": ["Wie viele Menschen sind gestorben?", "Was ist mit dem Staudamm?"],
    "it": ["Quante persone sono morte per il crollo della diga?", "Perché gli ingegneri sono a processo?"],
    "ar": ["كم شخصا مات عندما انهار السد؟"],
    "zh": ["大坝倒塌造成多少人死亡"],
    "ja": ["なぜダムはこわれたのですか"],
    "ko": ["댐이 무너졌을 때 몇 명이 죽었나요?"],
    "el": ["Πόσοι άνθρωποι πέθαναν;"],
    "he": ["כמה אנשים מתו?"],
    "ka": ["რამდენი ადამიანი დაიღუპა?"],
}


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in QUESTIONS.items() for text in texts]
)
def test_a_question_is_in_its_language(language: str, text: str) -> None:
    assert detect_language(text) == language
    assert detect_language(text.lower(), "de") == language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "à qui appartient le pont"),
        ("fr", "qu'a répondu le gouvernement à la lettre"),
        ("fr", "qui a frappé à mort l’étudiant"),
        ("fr", "hauteur d'eau à la digue"),
        ("en", "the mayor’s son"),
        ("en", "yearly cost of Piñera's social package"),
        ("pt", "o tribunal provou que o prefeito mandou abrir a barragem?"),
        ("pt", "que tipo de míssil usou contra o avião"),
    ],
)
def test_words_that_lean_on_others_tell(language: str, text: str) -> None:
    """What French leaves out before a vowel, its "à", and the article that a Portuguese question begins with."""
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", "2019", "😀", "?!", "\u202e", "12:30 -- 7%"])
def test_without_letters_the_readers_own_language_decides(text: str) -> None:
    assert detect_language(text) == UNDETERMINED
    assert detect_language(text, "fr") == "fr"


@settings(deadline=None)
@given(st.text())
def test_any_text_has_some_language(text: str) -> None:
    found = detect_language(text)
    assert found == UNDETERMINED or (len(found) == 2 and found.islower())


def test_a_very_long_text_is_judged_by_its_beginning() -> None:
    assert detect_language("Who opened the sluice gate? " * 80 + "вода " * 100_000) == "en"


def test_what_letters_leave_open_is_in_the_readers_language() -> None:
    """Names and words that several languages share; not what is clearly of one."""
    assert [detect_language("Lima Group", hint) for hint in (None, "en", "fr")] == ["fr", "en", "fr"]
    assert [detect_language("Maduro", hint) for hint in (None, "en", "pt")] == ["es", "en", "pt"]
    assert detect_language("sanciones", "en") == "es"


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [("Non-Aligned Movement meeting", "en", "en"), ("Wer ist Juan Guaidó?", "en", "de"), ("chi è Guaidó", "en", "it")],
)
def test_one_short_foreign_word_makes_no_foreign_question(text: str, hint: str, language: str) -> None:
    assert detect_language(text, hint) == language
