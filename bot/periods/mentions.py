"""Find every mention of time in a text: a date with the preposition before it, a range, an open end, a shift."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from bot.periods.anchors import can_start, near_anchors
from bot.periods.dates import YEAR_DIGITS, Read, mark, month_name, read_short_month, runs_on, skip
from bot.periods.expressions import (
    Around,
    Cut,
    Open,
    Part,
    Range,
    Relative,
    Shifted,
    Side,
    Stretch,
    Unit,
    Weekday,
    WeekdayIn,
)
from bot.periods.grammar import read_core
from bot.periods.lexicon import TIME_TAGS
from bot.periods.reading import LATEST_DAY, Atoms, has, unit
from bot.periods.shifts import read_distance
from bot.periods.tokens import Kind
from bot.periods.words import Tag

if TYPE_CHECKING:
    from bot.periods.expressions import Expression

_SIDES = ((Tag.BEFORE, Side.BEFORE), (Tag.AFTER, Side.AFTER), (Tag.SINCE, Side.SINCE), (Tag.UNTIL, Side.UNTIL))
MOST_PREPOSITIONS = 3
NEWS_REACH = 4  # atoms between "articles" and "from May on"
_PUBLICATIONS = (Tag.NEWS, Tag.REPORTS, Tag.PRESS, Tag.PUBLISHED)
_GOVERNING = (Tag.BEFORE, Tag.AFTER, Tag.SINCE, Tag.UNTIL)  # "or after" may govern what follows, "or later" not
_HAS = frozenset({"ha", "han", "habia", "habian", "haya"})  # "qué ha pasado el 30 de abril" is no "after"


class Lead(Enum):
    """What ties a date to the words before it."""

    NONE = auto()  # nothing: "30 April"
    IN = auto()  # in, on, during, within a range, before, since
    OF = auto()  # of, from: may belong to the noun before it
    ABOUT = auto()  # the date is what is spoken about


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of time: atoms `[start, end)`, `core` the first of them after prepositions and articles.

    `article` says that an article stands directly before the core. `bounded` marks ranges and open ends.
    """

    expression: Expression
    start: int
    end: int
    core: int
    lead: Lead
    article: bool = False
    bounded: bool = False


def find_mentions(atoms: Atoms, *, month_first: bool) -> list[Mention]:
    """Find the mentions of time in a text, from left to right, none overlapping."""
    mentions: list[Mention] = []
    at = 0
    near = near_anchors(atoms)
    while at < len(atoms):
        mention = _mention(atoms, at, month_first=month_first) if near[at] and can_start(atoms, at) else None
        if mention is None:
            at += 1
        else:
            mentions.append(mention)
            at = mention.end
    return mentions


def _mention(atoms: Atoms, at: int, *, month_first: bool) -> Mention | None:
    return (
        _span(atoms, at, month_first=month_first)
        or _shift(atoms, at, month_first=month_first)
        or _open(atoms, at, month_first=month_first)
        or _plain(atoms, at, month_first=month_first)
    )


def _core(atoms: Atoms, at: int, *, held: bool, month_first: bool) -> tuple[Read, int] | None:
    """Read a core at a place or after an article there; returns where it starts too."""
    for start in (skip(atoms, at, Tag.ARTICLE), at):
        if found := read_core(atoms, start, held=held, month_first=month_first):
            return found, start
    return None


def _span(atoms: Atoms, at: int, *, month_first: bool) -> Mention | None:
    """Read "between A and B", "from A to B", "с A по B", "A - B"."""
    between = has(atoms, at, Tag.BETWEEN)
    lead = has(atoms, at, Tag.FROM, Tag.BETWEEN, Tag.SINCE)
    start = at + 1 if lead else at
    if numeric := _days_of_numeric(atoms, start):
        return Mention(numeric[0], at, numeric[1], start, Lead.IN if lead else Lead.NONE, bounded=True)
    found = _core(atoms, start, held=lead or _vouched_pair(atoms, start), month_first=month_first)
    if found is None:
        return None
    (first, after), core = found
    if isinstance(first, Range) and lead:
        return Mention(replace(first, listed=False), at, after, core, Lead.IN, bounded=True)
    links = (Tag.AND, Tag.TO, Tag.UNTIL) if between else (Tag.TO, Tag.UNTIL)
    slash = _slash_of_months(atoms, after) or (isinstance(first, Part) and _slash_of_parts(atoms, after))
    if not (has(atoms, after, *links) or slash) or _stray_dash(atoms, after):
        return None
    while _slash_of_months(atoms, after + 2):  # "march/april/may"
        after += 2
    second = _end_of_span(atoms, _after_link(atoms, after), first, month_first=month_first)
    if second is None or not _comparable(first, second[0][0]):
        return None
    expression = Range(_in_same_week(first, second[0][0]), second[0][0])
    return Mention(expression, at, second[0][1], core, Lead.IN if lead else Lead.NONE, bounded=True)


def _in_same_week(first: Expression, last: Expression) -> Expression:
    """Return the first end of "Monday to Friday last week", where the last one names the week."""
    if isinstance(first, Weekday) and isinstance(last, WeekdayIn) and isinstance(last.of, Relative):
        return replace(last, weekday=first.number)
    return first


def _days_of_numeric(atoms: Atoms, at: int) -> Read | None:
    """Read "7 to 12/03", "7 au 12/03/2019": the number of the first day only."""
    at = skip(atoms, at, Tag.ARTICLE)
    first = atoms[at].number if at < len(atoms) else None
    last_at = skip(atoms, at + 2, Tag.ARTICLE)
    if not first or first > LATEST_DAY or not has(atoms, at + 1, Tag.TO, Tag.AND, Tag.UNTIL) or last_at >= len(atoms):
        return None
    last = atoms[last_at].date
    if not isinstance(last, Stretch) or last.unit is not Unit.DAY or last.day <= first:
        return None
    return Range(replace(last, day=first), last), last_at + 1


def _end_of_span(atoms: Atoms, at: int, first: Expression, *, month_first: bool) -> tuple[Read, int] | None:
    """Read the second end of a range; behind a month an abbreviation will do: "de ene a mar"."""
    if found := _core(atoms, at, held=True, month_first=month_first):
        return found
    if isinstance(first, Stretch) and first.unit is Unit.DAY and (day := _bare_day(atoms, at, first)):
        return day, at
    is_month = isinstance(first, Stretch) and first.unit is Unit.MONTH
    short = read_short_month(atoms, at) if is_month else None
    return (short, at) if short else None


def _bare_day(atoms: Atoms, at: int, first: Stretch) -> Read | None:
    """Read the 12 of "desde el 7 de marzo hasta el 12": a later day of the same month, which counts nothing."""
    at = skip(atoms, at, Tag.ARTICLE)
    day = atoms[at].number if at < len(atoms) else None
    if not day or not first.day < day <= LATEST_DAY or atoms[at - 1].text == "las":
        return None
    ends = at + 1 >= len(atoms) or atoms[at + 1].text in "?!,." or has(atoms, at + 1, Tag.FUNCTION)
    return (replace(first, day=day), at + 1) if ends and not has(atoms, at + 1, Tag.COUNTED, Tag.OF) else None


def _vouched_pair(atoms: Atoms, at: int) -> bool:
    """Whether "march to may", "mars et avril" or "1/5 - 3/5" stands there: two doubtful dates vouch for each other."""
    return (has(atoms, at + 1, Tag.TO, Tag.AND) or _slash_of_months(atoms, at + 1)) and any(
        all(reads(atoms, side) for side in (at, at + 2)) for reads in (month_name, _loose_date)
    )


def _slash_of_months(atoms: Atoms, at: int) -> bool:
    """Whether a slash stands between two months: "jan/mar 2019"."""
    return mark(atoms, at, "/") and month_name(atoms, at - 1) is not None and month_name(atoms, at + 1) is not None


def _slash_of_parts(atoms: Atoms, at: int) -> bool:
    """Whether a slash and another part of a month follow: "fin janvier/début février"."""
    return mark(atoms, at, "/") and has(atoms, at + 1, Tag.EARLY, Tag.MID, Tag.LATE)


def _loose_date(atoms: Atoms, at: int) -> bool:
    return at < len(atoms) and atoms[at].loose


def _calendar_span(atoms: Atoms, at: int, end: int, *, month_first: bool) -> Mention | None:
    """Read "2005 to 2006" behind "in", where the first date ends at `end`; "in May until Tuesday" is no such range."""
    follows = has(atoms, end, Tag.TO) or _slash_of_parts(atoms, end)
    span = _span(atoms, at, month_first=month_first) if follows else None
    if span is None or not isinstance(span.expression, Range):
        return None
    return span if isinstance(span.expression.last, Stretch | Part) else None


def _after_link(atoms: Atoms, at: int) -> int:
    at = skip(atoms, at + 1, Tag.AND)
    return skip(atoms, at, Tag.IN, Tag.UNTIL)


def _stray_dash(atoms: Atoms, at: int) -> bool:
    """Whether a dash is followed by something other than a date, as in "3 May - topics?"."""
    return atoms[at].kind is Kind.MARK and at + 1 < len(atoms) and not can_start(atoms, at + 1)


def _comparable(first: Expression, last: Expression) -> bool:
    """Whether two stretches can be the ends of a range: not a month and a bare weekday."""
    return not isinstance(last, Range | Open) and not isinstance(first, Range | Open)


def _shift(atoms: Atoms, at: int, *, month_first: bool) -> Mention | None:
    """Read "the day after A", "two days before A", "la semana después del A", "накануне A"."""
    distance = read_distance(atoms, at)
    found = _core(atoms, distance.end, held=True, month_first=month_first) if distance else None
    if distance is None or found is None:
        return None
    (inner, end), core = found
    shifted = Shifted(inner, distance.unit, distance.steps, whole=distance.whole, exact=distance.exact)
    return Mention(shifted, at, end, core, Lead.IN, core > distance.end)


def _open(atoms: Atoms, at: int, *, month_first: bool) -> Mention | None:
    """Read "before A", "since A", "until A", "around A", "from A on"."""
    if atoms[at].text == "pasado" and at and atoms[at - 1].text in _HAS:
        return None
    side = next((side for tag, side in _SIDES if has(atoms, at, tag) and not _is_article_des(atoms, at)), None)
    if side is None and not has(atoms, at, Tag.AROUND, Tag.FROM):
        return None
    start = skip(atoms, at + 1, Tag.IN, Tag.OF)
    found = _core(atoms, start, held=True, month_first=month_first) or _running(atoms, start)
    if found is None:
        return None
    (inner, end), core = found
    goes_on = _goes_on(atoms, at, end)
    expression: Expression
    if has(atoms, at, Tag.AROUND) and not has(atoms, at, Tag.ABOUT):
        expression = inner if isinstance(inner, Part) else Around(inner)
    elif has(atoms, at, Tag.FROM) and goes_on:
        expression, end = Open(inner, Side.SINCE), end + 1
    elif side is not None:
        side, end = _inclusive(_up_to_edge(side, inner), atoms, end)
        expression, end = Open(inner, side), end + (goes_on and side is Side.SINCE and _ends_phrase(atoms, end + 1))
    else:
        return None
    return Mention(expression, at, end, core, Lead.IN, article=core > start, bounded=True)


def _is_article_des(atoms: Atoms, at: int) -> bool:
    """Whether French "des" means "of the" ("des 4 et 5 mai", "des années 90"), not "dès" ("dès mai")."""
    if atoms[at].text != "des" or atoms[at].end - atoms[at].start > len("des") or at + 1 >= len(atoms):
        return False
    begins = has(atoms, at + 1, Tag.EARLY, Tag.MID, Tag.LATE, Tag.RELATIVE_DAY, Tag.THIS, Tag.MONTH, Tag.WEAK_MONTH)
    return not begins and len(atoms[at + 1].text) != YEAR_DIGITS


def _running(atoms: Atoms, at: int) -> tuple[Read, int] | None:
    """Read "the start of the year" behind "since": the running year, month or week."""
    core = skip(atoms, at, Tag.ARTICLE)
    if not has(atoms, core, Tag.EARLY):
        return None
    unit_at = skip(atoms, skip(atoms, core + 1, Tag.OF), Tag.ARTICLE, Tag.THIS)
    what = unit(atoms, unit_at)
    if what not in (Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR) or has(atoms, unit_at + 1, Tag.OF):
        return None
    return (Relative(what, 0), unit_at + 1), core


def _up_to_edge(side: Side, inner: Expression) -> Side:
    """Read "before the end of May" as until then, "after the start of May" as since."""
    if isinstance(inner, Part) and (side, inner.cut) in ((Side.BEFORE, Cut.LATE), (Side.AFTER, Cut.EARLY)):
        return Side.UNTIL if side is Side.BEFORE else Side.SINCE
    return side


def _inclusive(side: Side, atoms: Atoms, at: int) -> tuple[Side, int]:
    """Read "inclusive" behind a date: it turns "before" into "until"."""
    if not has(atoms, at, Tag.INCLUSIVE):
        return side, at
    return {Side.BEFORE: Side.UNTIL, Side.AFTER: Side.SINCE}.get(side, side), at + 1


def _ends_phrase(atoms: Atoms, at: int) -> bool:
    return at >= len(atoms) or atoms[at].kind is Kind.MARK


def _plain(atoms: Atoms, at: int, *, month_first: bool) -> Mention | None:
    """Read a date with the prepositions and articles directly before it."""
    start, lead, held = at, Lead.NONE, False
    for _ in range(MOST_PREPOSITIONS):
        if not has(atoms, at, Tag.ABOUT, Tag.IN, Tag.OF, Tag.FROM, Tag.AROUND):
            break
        if at > start and _begins_another(atoms, at, month_first=month_first):
            return None
        direct = read_core(atoms, at, held=held, month_first=month_first) if _reads_by_itself(atoms, at) else None
        if direct:
            break
        lead, held, at = _stronger(lead, atoms, at), True, at + 1
    held = held or (has(atoms, at + 1, Tag.AND) and has(atoms, at + 2, Tag.MONTH) and _vouched_pair(atoms, at))
    found = _core(atoms, at, held=held, month_first=month_first)
    if found is None:
        return None
    (expression, end), core = found
    if lead is Lead.IN and (span := _calendar_span(atoms, at, end, month_first=month_first)):
        return replace(span, start=start, lead=lead)
    if lead is Lead.NONE and has(atoms, core, Tag.GENITIVE):
        lead = Lead.OF
    if beyond := _or_side(atoms, end):
        return Mention(Open(expression, beyond[0]), start, beyond[1], core, lead, article=core > at, bounded=True)
    expression, end = _listed(atoms, expression, end, month_first=month_first)
    return Mention(expression, start, end, core, lead, article=core > at, bounded=False)


def _goes_on(atoms: Atoms, start: int, end: int) -> bool:
    """Whether "on" or "onwards" stands there; in "articles from May on the blackout" it begins what they are about."""
    if not has(atoms, end, Tag.ONWARDS) or atoms[end].text != "on":
        return has(atoms, end, Tag.ONWARDS)
    of_news = any(has(atoms, start - back, *_PUBLICATIONS) for back in range(1, NEWS_REACH + 1))
    governs = has(atoms, end + 1, Tag.ARTICLE, Tag.INDEFINITE, Tag.EVENT) or runs_on(atoms, end + 1)
    return not (of_news and governs)


def _or_side(atoms: Atoms, at: int) -> tuple[Side, int] | None:
    """Read "or later", "at the latest" behind a date, and "or after" where it ends the phrase: "on 5 May or after"."""
    at = at + 1 if mark(atoms, at, ",") and not has(atoms, at + 1, *_GOVERNING) else at
    side = Side.SINCE if has(atoms, at, Tag.OR_LATER) else Side.UNTIL if has(atoms, at, Tag.OR_EARLIER) else None
    if side is None:
        return None
    if has(atoms, at + 1, Tag.EVENT):  # "on 5 May at the latest meeting"
        ends = False
    elif has(atoms, at, *_GOVERNING):
        ends = at + 1 >= len(atoms) or not can_start(atoms, at + 1)
    else:
        ends = not _names_time(atoms, skip(atoms, skip(atoms, at + 1, Tag.IN, Tag.OF), Tag.ARTICLE))
    return (side, at + 1) if ends else None


def _names_time(atoms: Atoms, at: int) -> bool:
    """Whether a number, a month, a unit of time or the like stands there."""
    if at >= len(atoms):
        return False
    return atoms[at].kind is Kind.NUMBER or has(atoms, at, *TIME_TAGS)


def _begins_another(atoms: Atoms, at: int, *, month_first: bool) -> bool:
    """Whether a range or an open end begins there: the second word of "work for from 1965 to 1973"."""
    found = _span(atoms, at, month_first=month_first) or _open(atoms, at, month_first=month_first)
    return found is not None


def _reads_by_itself(atoms: Atoms, at: int) -> bool:
    """Whether a word that may be a preposition may also begin a date: "ultimo", "este"."""
    return has(atoms, at, Tag.THIS, Tag.AGO, Tag.DAY_PART, Tag.WEEKDAY, Tag.LATE, Tag.EARLY)


def _stronger(lead: Lead, atoms: Atoms, at: int) -> Lead:
    if lead is Lead.ABOUT or has(atoms, at, Tag.ABOUT):
        return Lead.ABOUT
    return Lead.IN if has(atoms, at, Tag.IN) else Lead.OF


def _listed(atoms: Atoms, first: Expression, end: int, *, month_first: bool) -> Read:
    """Read on where a list follows: "in March and April 2019", "en 2018 y 2019"."""
    if not isinstance(first, Stretch) or not (has(atoms, end, Tag.AND) or mark(atoms, end, ",/")):
        return first, end
    at = skip(atoms, skip(atoms, end + 1, Tag.AND), Tag.IN)
    found = _core(atoms, at, held=True, month_first=month_first)
    if found is None:
        return first, end
    second, after = found[0]
    if not isinstance(second, Stretch) or second.unit is not first.unit or (first.year and not second.year):
        return first, end
    return Range(first, second, listed=True), after
