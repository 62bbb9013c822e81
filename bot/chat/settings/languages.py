"""Names of languages as people write and read them; from CLDR, through Babel."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from babel import Locale

from bot.chat.i18n import LANGUAGES

_CODE = re.compile(r"[a-z]{2,3}")


def fold(text: str) -> str:
    """Return a text as it is compared: without accents, case and doubled spaces, with plain apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    plain = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    return " ".join(plain.casefold().split())


def name(code: str, ui_language: str) -> str:
    """Return a language's name by itself, in the language of the interface; an unknown code stays a code."""
    return str(Locale.parse(ui_language).languages.get(code, code))


def own_name(code: str) -> str:
    """Return a language's name in that language: what its speakers look for."""
    return name(code, code)


def code_named(text: str) -> str | None:
    """Return the code of a language given by its code or by its name in any of the interface's languages."""
    return _codes().get(fold(text))


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for language in LANGUAGES:
        for code, named in Locale.parse(language).languages.items():
            if _CODE.fullmatch(code):
                codes.setdefault(fold(str(named)), code)
    return {**codes, **{code: code for code in codes.values()}}
