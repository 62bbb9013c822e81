"""What a mention of time does in a question: says when it happened, when it was published, or only names something.

"What happened on 30 April" narrows the search; "the 30 April uprising" does not, since the date is part of a name and
articles of all later days speak of it. The rule: a date behind its own preposition (in, on, since, before, between) or
standing by itself is adverbial; one tied to a noun ("the call of 3 May", "el acto del 1 de mayo", "мятеж 30 апреля")
or used as an adjective ("the March blackout") is a name, as is one that is spoken about ("about 30 April"). Nouns for
news make it a publication date ("articles from March"), nouns that only hold time ("the events of 30 April", "the
evening of") leave it adverbial. Before and after a date are always adverbial, also behind a noun ("the clashes after
30 April"): nothing published earlier can tell of them.
"""

from __future__ import annotations

from enum import Enum, auto

from bot.periods.dates import mark, runs_on
from bot.periods.expressions import Open, Part, Range, Relative, Shifted, Stretch, Trailing, Unit, Weekday
from bot.periods.mentions import Lead, Mention
from bot.periods.reading import Atoms, has
from bot.periods.tokens import Kind
from bot.periods.words import Tag

_ENGLISH_ARTICLES = frozenset({"the", "that"})
NEWS_REACH = 8  # atoms between "articles" and the date that belongs to it
_CONNECTING = frozenset({
    Tag.FUNCTION, Tag.BETWEEN, Tag.FROM, Tag.TO, Tag.AND, Tag.BEFORE, Tag.AFTER, Tag.SINCE, Tag.UNTIL, Tag.AROUND,
    Tag.ABOUT, Tag.IN, Tag.OF, Tag.ARTICLE, Tag.ONWARDS, Tag.MONTH, Tag.WEEKDAY, Tag.RELATIVE_DAY, Tag.DAY_PART,
})  # fmt: skip
_LINKS = frozenset({Tag.IN, Tag.OF, Tag.FROM, Tag.ARTICLE, Tag.ABOUT, Tag.BEFORE, Tag.AFTER, Tag.SINCE, Tag.UNTIL})


_NO_ADJECTIVES = (Part, Relative, Trailing, Weekday)  # "mid-May protests", "last friday protests": when, not which


class Use(Enum):
    """What a mention does."""

    EVENT = auto()
    PUBLISHED = auto()
    NAME = auto()


def use_of(mention: Mention, atoms: Atoms, *, date_adjectives: bool) -> Use:
    """Say what a mention of time does in its question; `date_adjectives`: see `LanguageWords`."""
    if _of_news(mention, atoms):
        return Use.PUBLISHED
    if mention.lead is Lead.ABOUT or _names_place(mention, atoms) or _belongs_to_noun(mention, atoms):
        return Use.NAME
    if date_adjectives and (_is_adjective(mention, atoms) or has(atoms, mention.end, Tag.PLACE)):
        return Use.NAME
    return Use.EVENT


def _of_news(mention: Mention, atoms: Atoms) -> bool:
    """Whether a noun for news, or "published", governs the date."""
    if has(atoms, mention.end, Tag.NEWS) or (_has_s(atoms, mention.end) and has(atoms, mention.end + 1, Tag.NEWS)):
        return True
    before = mention.start - 1
    while has(atoms, before, Tag.IN, Tag.OF, Tag.ARTICLE, Tag.FROM) and not has(atoms, before, Tag.PUBLISHED):
        before -= 1
    if has(atoms, before, Tag.ISSUED):
        before -= 1
        before -= not has(atoms, before, Tag.NEWS, Tag.REPORTS)  # "articles that came out"
        return has(atoms, before, Tag.NEWS, Tag.REPORTS)
    if has(atoms, before, Tag.NEWS, Tag.REPORTS, Tag.PUBLISHED) or has(atoms, mention.start, Tag.PUBLISHED):
        return mention.lead is not Lead.ABOUT
    return _news_further_back(mention, atoms)


def _news_further_back(mention: Mention, atoms: Atoms) -> bool:
    """Look for "articles about X", "published about X", "the press" earlier in the clause."""
    tied = mention.lead is Lead.OF or mention.bounded
    for back in range(1, NEWS_REACH + 1):
        at = mention.start - back
        if at < 0 or mark(atoms, at, ".?!;:"):
            return False
        if has(atoms, at, Tag.PRESS, Tag.PUBLISHED):
            return mention.lead is not Lead.OF or tied
        if has(atoms, at, Tag.NEWS, Tag.REPORTS):
            return tied and has(atoms, at, Tag.NEWS) and not has(atoms, mention.start - 1, Tag.EVENT)
        if _asks(atoms, at):
            return False
    return False


def _asks(atoms: Atoms, at: int) -> bool:
    return has(atoms, at, Tag.FUNCTION) and not any(tag in atoms[at].tags for tag in _LINKS | {Tag.AND})


def _has_s(atoms: Atoms, at: int) -> bool:
    """Whether the English 's follows."""
    return at < len(atoms) and atoms[at].text == "s"


def _is_adjective(mention: Mention, atoms: Atoms) -> bool:
    """Whether a date stands before its noun: "the March blackout", "yesterday's speech", "30 april uprising"."""
    if _has_s(atoms, mention.end) and _is_content(atoms, mention.end + 1):
        return True
    if _with_of(mention, atoms):
        return False
    if _behind_article(mention, atoms):
        return _is_content(atoms, mention.end)
    if (mention.lead is Lead.IN and not _governs_noun(mention, atoms)) or _stands_as_when(mention, atoms):
        return False
    return has(atoms, mention.end, Tag.EVENT) and not has(atoms, mention.end, Tag.FUNCTION)


def _stands_as_when(mention: Mention, atoms: Atoms) -> bool:
    """Whether a date says when by its own form: "mid-May protests", "fri july 5th parade", "30/04/2019 raid"."""
    if isinstance(mention.expression, _NO_ADJECTIVES) or atoms[mention.core].date is not None:
        return True
    return has(atoms, mention.core, Tag.WEEKDAY, Tag.WEAK_WEEKDAY)


def _names_place(mention: Mention, atoms: Atoms) -> bool:
    """Whether a date names or numbers what stands before it: "avenida 5 de mayo", "Agenda 2030"."""
    if mention.lead not in (Lead.NONE, Lead.OF) or mention.article:
        return False
    before = mention.start - 1
    if has(atoms, before, Tag.NUMBERED, Tag.PLACE):
        return True
    is_year = isinstance(mention.expression, Stretch) and mention.expression.unit is Unit.YEAR
    named = has(atoms, before - 1, Tag.NUMBERED) and not has(atoms, before - 1, Tag.NEWS)  # "Plan País 2025"
    return is_year and named and runs_on(atoms, before)


def _behind_article(mention: Mention, atoms: Atoms) -> bool:
    """Whether "the", "a" or "his" stands directly before the date, as before an adjective."""
    if mention.article and not isinstance(mention.expression, Trailing):
        return atoms[mention.core - 1].text in _ENGLISH_ARTICLES
    return mention.lead is Lead.NONE and has(atoms, mention.start - 1, Tag.INDEFINITE)


def _with_of(mention: Mention, atoms: Atoms) -> bool:
    """Whether the date itself is written with "of": "the 30th of April" is no adjective."""
    return any(atoms[at].text == "of" for at in range(mention.core, mention.end))


def _governs_noun(mention: Mention, atoms: Atoms) -> bool:
    """Whether "during", "before", "after" governs a noun behind the date: "during april uprising"."""
    return isinstance(mention.expression, Open | Shifted) or atoms[mention.start].text == "during"


def _is_content(atoms: Atoms, at: int) -> bool:
    """Whether an ordinary word stands there: no preposition, auxiliary or mark."""
    if at >= len(atoms) or atoms[at].kind is not Kind.WORD:
        return False
    return has(atoms, at, Tag.EVENT) or not (_CONNECTING & atoms[at].tags.keys())


def _belongs_to_noun(mention: Mention, atoms: Atoms) -> bool:
    """Whether a date behind "of", or a bare date behind an event, belongs to that noun."""
    before = mention.start - 1
    if mention.bounded:
        return False
    if mention.lead is Lead.OF:
        return not _holds_time(atoms, before)
    if mention.lead is Lead.NONE:
        return _is_genitive_year(mention, atoms) or (
            has(atoms, before, Tag.EVENT)
            and not mention.article
            and not _asked_which(atoms, before)
            and _day_behind(mention, atoms)
        )
    return False


def _is_genitive_year(mention: Mention, atoms: Atoms) -> bool:
    """Whether a noun governs a Russian year: "конституция 1999 года"."""
    if not isinstance(mention.expression, Stretch) or mention.expression.unit is not Unit.YEAR or mention.start == 0:
        return False
    return atoms[mention.end - 1].text == "года" and not _holds_time(atoms, mention.start - 1)


def _day_behind(mention: Mention, atoms: Atoms) -> bool:
    """Whether a date directly behind an event belongs to it, as it does in Russian."""
    return not atoms[mention.start - 1].text.isascii() and isinstance(mention.expression, Stretch | Range)


def _holds_time(atoms: Atoms, at: int) -> bool:
    """Whether what stands before "of <date>" is no name: nothing, a mark, a verb's helper, or "the events"."""
    if at < 0 or atoms[at].kind is Kind.MARK:
        return True
    return has(atoms, at, Tag.HAPPENINGS, Tag.DAY_PART) or (
        has(atoms, at, Tag.FUNCTION) and not has(atoms, at, Tag.EVENT)
    )


def _asked_which(atoms: Atoms, at: int) -> bool:
    """Whether a question word stands before the event: "сколько протестов 23 января"."""
    return has(atoms, at - 1, Tag.FUNCTION) and not any(tag in atoms[at - 1].tags for tag in _LINKS | {Tag.AND, Tag.TO})
