"""`python -m bot read`: what would be indexed of files, folders and addresses."""

from __future__ import annotations

import json
import re
import textwrap
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from bot.errors import ArticleError
from bot.ingest.folders import read_folder
from bot.ingest.reading import read_bytes, read_path
from bot.pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bot.ingest.fetch import Fetched
    from bot.ingest.source import ReadSettings
    from bot.model import Article

    Fetch = Callable[[str], Fetched]

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_WIDTH = 100  # characters of a line of the listing
_OPENING = 200  # characters of the text that the listing shows
NOTHING_READ = 1


def read_command(  # noqa: PLR0913  # the command line's own surroundings
    targets: Sequence[str], settings: ReadSettings, *, fetch: Fetch, as_json: bool, out: IO[str], err: IO[str]
) -> int:
    """Show what would be indexed of each target; return the exit status, 1 where not one article would be.

    What a later piece may replace by a newer version can't be shown before all is read: meanwhile it waits on disk.

    Args:
        targets: files, folders and http or https addresses.
        settings: what reading needs to know.
        fetch: gets an address; raises ArticleError where it can't.
        as_json: print one JSON object a line for each article and each skipped piece, else a listing.
        out: where the articles go.
        err: where the last line, the count, goes.
    """
    read = skipped = 0
    with Pieces() as pieces:
        for item in _read_all(targets, settings, fetch):
            pieces.add(item)
        for found in pieces.objects():
            read, skipped = (read, skipped + 1) if found["skipped"] else (read + 1, skipped)
            out.write((json.dumps(found, ensure_ascii=False) if as_json else "\n".join(_lines(found))) + "\n")
            out.flush()
    err.write(f"{read:,} articles read, {skipped:,} skipped\n")
    return 0 if read else NOTHING_READ


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


def _lines(found: dict[str, Any]) -> list[str]:
    if found["skipped"]:
        return [f"skipped {found['path']}: {found['skipped']}", ""]
    day = f"{found['date']} (found in: {found['date_found_in']})" if found["date"] else "date unknown"
    facts = [found["publisher"] or "publisher unknown", day, f"in {found['language']}"]
    facts += [f"{len(found['text'].split()):,} words"]
    facts += [f"agency {found['agency']}"] if found["agency"] else []
    facts += [f"by {found['author']}"] if found["author"] else []
    opening = textwrap.shorten(found["text"], _OPENING, placeholder=" ...")
    return [
        found["path"],
        *textwrap.wrap(found["title"], _WIDTH, initial_indent="  ", subsequent_indent="  "),
        f"  {', '.join(facts)}",
        *([f"  {found['url']}"] if found["url"] else []),
        *([f"  copy of {', '.join(found['copies_of'])}"] if found["copies_of"] else []),
        *textwrap.wrap(opening, _WIDTH, initial_indent="    ", subsequent_indent="    "),
        "",
    ]
