"""Respell what chat readers write about time ("dps d 5 mayo", "b4 may", "в 18 году") as the tables have it.

Only questions are respelled: in an article such words are seldom slips, and a sentence is read for what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from bot.periods.lexicon import LANGUAGES, ONE_QUARTER, Lexicon, compiled, misspelt_month, slips, undoubled
from bot.periods.tokens import Kind, Token, fold
from bot.periods.words import LanguageWords, Tag
from bot.periods.words_chat import CHAT, ChatWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SHORTEST_MISSPELT = 5  # letters of a misspelt word about time; months have limits of their own
TWO_SLIPS_FROM = 9  # letters; from here on two slips of the pen are forgiven, else one
_SHORT_YEARS = range(10, 30)  # "30 april 19", "в 18 году": years that readers write with two digits
_SHORT_YEAR = re.compile(r"\d\d")
_DAY, _MONTH, _YEAR = re.compile(r"0?[1-9]|[12]\d|3[01]"), re.compile(r"0?[1-9]|1[0-2]"), re.compile(r"(?:19|20)\d\d")
_ENDINGS_APART = frozenset({"st", "nd", "rd", "th", "er", "ro", "го", "ого", "е", "ое"})  # "1 er mai", "30 th april"
_RUSSIAN_YEAR_ENDINGS = ("", "м", "го", "ого", "ом")  # "в 18-м", "в мае 18го"
_MISSPELT_TAGS = (
    Tag.WEEKDAY, Tag.RELATIVE_DAY, Tag.UNIT, Tag.SEASON, Tag.CARDINAL, Tag.ORDINAL, Tag.DAY_PART,
    Tag.BETWEEN, Tag.BEFORE, Tag.AFTER, Tag.SINCE, Tag.UNTIL, Tag.AROUND, Tag.IN, Tag.ONWARDS, Tag.OR_LATER,
    Tag.OR_EARLIER, Tag.EARLY, Tag.MID, Tag.LATE, Tag.LAST_OF, Tag.THIS, Tag.LAST, Tag.RECENT, Tag.NEXT, Tag.AGO,
    Tag.NEXT_DAY, Tag.EVE, Tag.NEWS, Tag.PUBLISHED,
)  # fmt: skip
_RELATIONS = (
    Tag.BEFORE, Tag.AFTER, Tag.SINCE, Tag.UNTIL, Tag.BETWEEN, Tag.EARLY, Tag.MID, Tag.LATE, Tag.AGO,
)  # fmt: skip
_OF_NEWS = (Tag.NEWS, Tag.PUBLISHED)  # they make a date one of publication: too much to read into two slips
_YEAR_WORDS = frozenset({"год", "года", "году", "г"})
_OF = frozenset({"of", "de", "del", "d", "du"})
_MONTHS = (Tag.MONTH, Tag.WEAK_MONTH, Tag.SHORT_MONTH)

_Key = TypeVar("_Key")
_Meaning: TypeAlias = "frozenset[tuple[Tag, int]] | str"


@dataclass(frozen=True, slots=True)
class _Chat:
    """One language's chat writing: what stands for what, and the words that a misspelt one may mean."""

    words: Lexicon
    spellings: Mapping[str, tuple[str, ...]]
    endings: frozenset[str]
    fused: tuple[str, ...]
    known: frozenset[str]
    meant: Mapping[str, _Meaning]


def asked_words(words: Lexicon) -> Lexicon:
    """Return the lexicon of a language with the words that only questions are read with."""
    return _chat(words.language).words


def respell(tokens: Sequence[Token], words: Lexicon) -> list[Token]:
    """Respell the words about time in a question; every token keeps its place in the text."""
    chat = _chat(words.language)
    joined = list(_joined(tokens, chat))
    spelt: list[Token] = []
    for at, token in enumerate(joined):
        spelt += _spelt(token, chat, beside_date=_beside_date(joined, at, chat))
    return [_with_century(spelt, at, chat) for at in range(len(spelt))]


@lru_cache(maxsize=len(LANGUAGES))
def _chat(language: str) -> _Chat:
    own, written = LANGUAGES[language], CHAT[language]
    words = compiled(language, _extended(own, written))
    parts = {part for phrases in words.phrases.values() for phrase, _ in phrases for part in phrase}
    return _Chat(
        words=words,
        spellings=dict(_spellings(written)),
        endings=frozenset(filter(None, map(fold, written.endings.split("|")))),
        fused=tuple(fold(part) for part in written.fused.split("|") if part),
        known=frozenset(parts) | {fold(word) for word in f"{written.not_misspelt}|{own.not_months}".split("|")},
        meant={word: meaning for word, meaning in _meanings(words).items() if len(word) >= SHORTEST_MISSPELT},
    )


def _meanings(words: Lexicon) -> dict[str, _Meaning]:
    """Return what the words about time mean; a word that means something in phrases only ("partir") means itself."""
    meanings: dict[str, _Meaning] = {}
    for phrase, tags in (each for phrases in words.phrases.values() for each in phrases):
        if tags.keys().isdisjoint(_MISSPELT_TAGS):
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


def _joined(tokens: Sequence[Token], chat: _Chat) -> Iterator[Token]:
    """Join what is one word or one date: "b4", "2day", "2k19", "1ero", "1 er", "30 04 2019"."""
    at = 0
    while at < len(tokens):
        joined, length = _date_at(tokens, at) or _word_at(tokens, at, chat) or (tokens[at], 1)
        yield joined
        at += length


def _date_at(tokens: Sequence[Token], at: int) -> tuple[Token, int] | None:
    """Join "2k19" and "30 04 2019"."""
    if at + 2 >= len(tokens) or tokens[at].kind is not Kind.NUMBER:
        return None
    first, second, third = tokens[at : at + 3]
    if (first.text, second.text) == ("2", "k") and first.end == second.start and _SHORT_YEAR.fullmatch(third.text):
        return first._replace(text=f"20{third.text}", end=third.end), 3
    if _DAY.fullmatch(first.text) and _MONTH.fullmatch(second.text) and _YEAR.fullmatch(third.text):
        return first._replace(text=f"{first.text}.{second.text}.{third.text}", end=third.end), 3
    return None


def _word_at(tokens: Sequence[Token], at: int, chat: _Chat) -> tuple[Token, int] | None:
    """Join "b4", "2day" and the ordinals "1ero", "1 er mai"."""
    if at + 1 >= len(tokens):
        return None
    first, second = tokens[at], tokens[at + 1]
    word = first.text + second.text
    if first.end == second.start and word in chat.spellings:
        return Token(Kind.WORD, word, first.start, second.end), 2
    if first.kind is not Kind.NUMBER or first.ordinal or not _DAY.fullmatch(first.text):
        return None
    apart = second.text in _ENDINGS_APART and at + 2 < len(tokens) and _names_month(tokens[at + 2].text, chat)
    if apart or (first.end == second.start and second.text in chat.endings):
        return first._replace(end=second.end, ordinal=second.text), 2
    return None


def _spelt(token: Token, chat: _Chat, *, beside_date: bool) -> list[Token]:
    standard = chat.spellings.get(token.text) if token.kind is not Kind.NUMBER else None
    if standard is None and token.kind is Kind.WORD and token.text not in chat.known:
        language = chat.words.language
        standard = _misspelt(token.text, language, beside_date=beside_date) or _unfused(token.text, chat)
    return [token._replace(text=word, kind=Kind.WORD) for word in standard] if standard else [token]


def _beside_date(tokens: Sequence[Token], at: int, chat: _Chat) -> bool:
    """Whether a number or a month follows, perhaps behind "of" and "the", or a unit of time stands before."""
    if at and _has(tokens[at - 1].text, chat, Tag.UNIT):
        return True
    for token in tokens[at + 1 : at + 4]:
        if token.kind is Kind.NUMBER or _names_month(token.text, chat):
            return True
        if not _has(token.text, chat, Tag.OF, Tag.ARTICLE):
            return False
    return False


def _unfused(word: str, chat: _Chat) -> tuple[str, ...]:
    """Take "midmarch" and "twentythird" apart."""
    halves = ((part, word.removeprefix(part)) for part in chat.fused if word.startswith(part))
    return next((pair for pair in halves if _has(pair[1], chat, *_MONTHS, Tag.CARDINAL, Tag.ORDINAL)), ())


@lru_cache(maxsize=4096)
def _misspelt(word: str, language: str, *, beside_date: bool) -> tuple[str, ...]:
    """Return the word about time that a word misspells, if it is just one, or several that mean the same.

    Beside a date one letter of a short word may be missing too: "afte 30 april".
    """
    chat = _chat(language)
    if (single := undoubled(word)) != word and _has(single, chat, *_MISSPELT_TAGS):
        return (single,)
    if len(word) < SHORTEST_MISSPELT - beside_date or misspelt_month(word, language):
        return ()
    allowed = 2 if len(word) >= TWO_SLIPS_FROM else 1
    near = {
        other: slips(word, other)
        for other, meaning in chat.meant.items()
        if abs(len(other) - len(word)) <= allowed and other[0] == word[0] and _is_near(word, other, meaning)
    }
    fewest = min(near.values(), default=allowed + 1)
    nearest = [other for other, count in near.items() if count == fewest]
    meanings = {chat.meant[other] for other in nearest}
    if fewest > allowed or len(meanings) > 1 or (fewest > 1 and any(_has_tag(each, *_OF_NEWS) for each in meanings)):
        return ()
    return (nearest[0],)


def _is_near(word: str, other: str, meaning: _Meaning) -> bool:
    """Whether a short word may be meant: only with one letter missing, and where it relates something to a date."""
    return len(word) >= SHORTEST_MISSPELT or (len(other) > len(word) and _has_tag(meaning, *_RELATIONS))


def _has_tag(meaning: _Meaning, *tags: Tag) -> bool:
    return not isinstance(meaning, str) and any(tag in tags for tag, _ in meaning)


def _with_century(tokens: Sequence[Token], at: int, chat: _Chat) -> Token:
    """Write a year of two digits in full: "30 april 19", "в 18 году", "весной 18го"."""
    token = tokens[at]
    if token.kind is not Kind.NUMBER or not _SHORT_YEAR.fullmatch(token.text) or int(token.text) not in _SHORT_YEARS:
        return token
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    by_itself = follows is None or follows.kind is Kind.MARK or _has(follows.text, chat, Tag.FUNCTION)
    if _numbers_year(token, follows, tokens[at - 1] if at else None, by_itself=by_itself) or (
        by_itself and token.ordinal in _RUSSIAN_YEAR_ENDINGS and _behind_name(tokens, at, chat)
    ):
        return token._replace(text=f"20{token.text}", ordinal="")
    return token


def _numbers_year(token: Token, follows: Token | None, before: Token | None, *, by_itself: bool) -> bool:
    """Whether Russian words beside a number say that it is a year: "18 года", "в 18-м"."""
    if follows is not None and follows.text in _YEAR_WORDS:
        return True
    return by_itself and token.ordinal == "м" and before is not None and before.text in ("в", "с")


def _behind_name(tokens: Sequence[Token], at: int, chat: _Chat) -> bool:
    """Whether a day and month, a season or a quarter stand before a number."""
    name = at - 2 if at and tokens[at - 1].text in _OF else at - 1
    if name < 0:
        return False
    day = name - 2 if name > 0 and tokens[name - 1].text in _OF else name - 1
    numbered = day >= 0 and tokens[day].kind is Kind.NUMBER
    if _names_month(tokens[name].text, chat):
        return numbered or tokens[at].ordinal != ""
    if numbered and tokens[name].text in ONE_QUARTER:
        return True
    return _has(tokens[name].text, chat, Tag.SEASON) and not _has(tokens[name].text, chat, Tag.NEEDS_ARTICLE)


def _names_month(word: str, chat: _Chat) -> bool:
    return _has(word, chat, *_MONTHS) or misspelt_month(word, chat.words.language, beside_number=True) is not None


def _has(word: str, chat: _Chat, *tags: Tag) -> bool:
    """Whether a word by itself has one of the tags."""
    phrases = chat.words.phrases.get(word, ())
    return any(len(parts) == 1 and not own.keys().isdisjoint(tags) for parts, own in phrases)
