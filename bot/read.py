"""`python -m bot read`: what would be indexed of files, folders and addresses."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from bot.errors import ArticleError
from bot.index.copies import CopyFinder
from bot.ingest.reading import read_bytes, read_folder, read_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.ingest.fetch import Fetched
    from bot.ingest.reading import ReadSettings
    from bot.model import Article

    Fetch = Callable[[str], Fetched]

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_WIDTH = 100  # characters of a line of the listing
_OPENING = 200  # characters of the text that the listing shows
NOTHING_READ = 1


def read_command(  # noqa: PLR0913  # the command line's own surroundings
    targets: Sequence[str], settings: ReadSettings, *, fetch: Fetch, as_json: bool, out: IO[str], err: IO[str]
) -> int:
    """Show what would be indexed of each target; return the exit status, 1 where not one article was read.

    Args:
        targets: files, folders and http or https addresses.
        settings: what reading needs to know.
        fetch: gets an address; raises ArticleError where it can't.
        as_json: print one JSON object a line for each article and each skipped piece, else a listing.
        out: where the articles go.
        err: where the last line, the count, goes.
    """
    read = skipped = 0
    copies = CopyFinder()
    for item in _read_all(targets, settings, fetch):
        read, skipped = (read, skipped + 1) if isinstance(item, ArticleError) else (read + 1, skipped)
        out.write(
            (
                json.dumps(as_object(item, _copied(item, copies)), ensure_ascii=False)
                if as_json
                else "\n".join(_lines(item))
            )
            + "\n"
        )
        out.flush()
    err.write(f"{read:,} articles read, {skipped:,} skipped\n")
    return 0 if read else NOTHING_READ


def as_object(item: Article | ArticleError, copies_of: Sequence[str] = ()) -> dict[str, Any]:
    """Return the stable JSON form of an article, or of a piece that was skipped with its reason.

    `copies_of` lists the ids of earlier articles of which this one is a copy. `path` is the article's id: the file, and
    for an article in a container `#` and the id it has there.
    """
    if isinstance(item, ArticleError):
        empty = ("title", "text", "publisher", "agency", "date", "date_found_in", "language", "url", "author")
        return {"path": item.path, **dict.fromkeys(empty), "copies_of": [], "skipped": item.reason}
    return {
        "path": item.id,
        "title": item.title,
        "text": item.text,
        "publisher": item.publisher,
        "agency": item.agency,
        "date": item.published.isoformat() if item.published else None,
        "date_found_in": item.date_found_in,
        "language": item.language,
        "url": item.url,
        "author": item.author,
        "copies_of": list(copies_of),
        "skipped": None,
    }


def _copied(item: Article | ArticleError, copies: CopyFinder) -> list[str]:
    """Return the ids of the earlier articles that an article is a copy of."""
    return [] if isinstance(item, ArticleError) else [copies.id_of(number) for number in copies.add(item)]


def _read_all(targets: Iterable[str], settings: ReadSettings, fetch: Fetch) -> Iterator[Article | ArticleError]:
    for target in targets:
        path = Path(target)
        if _ADDRESS.match(target):
            yield from _read_address(target, settings, fetch)
        elif path.is_dir():
            yield from read_folder(path, settings, prefix=f"{path.as_posix()}/")
        else:
            yield from read_path(path, path.as_posix(), settings)


def _read_address(address: str, settings: ReadSettings, fetch: Fetch) -> Iterator[Article | ArticleError]:
    try:
        fetched = fetch(address)
    except ArticleError as error:
        yield error
        return
    yield from read_bytes(fetched.body, address, settings, url=fetched.address, charset=fetched.charset)


def _lines(item: Article | ArticleError) -> list[str]:
    if isinstance(item, ArticleError):
        return [f"skipped {item.path}: {item.reason}", ""]
    day = f"{item.published} (found in: {item.date_found_in})" if item.published else "date unknown"
    facts = [item.publisher or "publisher unknown", day, f"in {item.language}", f"{len(item.text.split()):,} words"]
    facts += [f"agency {item.agency}"] if item.agency else []
    facts += [f"by {item.author}"] if item.author else []
    opening = textwrap.shorten(item.text, _OPENING, placeholder=" ...")
    return [
        item.id,
        *textwrap.wrap(item.title, _WIDTH, initial_indent="  ", subsequent_indent="  "),
        f"  {', '.join(facts)}",
        *([f"  {item.url}"] if item.url else []),
        *textwrap.wrap(opening, _WIDTH, initial_indent="    ", subsequent_indent="    "),
        "",
    ]
