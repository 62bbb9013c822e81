"""Whether a date is one of publication: newspapers of a day, articles before it, what the press wrote then.

And what keeps it from being one: the date belongs to what the articles are about, or numbers an article of a law.
"""

from __future__ import annotations

from bot.periods.dates import YEAR_DIGITS, mark, runs_on
from bot.periods.expressions import Stretch, Unit
from bot.periods.mentions import Lead, Mention
from bot.periods.reading import Atoms, has
from bot.periods.tokens import Kind
from bot.periods.words import Tag

NEWS_REACH = 8  # atoms between "articles" and the date that belongs to it
ISSUED_REACH = 10  # atoms between "articles" and "came out"
LEADING_REACH = 6  # atoms between a date that opens a question and "published"
NAME_REACH = 4  # atoms between "constitution" or "election" and the year that tells which
LINKS = frozenset({Tag.IN, Tag.OF, Tag.FROM, Tag.ARTICLE, Tag.ABOUT, Tag.BEFORE, Tag.AFTER, Tag.SINCE, Tag.UNTIL})
_NEWS = (Tag.NEWS, Tag.REPORTS)
_OF_NEWS = (Tag.MONTH_ADJECTIVE, Tag.DAY_ADJECTIVE, Tag.YEAR_ADJECTIVE)  # read beside news only
_ENDS = ".?!;:"


def of_publication(mention: Mention, atoms: Atoms) -> bool:
    """Whether a noun for news, "published" or what the press said governs the date."""
    if has(atoms, mention.core, *_OF_NEWS) or has(atoms, mention.end, Tag.NEWS):
        return True
    if has_s(atoms, mention.end) and (has(atoms, mention.end + 1, *_NEWS) or _is_press(atoms, mention.end + 1)):
        return True
    if has(atoms, mention.end, Tag.PRESS) and mention.lead is Lead.NONE and not has(atoms, mention.end + 1, Tag.EVENT):
        return True
    before = mention.start - 1
    while has(atoms, before, Tag.IN, Tag.OF, Tag.ARTICLE, Tag.FROM) and not has(atoms, before, Tag.PUBLISHED):
        before -= 1
    if has(atoms, before, Tag.ISSUED):
        return _issued(atoms, before) or _in_press(atoms, mention.end) or _opens_with(mention, atoms)
    if _is_news(atoms, before) or has(atoms, before, Tag.PUBLISHED) or has(atoms, mention.start, Tag.PUBLISHED):
        return mention.lead is not Lead.ABOUT
    return _further_back(mention, atoms) or _opens_with(mention, atoms)


def _is_press(atoms: Atoms, at: int) -> bool:
    """Whether a word for the press stands there, and no press conference or crackdown."""
    return has(atoms, at, Tag.PRESS) and not (has(atoms, at + 1, Tag.EVENT) or runs_on(atoms, at + 1))


def _in_press(atoms: Atoms, at: int) -> bool:
    """Whether "in the papers" stands there: "saiu ontem nos jornais"."""
    return has(atoms, at, Tag.IN) and has(atoms, at + 1 + has(atoms, at + 1, Tag.ARTICLE), Tag.PRESS)


def has_s(atoms: Atoms, at: int) -> bool:
    """Whether the English 's follows."""
    return at < len(atoms) and atoms[at].text == "s"


def is_year(mention: Mention) -> bool:
    """Whether a mention is one of a whole year."""
    return isinstance(mention.expression, Stretch) and mention.expression.unit is Unit.YEAR


def is_named_by_year(mention: Mention, atoms: Atoms) -> bool:
    """Whether a year behind a law, a treaty, an election tells which: "elecciones presidenciales de 2018"."""
    if mention.lead not in (Lead.NONE, Lead.OF) or mention.bounded or not is_year(mention):
        return False
    tied = mention.lead is Lead.OF or atoms[mention.end - 1].text == "года"
    for at in range(mention.start - 1, max(mention.start - 1 - NAME_REACH, -1), -1):
        if has(atoms, at, Tag.DATED):
            return True
        plain = atoms[at].kind is Kind.WORD and not has(atoms, at, *_NEWS, Tag.PRESS, Tag.PUBLISHED, Tag.ISSUED)
        passing = tied and plain and not _asks(atoms, at)
        if not passing and not has(atoms, at, Tag.OF):
            return False
    return False


def _is_news(atoms: Atoms, at: int) -> bool:
    """Whether a noun for news stands there, and no article of a law: "Article 233", "artículos 233 y 333"."""
    if not has(atoms, at, *_NEWS):
        return False
    follows = atoms[at + 1] if at + 1 < len(atoms) else None
    numbered = follows is not None and follows.number is not None and len(follows.text) < YEAR_DIGITS
    return not (has(atoms, at, Tag.NUMBERED) and numbered)


def _issued(atoms: Atoms, at: int) -> bool:
    """Whether it is articles that came out: "which stories about gold came out", not "soldiers that came out"."""
    if _is_news(atoms, at - 1) or _is_news(atoms, at - 2):  # "articles that came out"
        return True
    at -= 1
    while has(atoms, at, Tag.FUNCTION) and not has(atoms, at, Tag.ARTICLE, Tag.RELATIVE):  # "sont sortis"
        at -= 1
    for back in range(at, max(at - ISSUED_REACH, -1), -1):
        if _is_news(atoms, back):
            return True
        if mark(atoms, back, _ENDS + ",") or _asks(atoms, back) or has(atoms, back, Tag.RELATIVE):
            return False
    return False


def _further_back(mention: Mention, atoms: Atoms) -> bool:
    """Look for "articles about X", "published about X", "the press wrote" earlier in the clause."""
    tied = mention.lead is Lead.OF or mention.bounded
    for back in range(1, NEWS_REACH + 1):
        at = mention.start - back
        if at < 0 or mark(atoms, at, _ENDS):
            return False
        if has(atoms, at, Tag.PUBLISHED):
            return True
        if has(atoms, at, Tag.PRESS, Tag.REPORTERS) and mention.lead is not Lead.ABOUT:
            return _speaks(atoms, at) or (has(atoms, at, Tag.PRESS) and _is_dated(mention, atoms, at))
        if _is_news(atoms, at):
            return tied and has(atoms, at, Tag.NEWS) and not has(atoms, mention.start - 1, Tag.EVENT)
        if _asks(atoms, at) and not has(atoms, at, Tag.SAYS):
            return False
    return False


def _is_dated(mention: Mention, atoms: Atoms, at: int) -> bool:
    """Whether a date belongs to the press: "newspapers of", "in the papers on", not "who attacked the press on"."""
    if (mention.lead is Lead.OF and not mention.bounded) or atoms[mention.start].text == "за":
        return True
    before = at - 1 - has(atoms, at - 1, Tag.ARTICLE)
    opens = before < 0 or atoms[before].kind is Kind.MARK or has(atoms, before, Tag.IN, Tag.OF)
    return opens and not has(atoms, before, Tag.TO) and mention.start - at == 1


def _speaks(atoms: Atoms, at: int) -> bool:
    """Whether the press there says something: "the papers said", "decían los diarios", not "told the press"."""
    return has(atoms, at + 1, Tag.SAYS) or has(atoms, at + 2, Tag.SAYS) or _is_said_by(atoms, at)


def _is_said_by(atoms: Atoms, at: int) -> bool:
    before = at - 1 - has(atoms, at - 1, Tag.ARTICLE)
    return has(atoms, before, Tag.SAYS, Tag.PUBLISHED)


def _opens_with(mention: Mention, atoms: Atoms) -> bool:
    """Whether the date opens a question about what was published: "before 1 May which articles came out"."""
    if mention.start > 0 and not mark(atoms, mention.start - 1, _ENDS):
        return False
    news, bare = False, True
    for at in range(mention.end, min(mention.end + LEADING_REACH, len(atoms))):
        if mark(atoms, at, _ENDS):
            return False
        if has(atoms, at, Tag.PUBLISHED) or (news and has(atoms, at, Tag.ISSUED)):
            return news or bare
        if has(atoms, at, Tag.PRESS, Tag.REPORTERS) and _speaks(atoms, at):
            return True
        news = news or _is_news(atoms, at)
        bare = bare and (atoms[at].kind is Kind.MARK or has(atoms, at, Tag.FUNCTION, Tag.ARTICLE))
    return False


def _asks(atoms: Atoms, at: int) -> bool:
    return has(atoms, at, Tag.FUNCTION) and not any(tag in atoms[at].tags for tag in LINKS | {Tag.AND})
