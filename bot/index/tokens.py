"""Texts into the tokens that words are indexed and matched by.

Two views of a word. The *stem* is what BM25 of one language needs (NFKC, lower case, Latin accents folded before the
Snowball stemmer, Cyrillic marks kept but "ё" folded to "е"). The *key* is what names and cognates share between
languages and scripts: transliterated to Latin letters and reduced to how it roughly sounds ("Мадуро", "Maduro" ->
"madur"; "Чавес", "Chávez" -> "Caves"), so that a Russian question finds a name in a Spanish passage.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import Stemmer

# Thousands may be separated by one space, as Russian and French do; `fold` makes every kind of space a plain one.
_TOKEN = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_STEMMERS = {
    "en": "english",
    "es": "spanish",
    "ru": "russian",
    "pt": "portuguese",
    "fr": "french",
    "de": "german",
    "it": "italian",
}
# French, Italian and Catalan words that lose their last letter before a vowel.
_ELIDED = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|all|dall|dell|nell|sull|un)'(?=\w)")
_LATIN_MARKS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
# Russian letters as newspapers in Latin letters spell them in names.
_TRANSLITERATION = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k",
        "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
        "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
        "і": "i", "ї": "i", "є": "e", "ґ": "g",
    }
)  # fmt: skip
# Latin spellings of one sound, applied in this order; capitals stand for sounds that no single letter writes.
_SOUNDS = (
    ("shch", "S"), ("tch", "C"), ("sch", "S"), ("ch", "C"), ("sh", "S"), ("dzh", "Z"), ("zh", "Z"), ("kh", "h"),
    ("ph", "f"), ("th", "t"), ("gue", "ge"), ("gui", "gi"), ("qu", "k"), ("ck", "k"), ("j", "h"), ("ya", "ia"),
    ("yu", "iu"), ("y", "i"), ("w", "v"), ("z", "s"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("c", "k"),
    ("ou", "u"), ("h", ""),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
# Letters of a key: names inflect at the end ("Лавровым") and cognates differ there ("sanciones", "sanções").
_KEY_LENGTH = 5
# Letters of a word that may have a key: shorter ones are function words, and their keys collide between languages.
_SHORTEST_KEYED_WORD = 4
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?:\D|$))")


def fold(text: str) -> str:
    """Return a text lower-cased (NFKC), without the accents of Latin letters and with "ё" as "е"."""
    return text.lower() if text.isascii() else _without_accents(_lowered(text))


def words(text: str) -> list[str]:
    """Return the folded words and numbers of a text, in order."""
    return _tokens(fold(text))


def spelt(text: str) -> list[tuple[str, str]]:
    """Return what `words` does, each with its spelling, which has the accents: models know "eleições", not "eleicoes".

    Where marks that no letter carries cut words otherwise, the spellings are the folded words.
    """
    folded = words(text)
    if text.isascii():
        return list(zip(folded, folded, strict=True))
    written = _tokens(_lowered(text))
    is_same = [_without_accents(word) for word in written] == folded
    return list(zip(folded, written if is_same else folded, strict=True))


def _lowered(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).lower().replace("ё", "е"))


def _without_accents(lowered: str) -> str:
    if lowered.isascii():
        return lowered
    return unicodedata.normalize("NFC", _LATIN_MARKS.sub("", unicodedata.normalize("NFD", lowered)))


def _tokens(lowered: str) -> list[str]:
    return [token.replace("’", "'").replace(" ", "") for token in _TOKEN.findall(lowered)]


def bare(word: str) -> str:
    """Return a folded word without what an apostrophe joins to it: "d'ortega", "cuba's"."""
    return _ELIDED.sub("", word).removesuffix("'s") or word


def stem(word: str, language: str) -> str:
    """Return the Snowball stem of a folded word; numbers and words of other languages stay as they are.

    Portuguese plurals in "-ões" are made singular first: folded, Snowball no longer knows them.
    """
    stemmer = _stemmer(language)
    if language == "pt" and word.endswith("oes"):
        word = f"{word[:-3]}ao"
    return word if stemmer is None or word[0].isdigit() else str(stemmer.stemWord(word))


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    import Stemmer  # noqa: PLC0415 - a C extension, needed by the first text only

    return Stemmer.Stemmer(_STEMMERS[language]) if language in _STEMMERS else None


def stems(text: str, language: str) -> list[str]:
    """Return the stems of a text's words, each prefixed with the language: equal only within one language."""
    return [f"{language}:{stem(word, language)}" for word in words(text)]


def keys(text: str, language: str) -> list[str]:
    """Return the keys of a text's longer words and of its numbers, in order."""
    spoken = map(bare, words(text))
    return [key(word, language) for word in spoken if word[0].isdigit() or len(word) >= _SHORTEST_KEYED_WORD]


@lru_cache(maxsize=100_000)
def key(word: str, language: str) -> str:
    """Return what a folded word shares with its spellings elsewhere; numbers lose their thousands separators."""
    if word[0].isdigit():
        return _THOUSANDS.sub("", word).replace(",", ".")
    sound = (_russian_stem(word) if language == "ru" else word).translate(_TRANSLITERATION)
    for spelling, letter in _SOUNDS:
        sound = sound.replace(spelling, letter)
    return _DOUBLED.sub(r"\1", sound)[:_KEY_LENGTH]


def _russian_stem(word: str) -> str:
    """Return the stem, with the "ов" or "ев" that Snowball takes from surnames ("Лавров", but not "Лавровым")."""
    found = stem(word, "ru")
    return word if word in {f"{found}ов", f"{found}ев"} else found
