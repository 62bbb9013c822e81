"""Find the period that a question asks for, and the days that a sentence mentions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.model import Period, PeriodRequest, PeriodRole, Span
from bot.periods.chat_lexicon import asked_words
from bot.periods.days_of import period_of
from bot.periods.expressions import Open, Range, Stretch, Unit, said_year, with_whole_months, with_year
from bot.periods.lexicon import LANGUAGES, choose, lexicon
from bot.periods.mentions import Mention, find_mentions
from bot.periods.reading import Atoms, is_ambiguous, read
from bot.periods.resolving import AskedNow, WrittenOn
from bot.periods.respelling import respell
from bot.periods.roles import Use, use_of
from bot.periods.tokens import Kind, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from bot.periods.days_of import Clock

_LINK_REACH = 3  # atoms between "after 1 May" and "before 5 May": a comma, "but", "and"
_DIGITS = (Kind.NUMBER, Kind.SHORT_YEAR)
_ROLES = {Use.EVENT: PeriodRole.EVENT, Use.PUBLISHED: PeriodRole.PUBLISHED}


def find_period(
    text: str, *, now: datetime, language: str | None = None, coverage: Period | None = None
) -> PeriodRequest | None:
    """Find the period that a question asks for; None where it names none, or only as part of an event's name.

    `now` is where relative words count from; a date without a year gets the year in which it falls inside `coverage`,
    else the latest past one. Where several periods are asked for, a publication date wins, then a range, then the
    narrowest.
    """
    tokens = tokenize(text)
    words = asked_words(choose(tokens, language))
    atoms = read(respell(tokens, words), words, forgive=True)
    mentions = find_mentions(atoms, month_first=words.month_first)
    asked = [
        (mention, use)
        for mention in mentions
        if (use := use_of(mention, atoms, date_adjectives=words.date_adjectives)) is not Use.NAME
    ]
    year = _only_year(mention for mention, _ in asked)
    clock = AskedNow(now.date(), coverage)
    requests = [
        (mention, PeriodRequest(period, _ROLES[use], _span(mention, atoms)))
        for mention, use in asked
        if (period := _asked_period(mention, clock) if year is None else _period_in(year, mention, clock))
    ]
    if not requests:
        return None
    chosen = _between(requests) or min(requests, key=_rank)[1]
    return replace(chosen, is_to_come=chosen.period.first is not None and chosen.period.first > now.date())


def has_ambiguous_date(text: str, language: str | None = None) -> bool:
    """Whether a question has a date such as 03/05/2019 that English writes both ways, so that it was not read."""
    tokens = tokenize(text)
    return choose(tokens, language).language == "en" and any(is_ambiguous(token.text) for token in tokens)


def mentioned_days(text: str, *, reference: date | None, language: str | None = None) -> tuple[Period, ...]:
    """Return all days, months, years and longer stretches that a text mentions, in order, each once, with two ends.

    `reference` is the day of writing. Without it days that need it (yesterday) are left out, and those that only lack
    their year (23 January) are given in UNKNOWN_YEAR. What is open ("since 2005", "until 3 May") mentions the stretch
    that it names: how far it goes on, the text does not say.
    """
    tokens = tokenize(text)
    words = lexicon(language) if language in LANGUAGES else choose(tokens, None)
    if not any(token.text in words.time_words or token.kind in _DIGITS for token in tokens):
        return ()
    atoms = read(tokens, words, forgive=False)
    clock = WrittenOn(reference)
    mentions = find_mentions(atoms, month_first=words.month_first)
    found = (_period(each, clock) for mention in mentions for each in _one_by_one(mention))
    return tuple(dict.fromkeys(period for period in found if period))


def _one_by_one(mention: Mention) -> Iterator[Mention]:
    """Take a list apart: "on 30 April and 1 May 2019" mentions two days; of "since 2005" take the year."""
    expression = mention.expression
    if isinstance(expression, Open):
        yield replace(mention, expression=expression.of)
        return
    if not isinstance(expression, Range) or not expression.listed:
        yield mention
        return
    year = said_year(expression)
    for side in (expression.first, expression.last):
        yield replace(mention, expression=side if year is None else with_year(side, year))


def _asked_period(mention: Mention, clock: Clock) -> Period | None:
    """Return the period of a mention; an impossible day such as 31 April asks for its month."""
    return _period(mention, clock) or _period(replace(mention, expression=with_whole_months(mention.expression)), clock)


def _between(requests: Sequence[tuple[Mention, PeriodRequest]]) -> PeriodRequest | None:
    """Return the period between two ends said one by one: "after 1 May but before 5 May"."""
    for (one, first), (other, second) in pairwise(requests):
        if first.role is not second.role or not 0 <= other.start - one.end <= _LINK_REACH:
            continue
        since, until = (first, second) if first.period.last is None else (second, first)
        open_ends = since.period.last is None and until.period.first is None
        ends = (since.period.first, until.period.last)
        if open_ends and ends[0] and ends[1] and ends[0] <= ends[1]:
            return PeriodRequest(Period(*ends), first.role, Span(first.words.start, second.words.end))
    return None


def _period(mention: Mention, clock: Clock) -> Period | None:
    """Return the period of a mention; None for impossible days such as 31 April."""
    try:
        return period_of(mention.expression, clock)
    except ValueError:
        return None


def _span(mention: Mention, atoms: Atoms) -> Span:
    return Span(atoms[mention.start].start, atoms[mention.end - 1].end)


def _only_year(mentions: Iterable[Mention]) -> int | None:
    """Return the only year that is asked for by itself: "In 2017, what came after 5 May?"."""
    years = {
        mention.expression.year
        for mention in mentions
        if isinstance(mention.expression, Stretch) and mention.expression.unit is Unit.YEAR and not mention.bounded
    }
    return years.pop() if len(years) == 1 else None


def _period_in(year: int, mention: Mention, clock: Clock) -> Period | None:
    """Return the period of a mention, within a year where it names none itself; "until yesterday" may lie outside."""
    if said_year(mention.expression) is not None:
        return _asked_period(mention, clock)
    period = _asked_period(replace(mention, expression=with_year(mention.expression, year)), clock)
    if period is None:
        return None
    first, last = period.first or date(year, 1, 1), period.last or date(year, 12, 31)
    return Period(first, last) if first <= last else period


def _rank(found: tuple[Mention, PeriodRequest]) -> tuple[bool, bool, int, int]:
    """Order requests: publication dates first, then ranges with two ends, then the narrower, then the earlier."""
    mention, request = found
    first, last = request.period.first, request.period.last
    width = (last - first).days if first and last else date.max.toordinal()
    is_range = isinstance(mention.expression, Range) and mention.bounded
    return request.role is not PeriodRole.PUBLISHED, not is_range, width, request.words.start
