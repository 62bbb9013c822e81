"""The thesaurus: words of one notion lead to each other in any language, and the list keeps its own rules."""

from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

import pytest

from bot.index.function_words import is_content, is_short_noun
from bot.index.terms import stem_hash
from bot.index.tokens import bare, fold, words
from bot.periods.lexicon import LANGUAGES
from bot.search.thesaurus import make_thesaurus, packaged_thesaurus

MOST_NOTIONS = 3  # of a word: one that belongs to more says too little


def notions() -> list[dict[str, str]]:
    """Return the lines of the list that comes with the program."""
    lines = (files("bot.search") / "thesaurus.tsv").read_text("utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize(
    ("language", "word", "other_language", "other"),
    [
        ("en", "blackout", "es", "apagones"),
        ("en", "outage", "ru", "блэкаута"),
        ("en", "fled", "es", "huyeron"),
        ("es", "oro", "ru", "золота"),
        ("pt", "sanções", "en", "sanctions"),
        ("ru", "жена", "en", "wife"),
        ("fr", "or", "es", "oro"),
        ("en", "moscow", "pt", "moscou"),
    ],
)
def test_a_word_leads_to_those_of_its_notion_in_other_languages(
    language: str, word: str, other_language: str, other: str
) -> None:
    related = packaged_thesaurus().related(stem_hash(fold(word), language))
    assert stem_hash(fold(other), other_language) in related


def test_a_word_of_two_notions_leads_to_both_and_another_to_nothing() -> None:
    made = make_thesaurus([{"en": "bank shore", "es": "orilla"}, {"en": "bank", "es": "banco"}, {"en": "boat"}])
    found = made.related(stem_hash("bank", "en")).tolist()
    wanted = {stem_hash(word, language) for word, language in (("shore", "en"), ("orilla", "es"), ("banco", "es"))}
    assert wanted < set(found)
    assert stem_hash("boat", "en") not in found
    assert not len(made.related(stem_hash("river", "en")))
    assert not len(make_thesaurus([]).related(stem_hash("river", "en")))


def test_each_notion_has_a_name_of_its_own_and_words_in_two_languages() -> None:
    names = Counter(notion["concept"] for notion in notions())
    assert len(names) > 2000
    assert not [name for name, times in names.items() if times > 1]
    assert not [one["concept"] for one in notions() if sum(bool(one[language]) for language in LANGUAGES) < 2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_words_are_single_content_words_that_stand_for_few_notions(language: str) -> None:
    """As they are spelt, in small letters: whatever else a line held could never be met in a text."""
    met = Counter(word for notion in notions() for word in set(notion[language].split()))
    assert not [word for word in met if words(word) != [bare(fold(word))] or word != word.lower() or "ё" in word]
    assert not [word for word in met if not is_content(fold(word), language) and not is_short_noun(word, language)]
    assert not [word for word, times in met.items() if times > MOST_NOTIONS]
