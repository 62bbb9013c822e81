"""Messy text, as people paste it from pages, mail and clipboards -> RawArticle.

The head may hold a headline, a standfirst, a byline, a date line and a caption in any order; the tail the address,
notices and footers; share counts and advertisements stand in between.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.errors import ArticleError
from bot.ingest.attribution import agency_named, domain_of, find_agency
from bot.ingest.boilerplate import drop_boilerplate, is_boilerplate
from bot.ingest.datewords import find_dates
from bot.ingest.decode import decode, unpack
from bot.ingest.raw import RawArticle
from bot.ingest.visibledates import HEAD, is_date_line, is_update

if TYPE_CHECKING:
    from datetime import date

_HEAD_LINES = 10  # lines from the top among which headline, byline and date line are looked for
_MAX_TITLE = 200  # characters
_MIN_TITLE = 4
_MIN_TEXT = 25  # characters
_DATE_LINE = 140  # characters, as in pages
_ADDRESS_LINE = 2000  # characters; the longest address that browsers agree on
_BYLINE_LENGTH = 80  # characters
_WRAPPED = (55, 100)  # characters of the lines of a text that was broken at a fixed width
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”»)\]]*$")
_ADDRESS_LABEL = re.compile(
    r"^\W*(?:original (?:url|link|article)|source(?: url| link)?|url(?: original)?|link|enlace|fuente|fonte|lien|"
    r"источник|ссылка|permalink|read (?:it )?at)\W*(?=$|https?:|www\.)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'«»]+(?:\s\d{3,8}(?!\d))?", re.IGNORECASE)
_DATE_FIRST = re.compile(r"^\W*(?:date|fecha|дата|data)?\W{0,3}$", re.IGNORECASE)
_BYLINE = re.compile(r"^(?:by|por|par|автор|escrito por|written by|texte?o?)\s*:?\s+(?P<name>\S.*)$", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?:[(\[]\s*)?(?:photo|foto|фото|image|imagen|imagem|picture|"
    r"file|archivo)\b[^.]{0,50}\b(?:by|de|por|/|:)\s*[^.()]{2,50}[)\]]?\W*$|"
    r"[.!?]\s+(?:EFE|AFP|AP|REUTERS|Reuters|ANSA|EPA|ТАСС|Xinhua|Getty(?: Images)?)\W*$|"
    r"[(\[][^()\[\]]{0,40}(?:AFP|EFE|AP|Reuters|REUTERS|Getty|EPA|ANSA|ТАСС|РИА)[^()\[\]]{0,40}[)\]]\W*$",
    re.IGNORECASE,
)
_MAX_CAPTION = 320  # characters


@dataclass(slots=True)
class _Head:
    """What the lines at the top gave; `lines` is what is left of the text."""

    lines: list[str]
    day: date | None = None
    author: str | None = None
    agency: str | None = None


def read_plain_text(data: bytes, *, name: str) -> RawArticle:
    """Read an article from text as people paste it; the charset is found out.

    The headline is the first line, when it looks like one; else there is no title. The date is taken from a date line
    in the head only: a weekday alone or a date in a sentence gives none.

    Raises ArticleError, named after the file, when there is no text in it.
    """
    text = decode(unpack(data, name=name), name=name)
    if not text.strip("\ufeff \t\r\n"):
        raise ArticleError(name, "empty")
    lines, url = _without_addresses(_paragraphs(text))
    agency = find_agency(lines)
    head = _read_head(lines)
    title = _take_title(head)
    kept = drop_boilerplate([line for line in head.lines if not _is_caption(line, head.lines)])
    if sum(map(len, kept)) < _MIN_TEXT:
        raise ArticleError(name, "no article text in it")
    return RawArticle(
        title=title,
        text="\n\n".join(kept),
        date=head.day,
        date_found_in=HEAD if head.day else None,
        domain=domain_of(url) if url else None,
        agency=head.agency or agency,
        author=head.author,
        url=url,
    )


def _paragraphs(text: str) -> list[str]:
    """Return the text's paragraphs, each on one line.

    Lines are paragraphs, unless the text was broken at a fixed width: then blank lines part its paragraphs.
    """
    lines = [" ".join(line.split()) for line in text.replace("\u2028", "\n").replace("\u2029", "\n\n").split("\n")]
    if not _is_wrapped(lines):
        return [line for line in lines if line]
    blocks = "\n".join(lines).split("\n\n")
    return [joined for block in blocks if (joined := " ".join(block.split("\n")).strip())]


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken at a fixed width: nearly as long as each other, most ending within a sentence."""
    inner = [line for line, following in pairwise(lines) if line and following]
    low, high = _WRAPPED
    broken = [line for line in inner if low <= len(line) <= high and not _SENTENCE_END.search(line)]
    return len(inner) > 3 and len(broken) > 0.6 * len(inner)  # noqa: PLR2004  # lines; share


def _without_addresses(lines: list[str]) -> tuple[list[str], str | None]:
    """Take the lines out that only give an address, and the labels before them; return the first address given."""
    kept: list[str] = []
    given: str | None = None
    for line in lines:
        if len(line) > _ADDRESS_LINE:
            kept.append(line)
            continue
        found = _ADDRESS.search(line)
        bare = _ADDRESS_LABEL.sub("", _ADDRESS.sub("", line)).strip(" :-–—()[]<>.")
        if found and not bare:
            given = given or _whole_address(found[0])
        elif found or bare or not _ADDRESS_LABEL.match(line):
            kept.append(line)
    return kept, given


def _whole_address(found: str) -> str:
    """Return an address without the closing punctuation, mended where its last number was torn off by a space."""
    address, _, number = found.partition(" ")
    address = address.rstrip(".,;)")
    torn = number and re.search(r"-[a-z]$", address)
    address = address + number if torn else address
    return address if "://" in address else f"http://{address}"


def _read_head(lines: list[str]) -> _Head:
    """Take date line, byline and share counts out of the first lines."""
    head = _Head(lines=[])
    for place, line in enumerate(lines):
        if place >= _HEAD_LINES or not _is_taken(head, line):
            head.lines.append(line)
    return head


def _is_taken(head: _Head, line: str) -> bool:
    """Tell whether a line of the head is no text, and note what it says."""
    mentions = find_dates(line[:_DATE_LINE])
    if mentions and len(line) <= _DATE_LINE and is_date_line(line, mentions):
        usable = [mention for mention in mentions if not is_update(line[: mention.start])]
        head.day = head.day or (usable[0].day if usable else None)
        rest = _BYLINE.match(line[: mentions[0].start].strip(" ,|·•-–—"))
        _note_byline(head, rest["name"] if rest else "")
        return True
    if mentions and _DATE_FIRST.match(line[: mentions[0].start]) and not head.lines:
        head.day = head.day or mentions[0].day
        rest_of_line = line[mentions[0].end :].strip(" ,.|·•-–—:")
        if rest_of_line and not _is_caption(rest_of_line, [rest_of_line, ""]):
            head.lines.append(rest_of_line)
        return True
    byline = _BYLINE.match(line) if len(line) <= _BYLINE_LENGTH and not _SENTENCE_END.search(line) else None
    if byline:
        _note_byline(head, byline["name"])
        return True
    if len(line) <= _BYLINE_LENGTH and agency_named(line):
        head.agency = head.agency or agency_named(line)
        return True
    return is_boilerplate(line)


def _note_byline(head: _Head, name: str) -> None:
    agency = agency_named(name)
    head.agency = head.agency or agency
    if name and not agency:
        head.author = head.author or name.strip(" ,;|")


def _take_title(head: _Head) -> str | None:
    """Take the headline off the text: a short first line without a full stop, followed by text."""
    if len(head.lines) < 2:  # noqa: PLR2004  # a headline and a text
        return None
    first = head.lines[0]
    if not _MIN_TITLE <= len(first) <= _MAX_TITLE or _is_caption(first, head.lines):
        return None
    if _SENTENCE_END.search(first) and not first.endswith(("?", "!", "…", "?»", '?"')):
        return None
    head.lines.pop(0)
    return first.removeprefix("# ").strip()


def _is_caption(line: str, lines: list[str]) -> bool:
    """Tell whether a line is a photograph's caption: a credit at its end, and not the only line."""
    return len(lines) > 1 and len(line) <= _MAX_CAPTION and bool(_CAPTION.search(line))
