"""Code whose work is kept in snapshots can't change what it makes without raising its revision.

When one of these tests fails, the code makes something else than it did: raise the number in `bot/index/revisions.py`
and record the digest that the test shows. Snapshots of the older revision are then refused, and built again.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

import pytest
from babel import Locale

from bot.index.body_names import BODY_NAMES, LANGUAGES
from bot.index.countries import countries_in
from bot.index.revisions import REVISIONS
from bot.index.terms import content_words
from bot.index.tokens import keys, stems
from bot.ingest.split import SplitSettings, split
from bot.model import Article
from bot.periods import mentioned_days
from tests.corpora import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = "One paragraph of many words goes on, Dr. No. 5 says so; and on. " * 40 + "\n\nA second. Is short! «Así es»."
ODD = "ПДВСА, PDVSA's 1 000 000,5 hommes — «Straße», o’Brien; naïve co-opérative ﬁn № 5 字字字 12.5 %"
OF_PEOPLES = "Cubans, cubanos, cubains, кубинцы; the Dutch; EE.UU.; Washington; американцы; franceses; белорусского"
RECORDED = {
    "split": (2, "8435ca38d367db7a"),
    "tokens": (4, "76cb212e9bb53ddf"),
    "mentions": (7, "7469e75213582159"),
    "countries": (3, "6c276dcfa7686514"),
}


def texts() -> Iterator[tuple[str, str]]:
    """Yield texts in five languages, each with its language."""
    for name, (_, text) in ARTICLES.items():
        yield name.partition("/")[0], text
    for language in ("en", "es", "ru", "pt", "fr"):
        yield language, LONG
        yield language, ODD


def cut() -> Iterator[object]:
    """Yield what the splitter makes."""
    for language, text in texts():
        for settings in (SplitSettings(), SplitSettings(30, 40)):
            for passage in split(Article("a.md", "Title", text, language), settings):
                yield passage.key, passage.span, passage.sentences


def tokenised() -> Iterator[object]:
    """Yield what the tokenizer makes, and which words the vocabulary takes."""
    for language, text in texts():
        yield stems(text, language), keys(text, language), content_words(text, language)


def mentioned() -> Iterator[object]:
    """Yield which days texts are taken to mention."""
    for language, text in texts():
        for written in (date(2021, 5, 9), None):
            for period in mentioned_days(text, reference=written, language=language):
                yield period.first, period.last


def countries() -> Iterator[object]:
    """Yield which countries texts are taken to name: all of the CLDR's names, what follows no rule, and bodies."""
    for language, text in texts():
        yield sorted(countries_in(text, language))
    for language in ("en", "es", "ru", "pt", "fr", "de"):
        for name in Locale.parse(language).territories.values():
            yield sorted(countries_in(name, language))
        yield sorted(countries_in(OF_PEOPLES, language))
    for names in BODY_NAMES.values():
        for language, of_language in zip(LANGUAGES, names, strict=True):
            yield [sorted(countries_in(f"1 {name} 2", language)) for name in of_language.split(",")]


@pytest.mark.parametrize(
    ("name", "made"), [("split", cut), ("tokens", tokenised), ("mentions", mentioned), ("countries", countries)]
)
def test_a_change_of_what_is_made_raises_the_revision(name: str, made: object) -> None:
    assert callable(made)
    digest = hashlib.blake2b(repr(list(made())).encode(), digest_size=8).hexdigest()
    assert (getattr(REVISIONS, name), digest) == RECORDED[name], "see the head of this file"
