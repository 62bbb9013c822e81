"""A language's words about time with those of chats, and the words that a misspelt one may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from bot.periods.lexicon import LANGUAGES, Lexicon, compiled, misspelt_month
from bot.periods.tokens import fold
from bot.periods.words import LanguageWords, Tag
from bot.periods.words_chat import CHAT, ChatWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHORTEST_MISSPELT = 5  # letters of a misspelt word about time; months have limits of their own
SHORT_YEARS = range(10, 30)  # "30 april 19", "в 18 году": years that readers write with two digits
SHORT_YEAR = re.compile(r"\d\d")
DAY, YEAR = re.compile(r"0?[1-9]|[12]\d|3[01]"), re.compile(r"(?:19|20)\d\d")
OF_WORDS = frozenset({"of", "de", "del", "d", "du"})
MONTHS = (Tag.MONTH, Tag.WEAK_MONTH, Tag.SHORT_MONTH)
MISSPELT_TAGS = (
    Tag.WEEKDAY, Tag.RELATIVE_DAY, Tag.UNIT, Tag.SEASON, Tag.CARDINAL, Tag.ORDINAL, Tag.DAY_PART,
    Tag.BETWEEN, Tag.BEFORE, Tag.AFTER, Tag.SINCE, Tag.UNTIL, Tag.AROUND, Tag.IN, Tag.ONWARDS, Tag.OR_LATER,
    Tag.OR_EARLIER, Tag.EARLY, Tag.MID, Tag.LATE, Tag.LAST_OF, Tag.THIS, Tag.LAST, Tag.RECENT, Tag.NEXT, Tag.AGO,
    Tag.NEXT_DAY, Tag.EVE, Tag.NEWS, Tag.PUBLISHED,
)  # fmt: skip

_Key = TypeVar("_Key")
Meaning: TypeAlias = "frozenset[tuple[Tag, int]] | str"


@dataclass(frozen=True, slots=True)
class Chat:
    """One language's chat writing: what stands for what, what a misspelt word may mean, the tens, all numbers."""

    words: Lexicon
    spellings: Mapping[str, tuple[str, ...]]
    endings: frozenset[str]
    fused: tuple[str, ...]
    known: frozenset[str]
    meant: Mapping[str, Meaning]
    tens: frozenset[str]
    numbers: Mapping[str, int]


def asked_words(words: Lexicon) -> Lexicon:
    """Return the lexicon of a language with the words that only questions are read with."""
    return chat_of(words.language).words


@lru_cache(maxsize=len(LANGUAGES))
def chat_of(language: str) -> Chat:
    """Compile the chat writing of a language, once for the process."""
    own, written = LANGUAGES[language], CHAT[language]
    words = compiled(language, _extended(own, written))
    parts = {part for phrases in words.phrases.values() for phrase, _ in phrases for part in phrase}
    return Chat(
        words=words,
        spellings=dict(_spellings(written)),
        endings=frozenset(filter(None, map(fold, written.endings.split("|")))),
        fused=tuple(fold(part) for part in written.fused.split("|") if part),
        known=frozenset(parts) | {fold(word) for word in f"{written.not_misspelt}|{own.not_months}".split("|")},
        tens=frozenset(
            phrase[0]
            for phrases in words.phrases.values()
            for phrase, tags in phrases
            if len(phrase) > 1 and not tags.keys().isdisjoint((Tag.CARDINAL, Tag.ORDINAL))
        ),
        numbers={
            phrase[0]: number
            for phrases in words.phrases.values()
            for phrase, tags in phrases
            if len(phrase) == 1 and (number := tags.get(Tag.ORDINAL, tags.get(Tag.CARDINAL)))
        },
        meant={word: meaning for word, meaning in _meanings(words).items() if len(word) >= SHORTEST_MISSPELT},
    )


def _meanings(words: Lexicon) -> dict[str, Meaning]:
    """Return what the words about time mean; a word that means something in phrases only ("partir") means itself."""
    meanings: dict[str, Meaning] = {}
    for phrase, tags in (each for phrases in words.phrases.values() for each in phrases):
        if tags.keys().isdisjoint(MISSPELT_TAGS):
            continue
        if len(phrase) == 1:
            meanings[phrase[0]] = frozenset(tags.items())
        else:
            meanings.update((part, part) for part in phrase if part not in meanings)
    return meanings


def _extended(own: LanguageWords, written: ChatWords) -> LanguageWords:
    """Return the words of a language with those of chats; an abbreviation that is a month there too needs no number."""
    weak = {form for forms in written.weak_months.values() for form in forms.split("|")}
    return replace(
        own,
        tags=_merged(own.tags, written.tags),
        weak_months=_merged(own.weak_months, written.weak_months),
        short_months={
            month: "|".join(form for form in forms.split("|") if form not in weak)
            for month, forms in own.short_months.items()
        },
        weak_weekdays=_merged(own.weak_weekdays, written.weak_weekdays),
        relative_days=_merged(own.relative_days, written.relative_days),
        cardinals=tuple(
            f"{forms}|{written.cardinals.get(number, '')}" for number, forms in enumerate(own.cardinals, 1)
        ),
    )


def _merged(own: Mapping[_Key, str], more: Mapping[_Key, str]) -> dict[_Key, str]:
    return {key: f"{own.get(key, '')}|{more.get(key, '')}" for key in own.keys() | more.keys()}


def _spellings(written: ChatWords) -> Iterator[tuple[str, tuple[str, ...]]]:
    for standard, forms in written.spellings.items():
        yield from ((fold(form), tuple(fold(standard).split())) for form in forms.split("|"))


def names_month(word: str, chat: Chat) -> bool:
    """Whether a word names a month where one can stand, however misspelt."""
    return word_has(word, chat, *MONTHS) or misspelt_month(word, chat.words.language, beside_number=True) is not None


def word_has(word: str, chat: Chat, *tags: Tag) -> bool:
    """Whether a word by itself has one of the tags."""
    phrases = chat.words.phrases.get(word, ())
    return any(len(parts) == 1 and not own.keys().isdisjoint(tags) for parts, own in phrases)


def month_word(month: int, chat: Chat) -> str:
    """Return a name of a month in the language."""
    names = chain(chat.words.month_names.items(), chat.words.short_names.items())
    return next(name for name, number in names if number == month)
