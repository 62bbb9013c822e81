"""Read dates in few signs: "20190323", "5-V-2019", "31/jan/19", "el 23F", and days in a row: "7,8 y 9 de marzo"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.periods.chat_lexicon import (
    DAY,
    MONTHS,
    OF_WORDS,
    SHORT_YEAR,
    SHORT_YEARS,
    YEAR,
    Chat,
    month_word,
    names_month,
    word_has,
)
from bot.periods.tokens import Kind, Token
from bot.periods.words import Tag

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEAR_FIRST = re.compile(r"(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_YEAR_LAST = re.compile(r"(0[1-9]|[12]\d|3[01])(0[1-9]|[12]\d|3[01])(20[0-3]\d)")
_NUMBER_MARKS = frozenset("#№+$€£")
_ROMAN = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12,
}  # fmt: skip
_CYRILLIC_ROMAN = str.maketrans("хіѵ", "xiv")  # letters that look alike
_DATE_MARKS = frozenset("./-‐‑–")
_INITIALS = {"e": 1, "f": 2, "s": 9, "n": 11, "d": 12}  # one month each; not a (abril, agosto), m, j, o ("1o")
_THINGS = frozenset("ds")  # "3D", "5S": behind one digit no month
_HOLD_INITIAL = frozenset({"el", "del", "al", "#"})
_SEVERAL_DAYS = re.compile(r"\d{1,2}(?:,\d{1,2})+|\d{1,2}(?:([-/])\d{1,2})(?:\1\d{1,2})+")
_SEPARATORS = re.compile(r"[,/-]")
_PHONES = frozenset(
    {"tel", "telf", "tlf", "phone", "call", "whatsapp", "telefono", "telefone", "telephone", "тел", "телефон"}
)
_TWO_DATES = re.compile(r"(\d{1,2})([./])(\d{1,2})[-–](\d{1,2})\2(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_MONTH_AND_YEAR = re.compile(r"(0?[1-9]|1[0-2])(?:[./-]((?:20)?\d\d))?")
_DAY_AND_YEAR = re.compile(r"(0?[1-9]|[12]\d|3[01])[./-](20\d\d)")
_QUARTER_AND_YEAR = re.compile(r"([1-4])[/-](20\d\d)")
_PARTS_OF_YEAR = frozenset("qths")
_MOST_DAYS = 4
SURELY_LIST = 3  # days with commas between; two could be a decimal
DECEMBER = 12


def read_compact(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Return the tokens that a date in few signs stands for, and of how many it takes the place."""
    token = tokens[at]
    if token.kind is not Kind.NUMBER or token.glued:
        return None
    by_itself = _run_together(tokens, at, chat) or _two_dates(tokens, at, chat) or _quarter(tokens, at)
    if by_itself or at + 1 >= len(tokens):
        return by_itself
    return (
        _year_first(tokens, at, chat)
        or _ordinal_and_month(tokens, at, chat)
        or _with_named_month(tokens, at, chat)
        or _day_and_initial(tokens, at, chat)
        or _days_in_a_row(tokens, at, chat)
    )


def day_and_month(day: str, month: str, token: Token) -> list[Token]:
    """Return a day and a month that both stand where a token does."""
    return [token._replace(text=day), Token(Kind.WORD, month, token.start, token.end)]


def _run_together(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Read "20190323" and "23032019", unless what stands before says that they number something."""
    text = tokens[at].text
    match = _YEAR_FIRST.fullmatch(text)
    written = "-".join(match.groups()) if match else ""
    if match := _YEAR_LAST.fullmatch(text):
        written = "/".join(match.groups())
    if not written or (at and _numbers(tokens[at - 1].text, chat)):
        return None
    return [tokens[at]._replace(text=written)], 1


def _numbers(word: str, chat: Chat) -> bool:
    return word in _NUMBER_MARKS or word in _PHONES or word_has(word, chat, Tag.NUMBERED)


def _with_named_month(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Read "31/jan/2019", "31-jan-19", "30.IV.2019", "30 IV 2019", "30.IV"."""
    mark = tokens[at + 1].text if tokens[at + 1].text in _DATE_MARKS else ""
    month_at = at + 2 if mark else at + 1
    if month_at >= len(tokens) or not DAY.fullmatch(tokens[at].text):
        return None
    if mark and not _are_joined(tokens, at, month_at):
        return None
    roman = _ROMAN.get(tokens[month_at].text.translate(_CYRILLIC_ROMAN))
    if roman is None:
        named = mark != "" and word_has(tokens[month_at].text, chat, *MONTHS)
        year = _year_behind(tokens, month_at, mark) if named else None
        return ([tokens[at], tokens[month_at], year[0]], year[1] - at) if year else None
    if not mark and len(tokens[month_at].text) == 1:  # "enero 5 i 2019"
        return None
    day = [tokens[at], tokens[month_at]._replace(text=month_word(roman, chat))]
    if year := _year_behind(tokens, month_at, mark):
        return [*day, year[0]], year[1] - at
    return (day, month_at + 1 - at) if mark and len(tokens[month_at].text) > 1 else None


def _year_behind(tokens: Sequence[Token], month_at: int, mark: str) -> tuple[Token, int] | None:
    """Return the year of "30.IV.2019", in full, and the index after it."""
    at = _year_at(tokens, month_at, mark)
    if at is None:
        return None
    century = "20" if SHORT_YEAR.fullmatch(tokens[at].text) else ""
    return tokens[at]._replace(text=century + tokens[at].text, glued=False), at + 1


def _year_at(tokens: Sequence[Token], month_at: int, mark: str) -> int | None:
    """Find the year of "30.IV.2019": behind the same mark, which a word with a hyphen has swallowed."""
    at = month_at + 1
    if at < len(tokens) and tokens[at].text == mark:
        at += 1
    if at >= len(tokens) or tokens[at].kind is not Kind.NUMBER:
        return None
    if YEAR.fullmatch(tokens[at].text):
        return at
    short = mark != "" and tokens[at].end - tokens[month_at].end == len("-19") and SHORT_YEAR.fullmatch(tokens[at].text)
    return at if short and int(tokens[at].text) in SHORT_YEARS else None


def _are_joined(tokens: Sequence[Token], first: int, last: int) -> bool:
    return all(tokens[at].end == tokens[at + 1].start for at in range(first, last))


def _day_and_initial(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Read the Spanish "el 23F", "#23F", "el 23-F": a day and the initial of the only month that begins so."""
    if chat.words.language != "es" or not DAY.fullmatch(tokens[at].text):
        return None
    end = at + 1
    letter = tokens[at].ordinal
    if not letter:
        end = at + 2 if tokens[at + 1].text == "-" else at + 1
        letter = tokens[end].text if end < len(tokens) and _are_joined(tokens, at, end) else ""
        end += 1
    month = _INITIALS.get(letter)
    if month is None or (letter in _THINGS and len(tokens[at].text) == 1):
        return None
    held = tokens[at - 1].text in _HOLD_INITIAL if at else tokens[end - 1].capital
    if not held or _month_follows(tokens, end, chat):
        return None
    word = Token(Kind.WORD, month_word(month, chat), tokens[at].start, tokens[end - 1].end)
    return [tokens[at]._replace(ordinal=""), word], end - at


def _month_follows(tokens: Sequence[Token], at: int, chat: Chat) -> bool:
    """Whether a month follows, perhaps behind "of"."""
    at += at < len(tokens) and tokens[at].text in OF_WORDS
    return at < len(tokens) and tokens[at].kind is Kind.WORD and names_month(tokens[at].text, chat)


def _days_in_a_row(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Write "7,8 y 9 de marzo" and "7 8 и 9 марта" as a list with commas between."""
    token = tokens[at]
    if _SEVERAL_DAYS.fullmatch(token.text):
        days = _SEPARATORS.split(token.text)
        rising = all(DAY.fullmatch(day) for day in days) and [*map(int, days)] == sorted({*map(int, days)})
        listed = len(days) >= SURELY_LIST or word_has(tokens[at + 1].text, chat, Tag.AND)  # "alza de 7,8 en marzo"
        return (_with_commas(days, token), 1) if rising and listed and _row_ends(tokens, at + 1, chat) else None
    follows = tokens[at + 1]
    if follows.kind is not Kind.NUMBER or not (DAY.fullmatch(token.text) and DAY.fullmatch(follows.text)):
        return None
    if int(follows.text) != int(token.text) + 1 or token.ordinal or not _row_ends(tokens, at + 2, chat):
        return None
    return [token, Token(Kind.MARK, ",", token.end, token.end)], 1


def _two_dates(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Read "30/04-01/05"; in English with slashes only where one of the days can be no month."""
    token = tokens[at]
    match = _TWO_DATES.fullmatch(token.text)
    if match is None or not all(DAY.fullmatch(match[each]) for each in (1, 4)):
        return None
    months = int(match[3]), int(match[5])
    sure = chat.words.language != "en" or match[2] == "." or max(int(match[1]), int(match[4])) > DECEMBER
    if not sure or not all(0 < month <= DECEMBER for month in months):
        return None
    year = f"20{match[6][-2:]}" if match[6] else ""
    first, last = (
        day_and_month(match[day], month_word(month, chat), token) for day, month in zip((1, 4), months, strict=True)
    )
    ends = [*first, Token(Kind.MARK, "–", token.start, token.end), *last]
    return ([*ends, token._replace(text=year)] if year else ends), 1


def _quarter(tokens: Sequence[Token], at: int) -> tuple[list[Token], int] | None:
    """Read the "1/2019" of "Q1/2019"."""
    token, match = tokens[at], _QUARTER_AND_YEAR.fullmatch(tokens[at].text)
    if match is None or not at or tokens[at - 1].text not in _PARTS_OF_YEAR or tokens[at - 1].end != token.start:
        return None
    return [token._replace(text=match[1], end=token.start + 1), token._replace(text=match[2], start=token.start + 2)], 1


def _year_first(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Read "2019-mar-23", "2019/Mar/23"."""
    if not YEAR.fullmatch(tokens[at].text) or at + 3 >= len(tokens) or tokens[at + 1].text not in _DATE_MARKS:
        return None
    month_at = at + 2
    day_at = month_at + 1 + (tokens[month_at + 1].text == tokens[at + 1].text)
    if day_at >= len(tokens) or not DAY.fullmatch(tokens[day_at].text):
        return None
    if not word_has(tokens[month_at].text, chat, *MONTHS) or tokens[day_at].start - tokens[month_at].end != 1:
        return None
    parts = [tokens[day_at]._replace(glued=False), tokens[month_at], tokens[at]]
    return _all_over(parts, tokens[at].start, tokens[day_at].end), day_at + 1 - at


def _all_over(parts: Sequence[Token], start: int, end: int) -> list[Token]:
    """Return tokens that were written in another order, each over the whole of the date."""
    return [part._replace(start=start, end=end) for part in parts]


def _ordinal_and_month(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Read "1º/5", "1º/05/2019"."""
    if at + 2 >= len(tokens) or not tokens[at].ordinal or tokens[at + 1].text != "/" or tokens[at].text != "1":
        return None
    match = _MONTH_AND_YEAR.fullmatch(tokens[at + 2].text)
    if match is None or not _are_joined(tokens, at, at + 2):
        return None
    day = [tokens[at], Token(Kind.WORD, month_word(int(match[1]), chat), tokens[at + 2].start, tokens[at + 2].end)]
    return ([*day, tokens[at + 2]._replace(text=f"20{match[2][-2:]}")] if match[2] else day), 3


def read_month_first(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Read "mar-23-2019", "Mar/23/2019", "mar 7,8,9" from their month."""
    number_at = at + 1 + (tokens[at + 1].text == "/")
    if number_at >= len(tokens) or not word_has(tokens[at].text, chat, *MONTHS):
        return None
    number = tokens[number_at]
    if (match := _DAY_AND_YEAR.fullmatch(number.text)) and number.start - tokens[at].end == 1:
        parts = [number._replace(text=match[1], glued=False), tokens[at], number._replace(text=match[2], glued=False)]
        return _all_over(parts, tokens[at].start, number.end), number_at + 1 - at
    days = number.text.split(",")
    if chat.words.language != "en" or len(days) < SURELY_LIST or not all(DAY.fullmatch(day) for day in days):
        return None
    return ([tokens[at], *_with_commas(days, number)], 2) if number_at == at + 1 else None


def _with_commas(days: Sequence[str], token: Token) -> list[Token]:
    """Return several days that all stand where a token does."""
    comma = Token(Kind.MARK, ",", token.start, token.end)
    return [part for day in days for part in (comma, token._replace(text=day))][1:]


def _row_ends(tokens: Sequence[Token], at: int, chat: Chat) -> bool:
    """Whether a month ends a row of days there, perhaps behind "and 9"."""
    for _ in range(_MOST_DAYS):
        if _month_follows(tokens, at, chat):
            return True
        links = at < len(tokens) and (tokens[at].text == "," or word_has(tokens[at].text, chat, Tag.AND))
        at += links
        if at >= len(tokens) or not DAY.fullmatch(tokens[at].text):
            return False
        at += 1
    return _month_follows(tokens, at, chat)
