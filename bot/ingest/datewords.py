"""Dates as people and machines write them: "2 de mayo de 2019", "May 02, 2019", "02.05.2019", "2019-05-02T10:00Z".

Month names come from the Unicode locale data (Babel). Where a number-only date can be read two ways and nothing says
which, it is not read.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = ("en", "es", "ru", "pt", "fr", "uk", "de", "it", "ca", "pl", "nl", "tr", "be", "ro")
"""Whose month names are known: the corpus's five first (they win where two languages disagree), then neighbours."""

EARLIEST = date(1990, 1, 1)  # before the web: a date in a page that is older is no publication date of that page
_ORDINAL = r"(?:st|nd|rd|th|er|re|º|ª|°|-?го|-?е)?"
_OF = r"(?:\s*(?:de|del|of|di|d['’])\s+|[\s.,/-]*)"
_YEAR = r"((?:19|20)\d\d)(?!\d)"
_ISO = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d/])")
_NUMERIC = re.compile(rf"(?<![\d/.,-])(\d{{1,2}})\s?([-/.])\s?(\d{{1,2}})\s?\2\s?(?:{_YEAR}|(\d\d)(?![\d.:/-]))")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_CENTURY = 2000  # two-digit years are of this century: the web has no others
_US_STYLE = frozenset({"en-us", "en-ph", "es-us"})


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date written out in a text, and where: `[start, end)` in code points."""

    day: date
    start: int
    end: int


def is_day_first(language: str | None) -> bool | None:
    """Tell whether 02/05/2019 is 2 May in a language tag's region; None where English leaves it open."""
    tag = (language or "").strip().lower().replace("_", "-")
    if tag in _US_STYLE:
        return False
    if tag.startswith("en-"):
        return tag != "en-ca" or None
    return (bool(tag) and not tag.startswith("en")) or None


def find_dates(text: str, *, day_first: bool | None = None) -> list[DateMention]:
    """Return the full dates (day, month, year) written in `text`, in order, without overlaps."""
    found = sorted(_mentions(text, day_first), key=lambda mention: (mention.start, mention.start - mention.end))
    kept: list[DateMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def read_stamp(value: str, *, day_first: bool | None = None) -> date | None:
    """Read the day from a machine's time stamp (ISO 8601, RFC 2822, YYYYMMDD, Unix time) or from a written date.

    The day is the one as written: a stamp with an offset keeps its local day.
    """
    value = value.strip()[:80]
    if _EPOCH.fullmatch(value):
        return plausible(datetime.fromtimestamp(int(value[:10]), tz=UTC).date())
    compact = _COMPACT.match(value)
    if compact:
        return make_date(*(int(part) for part in compact.groups()))
    mentions = find_dates(value, day_first=day_first)
    return mentions[0].day if mentions else None


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where there is no such day or it is older than the web."""
    try:
        return plausible(date(year, month, day))
    except ValueError:
        return None


def plausible(day: date) -> date | None:
    """Return the date unless it is older than the web."""
    return day if day >= EARLIEST else None


def _mentions(text: str, day_first: bool | None) -> Iterator[DateMention]:  # noqa: FBT001  # private; three-valued
    for match in _ISO.finditer(text):
        yield from _mention(match, int(match[1]), int(match[3]), int(match[4]))
    for match in _NUMERIC.finditer(text):
        month, day = _order(int(match[1]), int(match[3]), True if match[2] == "." else day_first)
        if month and not (match[5] and match[2] != "."):
            yield from _mention(match, int(match[4] or 0) or _CENTURY + int(match[5]), month, day)
    for match in _day_month_year().finditer(text):
        yield from _mention(match, int(match[3]), _month(match[2]), int(match[1]))
    for match in _month_day_year().finditer(text):
        yield from _mention(match, int(match[3]), _month(match[1]), int(match[2]))


def _mention(match: re.Match[str], year: int, month: int, day: int) -> Iterator[DateMention]:
    made = make_date(year, month, day)
    if made:
        yield DateMention(made, match.start(), match.end())


def _order(first: int, second: int, day_first: bool | None) -> tuple[int, int]:  # noqa: FBT001  # as above
    """Return (month, day) of two numbers, (0, 0) where it is open which is which."""
    if first > 12 or second > 12:  # noqa: PLR2004  # months
        return (second, first) if first > second else (first, second)
    if day_first is None:
        return (first, second) if first == second else (0, 0)
    return (second, first) if day_first else (first, second)


def _month(name: str) -> int:
    return _months()[_fold(name)]


def _fold(name: str) -> str:
    """Lower case without accents and dots; the Cyrillic й is left whole."""
    decomposed = unicodedata.normalize("NFD", name.lower().rstrip("."))
    kept = "".join(char for char in decomposed if char == "\u0306" or not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept)


@functools.cache
def _spellings() -> dict[str, int]:
    """Return the month names and abbreviations of all languages, in lower case, with their numbers."""
    from babel.dates import get_month_names  # noqa: PLC0415  # 20 ms: only when dates are read

    names: dict[str, int] = {"sept": 9, "set": 9}
    for language in LANGUAGES:
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                for number, name in get_month_names(width, context, language).items():
                    names.setdefault(str(name).lower().rstrip("."), number)
    return {name: number for name, number in names.items() if len(name) > 2 and not name.isdigit()}  # noqa: PLR2004  # no ro "m"


@functools.cache
def _months() -> dict[str, int]:
    """Return the folded names with their numbers; the first language to have a name keeps it."""
    names: dict[str, int] = {}
    for name, number in _spellings().items():
        names.setdefault(_fold(name), number)
    return names


@functools.cache
def _month_pattern() -> str:
    written = {*_spellings(), *_months()}
    return "|".join(sorted(map(re.escape, written), key=len, reverse=True))


@functools.cache
def _day_month_year() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\d/.,:-])(\d{{1,2}}){_ORDINAL}{_OF}({_month_pattern()})(?![^\W\d_]){_OF}{_YEAR}", re.IGNORECASE
    )


@functools.cache
def _month_day_year() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])({_month_pattern()})\.?[\s-]*(\d{{1,2}}){_ORDINAL}[\s,-]*{_YEAR}", re.IGNORECASE)
