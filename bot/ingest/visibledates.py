"""Dates that a page shows its readers as its own: marked elements, date lines under the headline, "published on".

A text node with a year is widened to the line around it; the line counts when it is little else than the date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.ingest.datewords import DateMention, find_dates, read_stamp
from bot.ingest.dom import names_of, one_line, short_text, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from bot.ingest.dom import Page

MARKED = "marked element"
TIME_TAG = "time tag"
HEAD = "head of text"
LABELLED = "line saying published"
ONLY_TIME = "only time tag"
REVISED = "line saying updated"  # no publication date; it only casts doubt on others
PLACES = (MARKED, TIME_TAG, HEAD, LABELLED, ONLY_TIME)
"""From most to least trusted."""

_LINE = 140  # characters; a date line with section, author and time stays below
_HEAD_TEXT = 700  # characters of running text after the headline within which a date line counts
_SITE_NAME = 15  # characters: a heading as short as this may be the site's name
_BEFORE_HEADLINE = 300  # characters between a date line and the headline that follows it
_LEVELS_UP = 4  # ancestors of the headline in which a date line before it is looked for
_INLINE_TAGS = frozenset(
    {"a", "abbr", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "time", "u", "label"}
)
_LINE_WORDS = 8  # words besides the date: weekday, author, section
_LINK_WORDS = 3  # words besides the date in a link that is still only a date
_ONLY_DATE = 60  # characters of a line that is a date and nothing else
_MAX_LINES = 600  # elements with a year looked at in a page: what comes later is a list, not an article's date
_SENTENCE = 80  # characters: a longer paragraph is running text
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d?\.\d\d?\.\d\d")
_LABEL = (
    r"publish\w*|posted|first published|released?|release date|publicad[oa]|publicaci[oó]n|fecha|creado|"
    r"опубликован\w*|дата публикации|опублікован\w*|publicaç[aã]o|data|publié\w*|parution|mis en ligne|"
    r"veröffentlicht\w*|erstellt|datum|stand|pubblicato|date|on|by|at|the|le|el|em|am|às|a las|à|um|uhr|hrs?|"
    r"written|added|created|submitted"
)
_PUBLISHED = re.compile(
    r"(?:publish\w*|posted|first published|publicad[oa]|fecha de publicaci[oó]n|опубликован\w*|дата публикации|"
    r"опублікован\w*|publié\w*|mis en ligne|veröffentlicht\w*|"
    r"erstellt|pubblicato|release date)\W{0,3}(?:\w{1,10}\W{1,3}){0,3}$",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"(?:updat\w*|\bupd|modifi\w*|last (?:edited|changed|reviewed)|"
    r"edited|revised|actualiza\w*|обновл\w*|изменен\w*|оновлен\w*|"
    r"atualiza\w*|mis à jour|mise à jour|màj|aktualisiert|geändert|änderung|aggiornat\w*|zuletzt|expires?|"
    r"©|copyright|\(c\)|since|desde|depuis|registered|joined|member|"
    r"retrieved|accessed)\W{0,3}(?:\w{1,10}\W{1,3}){0,4}$",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"\b(?:version|edition|volume|vol|issue|versi[oó]n|edici[oó]n|vers[aã]o|edi[cç][aã]o|выпуск|версия)\b",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"comment|respond|reply|related|recommend|sidebar|site-?footer|"
    r"page-?footer|popular|trending|latest|newsletter|widget|teaser|carousel|"
    r"most-?read|more-|read-?next|promo|archive|calendar|copyright|coment|komment|ultim|lo-mas|recirc|upcoming|event-",
    re.IGNORECASE,
)
_NEVER_TAGS = frozenset(
    {"script", "style", "noscript", "template", "option", "textarea", "title", "head", "svg", "code"}
)
_NEVER = " or ".join(f"self::{tag}" for tag in sorted(_NEVER_TAGS))  # as XPath; a page's script may be most of it
_OUTSIDE_TAGS = frozenset({"aside", "footer", "nav"})
_MARKS = re.compile(
    r"(?:^|[\s_-])(?:date|dates|fecha|data|datum|pubdate|published|"
    r"publish|posted|timestamp|datetime|dateline|time|byline|"
    r"created|publicacion|publication|meta|entry-meta|postmetadata)(?:$|[\s_-])|pubdate|publishdate|postdate|datepost|"
    r"articledate|entrydate|date(?:time)?published|newsdate",
    re.IGNORECASE,
)
_SAYS_TODAY = re.compile(
    r"\btoday(?:['’]s date|\s+is\b|\s*:)|"
    r"\bhoy(?:\s+es\b|\s*[:,])|\bhoje(?:\s+é\b|\s*[:,])|\bсегодня\b|\baujourd['’]hui\b|"
    r"\bnous sommes\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"today|current|now\b|clock|weather|\bhoy\b|masthead|top-?bar", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Sight:
    """What decides whether an element is the article's own. `around` holds the headline's ancestors, never outside."""

    headline: HtmlElement | None
    around: frozenset[HtmlElement]
    near: frozenset[HtmlElement]
    day_first: bool | None


def dates_in_sight(page: Page, *, day_first: bool | None = None) -> dict[str, date]:
    """Return the first date found in each place of the page that readers see, by place (see `PLACES`).

    Args:
        page: the page.
        day_first: whether 02/05/2019 is 2 May, None where that is open.
    """
    tree, headline = page.tree, page.headline
    around = frozenset(headline.iterancestors()) if headline is not None else frozenset()
    sight = _Sight(headline, around, _neighbourhood(headline), day_first)
    found: dict[str, date] = {}
    times: set[date] = set()
    for place, day in _walk(tree, sight):
        found.setdefault(place, day)
        times |= {day} if place == ONLY_TIME else set()
    if len(times) > 1:
        del found[ONLY_TIME]
    return found


def _walk(tree: HtmlElement, sight: _Sight) -> Iterator[tuple[str, date]]:
    """Walk the page in its order, and yield dates with their places."""
    past_headline, running, looked_at = False, 0, 0
    promising = _promising(tree)
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in _NEVER_TAGS:
            continue
        past_headline = past_headline or element is sight.headline
        if (past_headline or sight.headline is None) and _is_running_text(element):
            running += len(text_of(element))
        if element not in promising:
            continue
        looked_at += 1
        if looked_at > _MAX_LINES:
            return
        in_head = running < _HEAD_TEXT and (past_headline or element in sight.near or sight.headline is None)
        for place, day in _dates_of(element, in_head, sight):
            if sight.headline is not None or place != HEAD:
                yield place, day


def _promising(tree: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements that may hold a date: text of their own with a year in it, or made for dates."""
    made_for_dates = set(tree.xpath("//time | //*[@itemprop='datePublished' or @itemprop='dateCreated' or @pubdate]"))
    pieces = tree.xpath(f"//*[not({_NEVER})]/text()[translate(., '0123456789', '') != .]")
    holders = {
        piece.getparent().getparent() if piece.is_tail else piece.getparent() for piece in pieces if _YEAR.search(piece)
    }
    return frozenset(made_for_dates | holders)


def _neighbourhood(headline: HtmlElement | None) -> frozenset[HtmlElement]:
    """Return the elements shortly before the headline in its own container, where some pages put the date."""
    if headline is None:
        return frozenset()
    near: set[HtmlElement] = set(headline.iter())
    room = _BEFORE_HEADLINE
    for level in (headline, *list(headline.iterancestors())[:_LEVELS_UP]):
        if level.tag in {"body", "html"} or room <= 0:
            break
        for sibling in level.itersiblings(preceding=True):
            room -= len(text_of(sibling)) if isinstance(sibling.tag, str) else 0
            if room <= 0:
                break
            near.update(sibling.iter())
    return frozenset(near)


def _is_running_text(element: HtmlElement) -> bool:
    return element.tag == "p" and len(element.text or "") > _SENTENCE


def _dates_of(element: HtmlElement, in_head: bool, sight: _Sight) -> Iterator[tuple[str, date]]:  # noqa: FBT001  # private
    if element.tag == "meta":
        return
    marked = element.get("itemprop") in {"datePublished", "dateCreated"} or element.get("pubdate") is not None
    if (element.tag == "time" or marked) and not _is_outside(element, sight):
        yield from _stamped(element, MARKED if marked else TIME_TAG, in_head, sight.day_first)
    elif not _is_outside(element, sight):
        yield from _written(element, in_head, sight.day_first)


def _stamped(element: HtmlElement, place: str, in_head: bool, day_first: bool | None) -> Iterator[tuple[str, date]]:  # noqa: FBT001  # private
    """Yield the date of an element made for dates; a plain `<time>` counts under the headline only."""
    stamp = element.get("datetime") or element.get("content") or ""
    if element.get("itemprop") == "datePublished" and read_stamp(stamp):
        yield place, read_stamp(stamp) or date.min
        return
    if _UPDATED.search(_before(element)) or _UPDATED.search(names_of(element).strip().replace("-", " ")):
        return
    line = short_text(element, _LINE) or ""
    shown = find_dates(line, day_first=day_first)
    if shown and _UPDATED.search(line[: shown[0].start]):
        return
    day = shown[0].day if shown else read_stamp(stamp, day_first=day_first)
    if day:
        yield (ONLY_TIME if place == TIME_TAG and not in_head else place), day


def _before(element: HtmlElement) -> str:
    """Return the words just before an element on its line."""
    previous, parent = element.getprevious(), element.getparent()
    words = (
        (previous.tail or text_of(previous)) if previous is not None else (parent.text if parent is not None else "")
    )
    return one_line(words or "")[-60:] + " "


def _written(element: HtmlElement, in_head: bool, day_first: bool | None) -> Iterator[tuple[str, date]]:  # noqa: FBT001  # private
    """Yield the date of the line around an element's own text, when the line is little else than a date."""
    line_element = _line_around(element, day_first)
    line = short_text(line_element, _LINE)
    if not line or _is_teaser(line_element) or _TODAY.search(names_of(line_element)):
        return
    mentions = find_dates(line, day_first=day_first)
    if not is_date_line(line, mentions):
        return
    own = [mention for mention in mentions if not _UPDATED.search(line[: mention.start])]
    if not own:
        yield from [(REVISED, mentions[0].day)] if in_head else []
        return
    said = _PUBLISHED.search(line[: own[0].start])
    if in_head:
        marked = said or _MARKS.search(names_of(element)) or _MARKS.search(names_of(line_element))
        yield (MARKED if marked else HEAD), own[0].day
    elif said and not _UPDATED.search(_before(line_element)):
        yield LABELLED, own[0].day


def _is_teaser(element: HtmlElement) -> bool:
    """Tell whether a date stands in a link that says more than the date: a link to another article."""
    link = element if element.tag == "a" else next(element.iterancestors("a"), None)
    if link is None:
        return False
    text = short_text(link, _LINE)
    return text is None or len(_other_words(text)) > _LINK_WORDS


def _line_around(element: HtmlElement, day_first: bool | None) -> HtmlElement:  # noqa: FBT001  # private
    """Widen to the block around an element, and on while it has no full date and still fits on a line."""
    parent = element.getparent()
    while parent is not None and parent.tag not in {"body", "html"} and short_text(parent, _LINE) is not None:
        in_line = element.tag in _INLINE_TAGS and all(child.tag in _INLINE_TAGS for child in parent)
        if not in_line and find_dates(short_text(element, _LINE) or "", day_first=day_first):
            break
        element, parent = parent, parent.getparent()
    return element


def is_update(words: str) -> bool:
    """Tell whether the words before a date say that it is one of a revision, of rights, or of a membership."""
    return bool(_UPDATED.search(words))


def is_date_line(line: str, mentions: list[DateMention]) -> bool:
    """Tell whether a line is a date with at most a few words (weekday, time, label, author, section) around it."""
    if not mentions or _EDITION.search(line) or _SAYS_TODAY.search(line[: mentions[0].start]):
        return False
    behind = re.sub(r"^\s*(?:г|р|год[ау]?)\b\.?", "", line[mentions[-1].end :])
    return len(_other_words(line)) <= _LINE_WORDS and not re.search(r"[.!?…]\s*$", behind)


def is_only_date(line: str) -> bool:
    """Tell whether a short line is a date with next to nothing around it: a weekday, the time."""
    if len(line) > _ONLY_DATE:
        return False
    mentions = find_dates(line, day_first=True)
    return is_date_line(line, mentions) and len(_other_words(line)) <= _LINK_WORDS


def _other_words(line: str) -> list[str]:
    """Return the words of a line that belong neither to a date nor to the words that introduce one."""
    for mention in reversed(find_dates(line, day_first=True)):
        line = line[: mention.start] + " " + line[mention.end :]
    return re.sub(rf"\b(?:{_LABEL})\b|\d\d?[:h.]\d\d|[\W\d_]+", " ", line, flags=re.IGNORECASE).split()


def _is_outside(element: HtmlElement, sight: _Sight) -> bool:
    """Tell whether an element belongs to the page's frame, to comments or to other articles."""
    for inside in (element, *element.iterancestors()):
        if inside in sight.around:
            return False
        if inside.tag in _OUTSIDE_TAGS and short_text(inside, _LINE) is None:
            return True
        if inside.tag not in {"body", "html"} and _NOT_OURS.search(names_of(inside)):
            return True
    return False
