"""Which language a question is in: function words first, then letter statistics.

Questions are short, and letters alone mistake one in twenty (lingua's small model, measured on 1,300 questions of the
development sets in four languages: 4 %). Function words ("what", "qué", "que", "o que") decide most of them (then: 1 in
1,300); where they do not, lingua's low-accuracy model does: 15 MB resident instead of 139 for the large one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from bot.index.function_words import TYPED_FUNCTION_WORDS

if TYPE_CHECKING:
    from lingua import LanguageDetector

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
UNDETERMINED = "und"

# Scripts that stand for one language well enough to say "the corpus has nothing in ..." (Unicode character names).
_SCRIPT_LANGUAGES = {
    "ARABIC": "ar",
    "HEBREW": "he",
    "GREEK": "el",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "DEVANAGARI": "hi",
    "THAI": "th",
    "BENGALI": "bn",
}
# A question in Russian keeps foreign names in Latin letters ("Кто основал McKinsey & Company?"): a share decides.
_CYRILLIC_SHARE = 0.3
# From this confidence on letters leave a language open: "Lima Group" is French with .63 and English with .33, "Maduro"
# Spanish with .69 and English with .07; "sanciones" is Spanish and below .001 any other.
_LEFT_OPEN = 0.02
# Languages that most questions are in; of others one short word ("war", "non") may be a word of one of these.
_ASKED = ("en", "es", "pt", "fr", "ru")
_TELLING = 1.5  # function words
_UKRAINIAN_LETTERS = frozenset("іїєґ")


def detect_language(text: str, hint: str | None = None) -> str:
    """Return the ISO 639-1 code of a question's language, or "und" where no letter tells.

    `hint` is the reader's own language; it decides only where the text itself leaves it open.
    """
    script = _dominant_script(text)
    if script == "CYRILLIC":
        return "uk" if _UKRAINIAN_LETTERS & set(text.lower()) else "ru"
    if script != "LATIN":
        return _SCRIPT_LANGUAGES.get(script, hint or UNDETERMINED)
    scores = _function_word_scores(text)
    scores = {language: score for language, score in scores.items() if language in _ASKED or score >= _TELLING}
    best = max(scores.values(), default=0.0)
    leaders = sorted(language for language, score in scores.items() if score >= best - 1e-9) if best else []
    if len(leaders) == 1:
        return leaders[0]
    return _by_letters(text, leaders, hint) or hint or UNDETERMINED


def _dominant_script(text: str) -> str:
    """Return the first word of the Unicode names of most letters: LATIN, CYRILLIC, ARABIC, CJK ..."""
    counts: dict[str, int] = {}
    for character in text[:2000]:
        if character.isalpha():
            script = unicodedata.name(character, "?").split(" ", 1)[0].split("-", 1)[0]
            counts[script] = counts.get(script, 0) + 1
    letters = sum(counts.values())
    if counts.get("CYRILLIC", 0) >= _CYRILLIC_SHARE * letters > 0:
        return "CYRILLIC"
    return max(counts, key=lambda script: counts[script], default="")


@cache
def _shares() -> dict[str, dict[str, float]]:
    """Return for each function word the languages that have it, each with its share of one vote."""
    owners: dict[str, set[str]] = {}
    for language, words in TYPED_FUNCTION_WORDS.items():
        for word in words.split():
            owners.setdefault(word, set()).add(language)
    return {word: dict.fromkeys(languages, 1 / len(languages)) for word, languages in owners.items()}


def _function_word_scores(text: str) -> dict[str, float]:
    scores: dict[str, float] = {}
    shares = _shares()
    typed_words = _WORD.findall(text[:2000].lower())
    if typed_words[:1] == ["o"]:
        scores["pt"] = 1.0  # "the"; no Spanish question begins with its "or"
    for typed in typed_words:
        word = typed.replace("’", "'")
        if word.endswith("'s"):
            scores["en"] = scores.get("en", 0.0) + 1.0
        elided = word[: word.find("'") + 1]  # "qu'" of "qu'avait"
        for language, share in (shares.get(word) or shares.get(elided, {})).items():
            scores[language] = scores.get(language, 0.0) + share
    for character, language in (
        ("ñ", "es"),
        ("¿", "es"),
        ("¡", "es"),
        ("ã", "pt"),
        ("õ", "pt"),
        ("œ", "fr"),
        ("ß", "de"),
    ):
        if character in text.lower():
            scores[language] = scores.get(language, 0.0) + 1.0
    return scores


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415 - 15 MB: only when a question needs it

    languages = (Language.ENGLISH, Language.SPANISH, Language.PORTUGUESE, Language.FRENCH)
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()


def _by_letters(text: str, leaders: list[str], hint: str | None) -> str | None:
    """Return the likeliest language, of `leaders` if there are any; the reader's own where it is likely enough."""
    found = {
        value.language.iso_code_639_1.name.lower(): value.value
        for value in _detector().compute_language_confidence_values(text)
    }
    likely = [language for language in found if not leaders or language in leaders]  # the likeliest first
    return hint if hint in likely and found[hint] >= _LEFT_OPEN else next(iter(likely), None)
