"""What a mention of time does in a question: says when it happened, when it was published, or only names something.

"What happened on 30 April" narrows the search; "the 30 April uprising" does not, since the date is part of a name and
articles of all later days speak of it. The rule: a date behind its own preposition (in, on, since, before, between) or
standing by itself is adverbial; one tied to a noun ("the call of 3 May", "el acto del 1 de mayo", "мятеж 30 апреля")
or used as an adjective ("the March blackout") is a name, as is one that is spoken about ("about 30 April"). Nouns for
news make it a publication date ("articles from March"), nouns that only hold time ("the events of 30 April", "the
evening of") leave it adverbial. Before and after a date are always adverbial, also behind a noun ("the clashes after
30 April"): nothing published earlier can tell of them. A year beside a law, a treaty, an election or a coup tells
which one ("the 1999 constitution", "elecciones 2018").
"""

from __future__ import annotations

from enum import Enum, auto

from bot.periods.dates import runs_on
from bot.periods.expressions import Open, Part, Range, Relative, Shifted, Stretch, Trailing, Weekday
from bot.periods.mentions import Lead, Mention
from bot.periods.publication import LINKS, NAME_REACH, has_s, is_named_by_year, is_year, of_publication
from bot.periods.reading import Atoms, has
from bot.periods.tokens import Kind
from bot.periods.words import Tag

_WHICH = frozenset({
    "which", "what", "que", "cual", "ke", "q", "qual", "quel", "quelle", "какой", "какая", "какую", "каком", "какого",
})  # fmt: skip
_DOTTED = frozenset({"av", "ave", "ул", "urb", "bd"})  # "av. 5 de julio"
_ENGLISH_ARTICLES = frozenset({"the", "that"})
_CONNECTING = frozenset({
    Tag.FUNCTION, Tag.BETWEEN, Tag.FROM, Tag.TO, Tag.AND, Tag.BEFORE, Tag.AFTER, Tag.SINCE, Tag.UNTIL, Tag.AROUND,
    Tag.ABOUT, Tag.IN, Tag.OF, Tag.ARTICLE, Tag.ONWARDS, Tag.MONTH, Tag.WEEKDAY, Tag.RELATIVE_DAY, Tag.DAY_PART,
})  # fmt: skip


_NO_ADJECTIVES = (Part, Relative, Trailing, Weekday)  # "mid-May protests", "last friday protests": when, not which


class Use(Enum):
    """What a mention does."""

    EVENT = auto()
    PUBLISHED = auto()
    NAME = auto()


def use_of(mention: Mention, atoms: Atoms, *, date_adjectives: bool) -> Use:
    """Say what a mention of time does in its question; `date_adjectives`: see `LanguageWords`."""
    named = is_named_by_year(mention, atoms) or (date_adjectives and _is_year_of(mention, atoms))
    if not named and of_publication(mention, atoms):
        return Use.PUBLISHED
    if mention.lead is Lead.ABOUT or _names_place(mention, atoms) or _belongs_to_noun(mention, atoms):
        return Use.NAME
    if named or (date_adjectives and (_is_adjective(mention, atoms) or has(atoms, mention.end, Tag.PLACE))):
        return Use.NAME
    return Use.EVENT


def _is_year_of(mention: Mention, atoms: Atoms) -> bool:
    """Whether a bare year stands before what it names: "2018 presidential election", "1961 vienna convention"."""
    if not (mention.lead is Lead.NONE or mention.article) or not is_year(mention):
        return False
    for at in range(mention.end, min(mention.end + NAME_REACH, len(atoms))):
        if has(atoms, at, Tag.DATED):
            return True
        if not _is_content(atoms, at):
            return False
    return False


def _is_adjective(mention: Mention, atoms: Atoms) -> bool:
    """Whether a date stands before its noun: "the March blackout", "yesterday's speech", "30 april uprising"."""
    if has_s(atoms, mention.end) and _is_content(atoms, mention.end + 1):
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
    first = mention.expression.first if isinstance(mention.expression, Range) else mention.expression
    if isinstance(first, _NO_ADJECTIVES) or atoms[mention.core].date is not None:
        return True
    return has(atoms, mention.core, Tag.WEEKDAY, Tag.WEAK_WEEKDAY)


def _names_place(mention: Mention, atoms: Atoms) -> bool:
    """Whether a date names or numbers what stands before it: "avenida 5 de mayo", "Agenda 2030".

    An English noun behind a foreign date is named too: "the 23 de enero parish".
    """
    if has(atoms, mention.end, Tag.PLACE_BEHIND):
        return True
    if mention.lead not in (Lead.NONE, Lead.OF) or mention.article:
        return False
    before = mention.start - 1
    if before > 0 and atoms[before].text == "." and atoms[before - 1].text in _DOTTED:
        return True
    if has(atoms, before, Tag.NUMBERED) or (has(atoms, before, Tag.PLACE) and _is_name_of(mention, atoms)):
        return True
    named = has(atoms, before - 1, Tag.NUMBERED) and not has(atoms, before - 1, Tag.NEWS)  # "Plan País 2025"
    return is_year(mention) and named and runs_on(atoms, before)


def _is_name_of(mention: Mention, atoms: Atoms) -> bool:
    """Whether a date is the name of a place: not "qué calle 5 de mayo", "на площадь 5 мая", "квартал 2019"."""
    before = mention.start - 1
    if has(atoms, before, Tag.UNIT) and is_year(mention):
        return False
    if before > 0 and atoms[before - 1].text in _WHICH:
        return False
    return not (atoms[before].text == "площадь" and has(atoms, before - 1, Tag.IN))


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
    if not is_year(mention) or mention.start == 0:
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
    return has(atoms, at - 1, Tag.FUNCTION) and not any(tag in atoms[at - 1].tags for tag in LINKS | {Tag.AND, Tag.TO})
