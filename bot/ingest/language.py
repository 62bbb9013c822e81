"""Which language an article is in, where its front matter does not say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

UNDETERMINED = "und"
_ENOUGH = 5000  # characters that settle the language of an article; more only cost time
# The corpus's five languages and those that are most easily taken for them.
_CANDIDATES = ("EN", "ES", "RU", "PT", "FR", "IT", "DE", "UK", "CA", "BG")


def detect_article_language(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, or "und" where it has no words."""
    language = _detector().detect_language_of(text[:_ENOUGH])
    return language.iso_code_639_1.name.lower() if language else UNDETERMINED


@cache
def _detector() -> LanguageDetector:
    from lingua import IsoCode639_1, LanguageDetectorBuilder  # noqa: PLC0415 - loads 100 MB: for builds only

    codes = [getattr(IsoCode639_1, code) for code in _CANDIDATES]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()
