"""Where in a text a mention of time can begin: most places have no number and no word about time near them."""

from __future__ import annotations

from bot.periods.dates import YEAR_DIGITS, is_decade
from bot.periods.expressions import Unit
from bot.periods.lexicon import ONE_QUARTER, TIME_TAGS
from bot.periods.reading import Atoms, has, unit
from bot.periods.tokens import Kind
from bot.periods.words import Tag

_HOLDING = (
    Tag.IN, Tag.OF, Tag.FROM, Tag.TO, Tag.BETWEEN, Tag.BEFORE, Tag.AFTER, Tag.SINCE, Tag.UNTIL, Tag.AROUND, Tag.THIS,
    Tag.LAST, Tag.NEXT, Tag.AND,
)  # fmt: skip
REACH = 8  # atoms from the start of a mention to its first number or name
_SHORT_PARTS = frozenset({"q", "h", "t", "s"})  # Q1 2019, H2 2019, T2 2019, 1S 2019
COUNT_WORDS = frozenset({"a", "an", "через", "за", "спустя"})  # "a week ago", "через день после"
_NUMERALS = frozenset({"i", "ii", "iii", "iv"})  # "II квартал"
_FIRM_NAMES = TIME_TAGS - {Tag.UNIT}
_COUNTING = (Tag.LAST, Tag.BEFORE_LAST, Tag.THIS, Tag.NEXT, Tag.RECENT, Tag.AGO)
_WORD_STARTERS = _SHORT_PARTS | COUNT_WORDS | _NUMERALS
_STARTERS = (
    TIME_TAGS
    | set(_HOLDING)
    | set(_COUNTING)
    | {
        Tag.WEAK_WEEKDAY,
        Tag.FEW,
        Tag.CARDINAL,
        Tag.ORDINAL,
        Tag.ABOUT,
        Tag.ARTICLE,
        Tag.EARLY,
        Tag.MID,
        Tag.LATE,
        Tag.LAST_OF,
    }
    | {Tag.DAY_PART, Tag.NEXT_DAY, Tag.SECOND_DAY, Tag.EVE, Tag.SECOND_EVE, Tag.YEARS_OF, Tag.INDEFINITE}
)


def near_anchors(atoms: Atoms) -> list[bool]:
    """Say for each place whether a number or a word for a day, month or the like follows closely: most have none."""
    near, distance = [False] * len(atoms), REACH + 1
    for at in range(len(atoms) - 1, -1, -1):
        distance = 0 if _is_anchor(atoms, at) else distance + 1
        near[at] = distance <= REACH
    return near


def _is_anchor(atoms: Atoms, at: int) -> bool:
    """Whether a mention of time can hang on the atom: a name, a full date, a year, a unit beside "last" or "ago"."""
    atom = atoms[at]
    if atom.date is not None:
        return True
    if atom.number is not None:
        return len(atom.text) == YEAR_DIGITS or is_decade(atoms, at) or has(atoms, at - 1, Tag.YEARS_OF)
    if Tag.WEAK_WEEKDAY in atom.tags and (
        Tag.LONE_WEEKDAY in atom.tags or has(atoms, at - 1, Tag.IN, *_COUNTING) or has(atoms, at + 1, *_COUNTING)
    ):
        return True
    if not atom.tags or TIME_TAGS.isdisjoint(atom.tags):
        return atom.text in _SHORT_PARTS and at + 1 < len(atoms) and atoms[at + 1].number is not None
    if Tag.UNIT in atom.tags and _FIRM_NAMES.isdisjoint(atom.tags):
        return _is_anchored_unit(atoms, at)
    return True


def _is_anchored_unit(atoms: Atoms, at: int) -> bool:
    """Whether a unit can carry a mention: "last week", "the start of the year", "the weekend", "third quarter"."""
    what = unit(atoms, at)
    return (
        what is Unit.WEEKEND
        or any(has(atoms, at + step, *_COUNTING) for step in (-2, -1, 1, 2))
        or any(has(atoms, at - step, Tag.EARLY) for step in (1, 2, 3))
        or (what is Unit.QUARTER and at > 0 and (has(atoms, at - 1, Tag.ORDINAL) or _numbers_quarter(atoms, at - 1)))
    )


def _numbers_quarter(atoms: Atoms, at: int) -> bool:
    """Whether the number before a quarter says which: "2nd quarter", "1 квартал", but not "2 quarters"."""
    return atoms[at].ordinal != "" or (atoms[at].number is not None and atoms[at + 1].text in ONE_QUARTER)


def can_start(atoms: Atoms, at: int) -> bool:
    """Whether the atom can be the first of a mention: a number, a name, a preposition, an article."""
    atom = atoms[at]
    if atom.tags:
        return not _STARTERS.isdisjoint(atom.tags) or atom.text in _WORD_STARTERS
    return atom.kind in (Kind.NUMBER, Kind.SHORT_YEAR) or atom.text in _WORD_STARTERS
