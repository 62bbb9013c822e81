"""PDF with a text layer into paragraphs.

A PDF is a program's output that another program must interpret: a small hostile one can cost any time and memory. So
pypdf runs in a process of its own, under limits that the operating system keeps, and gives back plain text as JSON.
"""

from __future__ import annotations

import io
import json
import re
import statistics
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_BYTES = 50_000_000
"""Bytes of one PDF."""

_MAX_PAGES = 300  # an article has a few, a report a hundred
_MAX_TEXT = 2_000_000  # characters taken
_SECONDS = 60  # of processor time for one file; wall time twice that
_MEMORY = 700_000_000  # bytes of address space of the reading process; its code alone takes about 150 MB of it
_REPEATS = 3  # pages on which a first or last line must stand to be a running title
_SHARE_OF_PAGES = 0.5  # and the share of the pages
_FULL_LINE = 0.75  # share of the usual line length from which on a line goes on in the next
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|página|pág|страница|стр|p)\.?\s*)?\d{1,4}(?:\s*(?:/|of|de|из|sur)\s*\d{1,4})?", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…:]['\"»”’)\]]*$")
_UNNAMED = ""  # a PDF's path is not known in the process that reads it
_NO_TEXT = "no text layer: it is a scan; recognise its text first"
_MIN_TEXT = 25  # characters


@dataclass(frozen=True, slots=True)
class PdfText:
    """The text of a PDF: the title of its metadata, if any, and its paragraphs, each on one line."""

    title: str | None
    author: str | None
    paragraphs: tuple[str, ...]


def read_pdf(data: bytes, name: str) -> PdfText:
    """Read a PDF's text in a process of its own.

    Raises ArticleError when it is damaged, encrypted, a scan, or takes more time or memory than an article may.
    """
    if len(data) > MAX_BYTES:
        raise ArticleError(name, f"larger than {MAX_BYTES:,} bytes")
    command = [sys.executable, "-m", "bot.ingest.pdf"]
    try:
        done = subprocess.run(  # noqa: S603  # our own module
            command, input=data, capture_output=True, timeout=2 * _SECONDS, check=False, cwd=Path(__file__).parents[2]
        )
    except subprocess.TimeoutExpired as error:
        raise ArticleError(name, f"not read within {2 * _SECONDS} seconds") from error
    if done.returncode:
        raise ArticleError(name, "damaged, or it takes too much time or memory to read")
    answer = json.loads(done.stdout)
    if "reason" in answer:
        raise ArticleError(name, answer["reason"])
    return PdfText(answer["title"], answer["author"], tuple(answer["paragraphs"]))


def main() -> int:
    """Read a PDF from standard input under limits; write its text, or the reason why not, to standard output."""
    _limit_this_process()
    try:
        text = extract(sys.stdin.buffer.read())
    except ArticleError as error:
        answer: dict[str, Any] = {"reason": error.reason}
    else:
        answer = {"title": text.title, "author": text.author, "paragraphs": text.paragraphs}
    sys.stdout.write(json.dumps(answer))
    return 0


def _limit_this_process() -> None:
    if sys.platform == "win32":
        return  # no such limits there: only the time is bounded
    import resource  # noqa: PLC0415  # not on every platform

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))


def extract(data: bytes) -> PdfText:
    """Return a PDF's text.

    Raises ArticleError, without a path, and whatever pypdf raises for files that are broken on purpose.
    """
    from pypdf import PdfReader  # noqa: PLC0415  # only where PDFs are read
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ArticleError(_UNNAMED, "encrypted; save it without its password")
        pages = list(_pages(reader))
        title, author = _metadata(reader)
    except DependencyError as error:
        raise ArticleError(_UNNAMED, "encrypted; save it without its password") from error
    except PyPdfError as error:
        raise ArticleError(_UNNAMED, f"damaged PDF: {str(error)[:100]}") from error
    paragraphs = paragraphs_of_pages(pages)
    if sum(map(len, paragraphs)) < _MIN_TEXT:
        raise ArticleError(_UNNAMED, _NO_TEXT)
    return PdfText(title, author, tuple(paragraphs))


def _pages(reader: Any) -> Iterable[list[str]]:
    """Yield the lines of each page, until there are too many."""
    left = _MAX_TEXT
    for number, page in enumerate(reader.pages):
        if number >= _MAX_PAGES or left <= 0:
            return
        text = (page.extract_text() or "")[:left]
        left -= len(text)
        yield [line.strip() for line in text.split("\n")]


def _metadata(reader: Any) -> tuple[str | None, str | None]:
    found = reader.metadata
    title, author = (found.title, found.author) if found else (None, None)
    names_a_file = isinstance(title, str) and re.search(
        r"\.(?:docx?|pdf|odt|indd|rtf|html?)$|^Microsoft Word|^untitled", title, re.IGNORECASE
    )
    return (None if names_a_file else _one_line(title)), _one_line(author)


def _one_line(value: Any) -> str | None:
    return (" ".join(value.split())[:300] or None) if isinstance(value, str) else None


def paragraphs_of_pages(pages: Sequence[Sequence[str]]) -> list[str]:
    """Join the lines of pages into paragraphs, without page numbers and running titles.

    A paragraph ends at an empty line, and after a line that is clearly shorter than the usual one and either ends a
    sentence or stands alone, as a headline does.
    """
    running = _running_titles(pages)
    lines = [line for page in pages for line in page if not _PAGE_NUMBER.fullmatch(line) and line not in running]
    usual = statistics.quantiles([len(line) for line in lines if line], n=4)[2] if sum(map(bool, lines)) > 1 else 0
    paragraphs = [""]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        is_start = not paragraphs[-1]
        paragraphs[-1] = _joined(paragraphs[-1], line)
        if not line or _ends_paragraph(line, following, usual, is_start=is_start):
            paragraphs.append("")
    return [paragraph for paragraph in paragraphs if paragraph]


def _ends_paragraph(line: str, following: str, usual: float, *, is_start: bool) -> bool:
    """Tell whether a line is the last of a paragraph, or a heading on a line of its own."""
    if len(line) >= _FULL_LINE * usual:
        return False
    is_heading = is_start and not line.endswith((",", "-", "\u00ad")) and not following[:1].islower()
    return is_heading or bool(_SENTENCE_END.search(line))


def _running_titles(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines that stand first or last on many pages."""
    edges = Counter(line for page in pages for line in {line for line in (*page[:1], *page[-1:]) if line})
    enough = max(_REPEATS, _SHARE_OF_PAGES * len(pages))
    return frozenset(line for line, count in edges.items() if count >= enough)


def _joined(held: str, line: str) -> str:
    """Join a line to what precedes it; a word that a hyphen cut is made whole."""
    if not held:
        return line
    if held.endswith("\u00ad"):
        return held[:-1] + line
    if re.search(r"\w{2}-$", held) and line[:1].islower():
        return held[:-1] + line
    return f"{held} {line}"


if __name__ == "__main__":
    sys.exit(main())
