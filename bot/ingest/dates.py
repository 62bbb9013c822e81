"""The publication date of a page or a text, and where it was found.

Unknown beats wrong: a date is taken only from a place that is made for it. Places of a page, from most to least
trusted: linked data, `<meta>`, the address, an element marked as the date, a date line between the headline and the
text, a line that says "published on". A weekday alone, a date in a sentence, a comment's date, an "updated" or
copyright date, and a date after `today` never count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from bot.ingest.datewords import is_day_first, make_date, read_stamp
from bot.ingest.visibledates import HEAD, MARKED, PLACES, REVISED, TIME_TAG, dates_in_sight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.ingest.dom import Page

LINKED = "json-ld"
META = "meta"
ADDRESS = "url"
SCRIPT = "page data"
VAGUE = "meta of a vague name"
_STAMPS = frozenset({LINKED, META, VAGUE})

_META_NAMES = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "published_date",
    "published-date", "publicationdate", "publication_date", "publication-date", "pubdate", "pub_date",
    "article.published", "prism.publicationdate", "citation_publication_date", "citation_online_date",
    "cxenseparse:recs:publishtime", "bt:pubdate", "displaydate", "article_date_original", "article:post_date",
    "originalpublicationdate", "rnews:datepublished", "mediator_published_time", "ya:ovs:upload_date",
)  # fmt: skip
_VAGUE_NAMES = (
    "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "dc.created", "dc.issued", "article.created", "article:created", "datecreated", "dcterms.date",
    "dc.date", "date",
)  # fmt: skip
_ADDRESS_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
_ADDRESS_DATE_REVERSED = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])[/-]?(0[1-9]|1[0-2])[/-]?(20\d\d)(?!\d)")
_SCRIPT_STAMP = re.compile(
    r"""["'](?:date_?published|published_?(?:date|at|time|on)|publish_?(?:date|time|ed_?date)|publication_?date|pub_?date|"""
    r"""first_?published\w*|original_?publish\w*)\\?["']\s*:\s*\\?["']([^"'\\]{8,40})""",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"^\s*(?:\d{4}-01-01|0?1/0?1/\d{4})(?:[T ]00:00(?::00(?:\.0+)?)?\S*)?\s*$")
_UTC = re.compile(r"(?:\dZ|[+-]00:?00)$")
_SHOWN = frozenset({MARKED, TIME_TAG, HEAD})
_DAY = timedelta(days=1)
_REWRITTEN = timedelta(days=30)  # a text revised later than this may be another text


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A publication date and the place where it was found.

    `in_utc` marks a machine's stamp in UTC: the reader's day may be the one before or after.
    """

    day: date
    found_in: str
    in_utc: bool = False


def find_publication_date(page: Page, *, today: date | None = None) -> FoundDate | None:
    """Return a page's publication date and where it was found, None where no place gives one.

    Args:
        page: the parsed page, with its address.
        today: the day on which the page was fetched or is read; later dates are not believed.
    """
    candidates = [found for found in _candidates(page) if today is None or found.day <= today + _DAY]
    candidates = candidates or [found for found in _page_data(page) if today is None or found.day <= today + _DAY]
    if not candidates:
        return None
    chosen = _choose(candidates)
    return chosen and _local_day(chosen, candidates)


def date_in_address(url: str) -> date | None:
    """Return the day that an address's path names, as in `/2019/05/02/title` or `/title-20190502`."""
    path = re.sub(r"^[a-z]+://[^/]*", "", url, flags=re.IGNORECASE)
    found = {made for match in _ADDRESS_DATE.finditer(path) if (made := _make(match[1], match[3], match[4], match[2]))}
    found |= {made for match in _ADDRESS_DATE_REVERSED.finditer(path) if (made := _make(match[3], match[2], match[1]))}
    return found.pop() if len(found) == 1 else None


def _make(year: str, month: str, day: str, separator: str = "/") -> date | None:
    """Make a date of an address's parts; run together they need all eight digits."""
    complete = len(month) == len(day) == 2  # noqa: PLR2004  # digits
    return make_date(int(year), int(month), int(day)) if separator or complete else None


def _candidates(page: Page) -> Iterator[FoundDate]:
    """Yield what each place says, most trusted first, at most one date a place."""
    day_first = reads_day_first(page)
    yield from _first_stamp(LINKED, _linked_stamps(page), day_first)
    yield from _first_stamp(META, _meta_stamps(page, _META_NAMES), day_first)
    yield from _first_stamp(VAGUE, _meta_stamps(page, _VAGUE_NAMES), day_first)
    named = date_in_address(page.url) if page.url else None
    if named:
        yield FoundDate(named, ADDRESS)
    in_sight = dates_in_sight(page, day_first=day_first)
    yield from (FoundDate(in_sight[place], place) for place in (*PLACES, REVISED) if place in in_sight)


def _page_data(page: Page) -> Iterator[FoundDate]:
    """Yield the publication date in the data of the page's scripts, when they name one day only."""
    stamps = [stamp for script in page.tree.iter("script") for stamp in _SCRIPT_STAMP.findall(script.text or "")]
    stamps = [stamp for stamp in stamps if not _PLACEHOLDER.search(stamp)]
    days = {day for stamp in stamps if (day := read_stamp(stamp))}
    if len(days) == 1:
        yield FoundDate(days.pop(), SCRIPT, in_utc=all(_UTC.search(stamp) for stamp in stamps))


def _first_stamp(place: str, stamps: Iterable[str], day_first: bool | None) -> Iterator[FoundDate]:  # noqa: FBT001  # private; three-valued
    for stamp in stamps:
        day = read_stamp(stamp, day_first=day_first)
        if day and not _PLACEHOLDER.search(stamp):
            yield FoundDate(day, place, in_utc=bool(_UTC.search(stamp.strip())))
            return


def _linked_stamps(page: Page) -> Iterator[str]:
    for name in ("datePublished", "dateCreated"):
        yield from (stamp for node in page.linked for stamp in _strings(node.get(name)))


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [item for item in values if isinstance(item, str)]


def _meta_stamps(page: Page, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield from page.meta.get(name, ())[:1]


def reads_day_first(page: Page) -> bool | None:
    """Tell whether the page's readers take 02/05/2019 for 2 May; None where that is open."""
    language = page.tree.get("lang") or page.first_meta("og:locale", "content-language", "language")
    in_path = re.search(r"://[^/]+/([a-z]{2}-[a-z]{2})/", page.url or "", re.IGNORECASE)
    language = in_path[1] if in_path else language
    host = re.sub(r"^[a-z]+://|[/?#:].*$", "", page.url or "", flags=re.IGNORECASE).lower()
    if host.rsplit(".", 1)[-1] in _DAY_FIRST_ENDINGS:
        return True
    return is_day_first(language)


_DAY_FIRST_ENDINGS = frozenset(
    {"ar", "at", "au", "bd", "be", "bo", "br", "by", "ch", "cl", "de", "ec", "es", "fr", "ie", "in", "it", "ke", "kz",
     "lk", "mx", "my", "ng", "nz", "pe", "pk", "pl", "pt", "ru", "sg", "ua", "uk", "uy", "ve", "za"}
)  # fmt: skip
"""Country endings of addresses whose readers write the day first."""


def _choose(candidates: list[FoundDate]) -> FoundDate | None:
    """Return the most trusted candidate that the others bear out, None where they leave it open."""
    machine = [found for found in candidates if found.found_in in _STAMPS]
    others = [found for found in candidates if found.found_in not in _STAMPS and found.found_in != REVISED]
    if not machine:
        return others[0] if others else None
    for found in machine:
        if any(abs(other.day - found.day) <= _DAY for other in others):
            return found
    shown = next((found for found in others if found.found_in in _SHOWN), None)
    return _against_shown(machine, shown) if shown else _unconfirmed(machine, candidates)


def _against_shown(machine: list[FoundDate], shown: FoundDate) -> FoundDate | None:
    """Choose between stamps and another date that readers see.

    The date in an element marked as the date wins (on all 4 such pages of the evaluation it is right); a date line
    wins over a stamp of a vague name; else it is open.
    """
    return shown if shown.found_in != HEAD or machine[0].found_in == VAGUE else None


def _unconfirmed(machine: list[FoundDate], candidates: list[FoundDate]) -> FoundDate | None:
    """Return the stamp that no other place confirms, None where stamps contradict or readers see a far later revision.

    Of stamps a day apart, `<meta>` is right more often: linked data are often local times marked as UTC.
    """
    stamps = {found.found_in: found for found in machine}
    chosen = machine[0]
    if LINKED in stamps and META in stamps:
        if abs(stamps[LINKED].day - stamps[META].day) > _DAY:
            return None
        chosen = stamps[META]
    revised = next((found.day for found in candidates if found.found_in == REVISED), chosen.day)
    return chosen if revised - chosen.day <= _REWRITTEN else None


def _local_day(chosen: FoundDate, candidates: list[FoundDate]) -> FoundDate:
    """Return the readers' day where the chosen stamp is in UTC and a place they see says the day before or after."""
    if not chosen.in_utc or any(
        found.day == chosen.day for found in candidates if not found.in_utc and found.found_in != REVISED
    ):
        return chosen
    near = (
        found
        for found in reversed(candidates)
        if not found.in_utc and found.found_in != REVISED and abs(found.day - chosen.day) == _DAY
    )
    return next(near, chosen)
