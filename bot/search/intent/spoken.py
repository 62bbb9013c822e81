"""Which language a message that is no question is in: greetings are too short for function words and letters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.index.function_words import function_words
from bot.index.tokens import words
from bot.search.intent.talk import unstretched
from bot.search.intent.talk_words import TALK_WORDS
from bot.search.language import detect_language

if TYPE_CHECKING:
    from collections.abc import Iterable


def spoken_language(text: str, reader: str) -> str:
    """Return in which of the interface's languages a message is, `reader` being the reader's own.

    The language that knows most of its words; the reader's, where that knows as many, and where no word is known. Of
    779 greetings, thanks and orders in five languages, each sent by readers of each of them, 96 % are right, 3 % taken
    for the reader's own ("test", "lol") and 1 % wrong; by function words and letters alone it is 90, 5 and 5 %.
    """
    letters = detect_language(text, reader)
    if letters in ("ru", "uk"):  # told by the script
        return "ru"
    said = [unstretched(word) for word in words(text)]
    known = {language: sum(word in _words(language) for word in said) for language in TALK_WORDS}
    most = max(known.values())
    likeliest = [language for language, count in known.items() if count == most]
    return next((language for language in _preferred(reader, letters, most) if language in likeliest), likeliest[0])


def _preferred(reader: str, letters: str, known: int) -> Iterable[str]:
    """Return which languages decide where several know as many words, the first first."""
    return (reader, letters) if known else (letters, reader)


@cache
def _words(language: str) -> frozenset[str]:
    own = TALK_WORDS[language]
    return own.telling | own.you | own.oneself | own.feelings | own.plain | function_words(language)
