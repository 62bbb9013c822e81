"""Respell what chat readers write about time ("dps d 5 mayo", "b4 may", "в 18 году") as the tables have it.

Only questions are respelled: in an article such words are seldom slips, and a sentence is read for what it says.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.periods.chat_lexicon import (
    DAY,
    MISSPELT_TAGS,
    MONTHS,
    OF_WORDS,
    SHORT_YEAR,
    SHORT_YEARS,
    SHORTEST_MISSPELT,
    Chat,
    Meaning,
    chat_of,
    names_month,
    word_has,
)
from bot.periods.lexicon import ONE_QUARTER, Lexicon, misspelt_month, slips, undoubled
from bot.periods.tokens import Kind, Token
from bot.periods.words import Tag
from bot.periods.written_dates import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

TWO_SLIPS_FROM = 9  # letters; from here on two slips of the pen are forgiven, else one
SHORTEST_TENS = 4  # letters
WEEKDAY_REACH = 4  # tokens from a weekday to its month: "mar. 30 de abr."
SHORTEST_NUMBER = 4  # letters of a misspelt number before a month
_SIBILANTS = frozenset("csz")
_BY_EAR = re.compile(r"([оеа])в[оа]$")
_NUMBERS = (Tag.CARDINAL, Tag.ORDINAL)
_RUSSIAN_YEAR_ENDINGS = ("", "м", "го", "ого", "ом")  # "в 18-м", "в мае 18го"
_RELATIONS = (
    Tag.BEFORE, Tag.AFTER, Tag.SINCE, Tag.UNTIL, Tag.BETWEEN, Tag.EARLY, Tag.MID, Tag.LATE, Tag.AGO,
)  # fmt: skip
_OF_NEWS = (Tag.NEWS, Tag.PUBLISHED)  # they make a date one of publication: too much to read into two slips
_YEAR_WORDS = frozenset({"год", "года", "году", "г"})


def respell(tokens: Sequence[Token], words: Lexicon) -> list[Token]:
    """Respell the words about time in a question; every token keeps its place in the text."""
    chat = chat_of(words.language)
    whole = list(joined(tokens, chat))
    near = _before_months(whole, chat)
    spelt: list[Token] = []
    for at, token in enumerate(whole):
        if at in near and (word := _before_month(whole, at, chat)):
            spelt.append(token._replace(text=word))
            continue
        spelt += _spelt(token, chat, beside_date=_beside_date(whole, at, chat))
    return [_with_century(spelt, at, chat) for at in range(len(spelt))]


def _spelt(token: Token, chat: Chat, *, beside_date: bool) -> list[Token]:
    standard = chat.spellings.get(token.text) if token.kind is not Kind.NUMBER else None
    if standard is None and token.kind is Kind.WORD and token.text not in chat.known:
        language = chat.words.language
        standard = _misspelt(token.text, language, beside_date=beside_date) or _unfused(token.text, chat)
    return [token._replace(text=word, kind=Kind.WORD) for word in standard] if standard else [token]


def _before_months(tokens: Sequence[Token], chat: Chat) -> frozenset[int]:
    """Return the places before the months of a text where the number of a day or a weekday can stand."""
    names, short = chat.words.month_names, chat.words.short_names
    months = [at for at, token in enumerate(tokens) if token.text in names or token.text in short]
    return frozenset(at - back for at in months for back in range(1, WEEKDAY_REACH + 1))


def _before_month(tokens: Sequence[Token], at: int, chat: Chat) -> str:
    return _misspelt_tens(tokens, at, chat) or _misspelt_number(tokens, at, chat) or _tuesday(tokens, at, chat)


def _misspelt_tens(tokens: Sequence[Token], at: int, chat: Chat) -> str:
    """Return the "vingt" of "vint-trois janvier": before a unit and a month stand the nearest tens."""
    if at + 2 >= len(tokens) or len(tokens[at].text) < SHORTEST_TENS or tokens[at].kind is not Kind.WORD:
        return ""
    if not (word_has(tokens[at + 1].text, chat, *_NUMBERS) and names_month(tokens[at + 2].text, chat)):
        return ""
    near = [tens for tens in chat.tens if tens[0] == tokens[at].text[0] and slips(tokens[at].text, tens) <= 1]
    return near[0] if len(near) == 1 else ""


def _misspelt_number(tokens: Sequence[Token], at: int, chat: Chat) -> str:
    """Return the number of "eigth of march", "sinco de maio": what stands before a month is read as one."""
    word, month_at = tokens[at].text, at + 1
    month_at += month_at < len(tokens) and tokens[month_at].text in OF_WORDS
    if month_at >= len(tokens) or tokens[at].kind is not Kind.WORD or len(word) < SHORTEST_NUMBER or word in chat.known:
        return ""
    if not word_has(tokens[month_at].text, chat, *MONTHS):
        return ""
    near = [number for number in chat.numbers if _may_be_number(word, number)]
    return near[0] if len({chat.numbers[number] for number in near}) == 1 else ""


def _may_be_number(word: str, number: str) -> bool:
    """Whether one letter too many or too few, in a longer word also a wrong one, makes the difference."""
    ear = _BY_EAR.sub(r"\1го", word)  # "третьева": третьего
    if ear != word and ear in (number, number.replace("его", "ого"), number.replace("ого", "его")):
        return True
    if len(number) < SHORTEST_NUMBER or abs(len(word) - len(number)) > 1 or slips(word, number) > 1:
        return False
    alike = word[0] == number[0] or {word[0], number[0]} <= _SIBILANTS
    return alike and (len(word) != len(number) or len(word) > SHORTEST_NUMBER)


def _tuesday(tokens: Sequence[Token], at: int, chat: Chat) -> str:
    """Return the Spanish weekday of "mar. 30 abr.", which is no March."""
    if tokens[at].text != "mar" or chat.words.language != "es":
        return ""
    day_at = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == ".")
    month_at = day_at + 1 + (day_at + 1 < len(tokens) and tokens[day_at + 1].text in OF_WORDS)
    if month_at >= len(tokens) or not DAY.fullmatch(tokens[day_at].text):
        return ""
    return "martes" if word_has(tokens[month_at].text, chat, *MONTHS) else ""


def _beside_date(tokens: Sequence[Token], at: int, chat: Chat) -> bool:
    """Whether a number or a month follows, perhaps behind "of" and "the", or a unit of time stands before."""
    if at and word_has(tokens[at - 1].text, chat, Tag.UNIT):
        return True
    for token in tokens[at + 1 : at + 4]:
        if token.kind is Kind.NUMBER or names_month(token.text, chat):
            return True
        if not word_has(token.text, chat, Tag.OF, Tag.ARTICLE):
            return False
    return False


def _unfused(word: str, chat: Chat) -> tuple[str, ...]:
    """Take "midmarch" and "twentythird" apart."""
    halves = ((part, word.removeprefix(part)) for part in chat.fused if word.startswith(part))
    return next((pair for pair in halves if word_has(pair[1], chat, *MONTHS, Tag.CARDINAL, Tag.ORDINAL)), ())


@lru_cache(maxsize=4096)
def _misspelt(word: str, language: str, *, beside_date: bool) -> tuple[str, ...]:
    """Return the word about time that a word misspells, if it is just one, or several that mean the same.

    Beside a date one letter of a short word may be missing too: "afte 30 april".
    """
    chat = chat_of(language)
    if (single := undoubled(word)) != word and word_has(single, chat, *MISSPELT_TAGS):
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


def _is_near(word: str, other: str, meaning: Meaning) -> bool:
    """Whether a short word may be meant: only with one letter missing, and where it relates something to a date."""
    return len(word) >= SHORTEST_MISSPELT or (len(other) > len(word) and _has_tag(meaning, *_RELATIONS))


def _has_tag(meaning: Meaning, *tags: Tag) -> bool:
    return not isinstance(meaning, str) and any(tag in tags for tag, _ in meaning)


def _with_century(tokens: Sequence[Token], at: int, chat: Chat) -> Token:
    """Write a year of two digits in full: "30 april 19", "в 18 году", "весной 18го"."""
    token = tokens[at]
    if token.kind is not Kind.NUMBER or not SHORT_YEAR.fullmatch(token.text) or int(token.text) not in SHORT_YEARS:
        return token
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    by_itself = follows is None or follows.kind is Kind.MARK or word_has(follows.text, chat, Tag.FUNCTION)
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


def _behind_name(tokens: Sequence[Token], at: int, chat: Chat) -> bool:
    """Whether a day and month, a season or a quarter stand before a number."""
    name = at - 2 if at and tokens[at - 1].text in OF_WORDS else at - 1
    if name < 0:
        return False
    day = name - 2 if name > 0 and tokens[name - 1].text in OF_WORDS else name - 1
    numbered = day >= 0 and tokens[day].kind is Kind.NUMBER
    if names_month(tokens[name].text, chat):
        return numbered or tokens[at].ordinal != ""
    if numbered and tokens[name].text in ONE_QUARTER:
        return True
    return word_has(tokens[name].text, chat, Tag.SEASON) and not word_has(tokens[name].text, chat, Tag.NEEDS_ARTICLE)
