"""Join what readers write as one date or word: "30 04 2019", "30.4.", "апр 30", "2k19", "1 er mai", "b4"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.periods.chat_lexicon import DAY, MONTHS, OF_WORDS, SHORT_YEAR, YEAR, Chat, month_word, names_month, word_has
from bot.periods.compact_dates import day_and_month, read_compact, read_month_first
from bot.periods.tokens import Kind, Token
from bot.periods.words import Tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})([.-])(\d{1,2})")
_LAST_MONTH = 12
_YEAR_OF_NEWS = "19"  # "май 19" may be the year
_DAY_FOLLOWS = (
    Tag.IN, Tag.ARTICLE, Tag.SINCE, Tag.UNTIL, Tag.BEFORE, Tag.AFTER, Tag.FROM, Tag.BETWEEN, Tag.TO, Tag.AROUND,
)  # fmt: skip
_NO_DAY_FOLLOWS = frozenset({"at", "the", "in", "for", "over", "within", "about", "por", "para", "pour", "los", "les"})
_FEIRAS = {"2": "segunda", "3": "terca", "4": "quarta", "5": "quinta", "6": "sexta"}  # "6ª feira"
_COMMAS = re.compile(r"(\d{1,2}),(\d{1,2}),((?:19|20)\d\d)")
_MONTH_DASH_YEAR = re.compile(r"(0[1-9]|1[0-2])-((?:19|20)\d\d)")
_TWO_DAYS = re.compile(r"(\d{1,2})/(\d{1,2})")
_PARTS = (DAY, _MONTH, YEAR)
_APART = ((".", "."), ("/", "/"), ("-", "-"))  # "30. 04. 2019", "30 / 04 / 2019"
_ENDINGS_APART = frozenset({"st", "nd", "rd", "th", "er", "ro", "го", "ого", "е", "ое"})  # "1 er mai", "30 th april"


def joined(tokens: Sequence[Token], chat: Chat) -> Iterator[Token]:
    """Join what is one word or one date: "b4", "2day", "2k19", "1ero", "1 er", "30 04 2019"."""
    at = 0
    while at < len(tokens):
        parts, length = [tokens[at]], 1
        if _has_number(tokens, at):
            parts, length = read_compact(tokens, at, chat) or _day_at(tokens, at, chat) or _number_at(tokens, at, chat)
        yield from parts
        at += length


def _has_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether a token is a number, or one follows at once or behind a slash."""
    if tokens[at].kind is Kind.NUMBER:
        return True
    after = at + 2 if at + 2 < len(tokens) and tokens[at + 1].text == "/" else at + 1
    return after < len(tokens) and tokens[after].kind is Kind.NUMBER


def _number_at(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int]:
    joined, length = _date_at(tokens, at, chat) or _word_at(tokens, at, chat) or (tokens[at], 1)
    return [joined], length


def _day_at(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Write "el 30.4.", "el 30-04", "on 30.04" and "апр 30" as a day and a month."""
    if tokens[at].kind is Kind.WORD:
        return read_month_first(tokens, at, chat) or _day_behind_month(tokens, at, chat)
    if apart := _ordinal_on_month(tokens, at, chat):
        return apart, 2
    match = _DAY_AND_MONTH.fullmatch(tokens[at].text)
    if match is None or tokens[at].glued or not (DAY.fullmatch(match[1]) and _MONTH.fullmatch(match[3])):
        return None
    dotted = at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end
    if not _writes_day(match, tokens, at, chat, dotted=dotted):
        return None
    return day_and_month(match[1], month_word(int(match[3]), chat), tokens[at]), 1 + dotted


def _ordinal_on_month(tokens: Sequence[Token], at: int, chat: Chat) -> list[Token]:
    """Take "1ºmaio" apart."""
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if follows is None or follows.text[0] not in "ºª°" or follows.start != tokens[at].end:
        return []
    month = follows.text[1:]
    if not DAY.fullmatch(tokens[at].text) or not month or not names_month(month, chat):
        return []
    return [tokens[at]._replace(ordinal="º"), follows._replace(text=month)]


def _writes_day(match: re.Match[str], tokens: Sequence[Token], at: int, chat: Chat, *, dotted: bool) -> bool:
    """Whether two short numbers are a day and a month: what stands before them says so, or a full stop behind each."""
    day, mark, month = match.groups()
    before = tokens[at - 1].text if at else ""
    held = before == "dia" or (word_has(before, chat, *_DAY_FOLLOWS) and before not in _NO_DAY_FOLLOWS)
    if mark == "-":
        follows = tokens[at + 1 : at + 3]
        return held and int(day) > int(month) and not any(names_month(each.text, chat) for each in follows)
    if dotted:
        return held or int(day) > _LAST_MONTH
    return held and chat.words.language == "en" and len(month) == len("04")


def _day_behind_month(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[list[Token], int] | None:
    """Read "апр 30", "abril 30": where the month comes first by rule, that is read anyway."""
    if at + 1 >= len(tokens) or tokens[at + 1].kind is not Kind.NUMBER or chat.words.month_first:
        return None
    day, follows = tokens[at + 1], tokens[at + 2] if at + 2 < len(tokens) else None
    if not DAY.fullmatch(day.text) or day.text == _YEAR_OF_NEWS or day.ordinal or day.glued:
        return None
    if not word_has(tokens[at].text, chat, *MONTHS):
        return None
    before = tokens[at - 1] if at else None
    if before and (
        before.kind is Kind.NUMBER or word_has(before.text, chat, Tag.IN, Tag.OF, Tag.CARDINAL, Tag.ORDINAL)
    ):
        return None
    ends = follows is None or follows.text in "?!," or word_has(follows.text, chat, Tag.FUNCTION)
    if not ends and not (follows and YEAR.fullmatch(follows.text)):
        return None
    whole = day._replace(start=tokens[at].start)
    return day_and_month(day.text, tokens[at].text, whole), 2


def _date_at(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[Token, int] | None:
    """Join "2k19", "30 04 2019", "30 / 04 / 2019"; write "30,04,2019" and "04-2019" as dates."""
    if tokens[at].kind is not Kind.NUMBER:
        return None
    if spelt := _with_date_marks(tokens, at, chat):
        return tokens[at]._replace(text=spelt), 1
    if at + 2 >= len(tokens):
        return None
    first, second, third = tokens[at : at + 3]
    if (first.text, second.text) == ("2", "k") and first.end == second.start and SHORT_YEAR.fullmatch(third.text):
        return first._replace(text=f"20{third.text}", end=third.end), 3
    step = 2 if tuple(each.text for each in tokens[at + 1 : at + 4 : 2]) in _APART else 1
    parts = tokens[at : at + 2 * step + 1 : step]
    if len(parts) == len(_PARTS) and all(part.fullmatch(each.text) for part, each in zip(_PARTS, parts, strict=True)):
        return first._replace(text=".".join(each.text for each in parts), end=parts[-1].end), 2 * step + 1
    return None


def _with_date_marks(tokens: Sequence[Token], at: int, chat: Chat) -> str:
    """Return "30,04,2019", "04-2019" and the "23/24" of "23/24 February" with the marks of dates, else nothing."""
    text = tokens[at].text
    if _COMMAS.fullmatch(text):
        return text.replace(",", ".")
    if _MONTH_DASH_YEAR.fullmatch(text):
        return text.replace("-", "/")
    month_at = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in OF_WORDS else at + 1
    if _TWO_DAYS.fullmatch(text) and month_at < len(tokens) and names_month(tokens[month_at].text, chat):
        return text.replace("/", "-")
    return ""


def _word_at(tokens: Sequence[Token], at: int, chat: Chat) -> tuple[Token, int] | None:
    """Join "b4", "2day" and the ordinals "1ero", "1 er mai"."""
    if at + 1 >= len(tokens):
        return None
    first, second = tokens[at], tokens[at + 1]
    word = first.text + second.text
    if first.end == second.start and word in chat.spellings:
        return Token(Kind.WORD, word, first.start, second.end), 2
    if second.text == "feira" and first.text in _FEIRAS and first.ordinal:
        return Token(Kind.WORD, _FEIRAS[first.text], first.start, first.end), 1
    if first.kind is not Kind.NUMBER or first.ordinal or not DAY.fullmatch(first.text):
        return None
    month_at = at + 3 if at + 2 < len(tokens) and tokens[at + 2].text in OF_WORDS else at + 2
    apart = second.text in _ENDINGS_APART and month_at < len(tokens) and names_month(tokens[month_at].text, chat)
    if apart or (first.end == second.start and second.text in chat.endings):
        return first._replace(end=second.end, ordinal=second.text), 2
    return None
