"""A folder's articles: which of its files hold any, and all of them read one after the other."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import ArticleError
from bot.ingest.reading import NOT_ARTICLES, read_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.ingest.source import Read, ReadSettings

_PAGE_PARTS = re.compile(r"(.+?)[_.-](?:files|archivos|arquivos|fichiers|dateien|файлы)", re.IGNORECASE)


def article_files(folder: Path) -> list[Path]:
    """Return the files of a folder and its folders that may hold articles, sorted by path.

    Hidden files, an editor's backups, READMEs, licences and publishers.csv are none, nor is what a browser saved
    beside a page. Links to folders are not followed.
    """
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        stems = {os.path.splitext(name)[0] for name in names if re.search(r"\.x?html?$", name, re.IGNORECASE)}  # noqa: PTH122  # bare names
        folders[:] = [name for name in folders if not name.startswith(".") and not _belongs_to_page(name, stems)]
        found += [
            Path(place) / name
            for name in names
            if not (name.startswith(".") or name.endswith("~") or NOT_ARTICLES.fullmatch(name))
        ]
    return sorted(found)


def read_folder(folder: Path, settings: ReadSettings, *, prefix: str = "") -> Read:
    """Yield what `read_path` yields for each file of a folder; ids are paths relative to it, behind `prefix`."""
    for path in article_files(folder):
        yield from read_one_of(folder, path, settings, prefix=prefix)


def read_one_of(folder: Path, path: Path, settings: ReadSettings, *, prefix: str = "") -> Read:
    """Yield what `read_path` yields for one file of a folder."""
    article_id = prefix + path.relative_to(folder).as_posix()
    if _is_printable(article_id):
        yield from read_path(path, article_id, settings)
    else:
        printable = article_id.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        yield ArticleError(printable, "the file's name is not UTF-8; rename it")


def _is_printable(name: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in name)


def _belongs_to_page(folder: str, pages: Iterable[str]) -> bool:
    """Tell whether a folder holds the pictures and scripts of a page that a browser saved beside it."""
    match = _PAGE_PARTS.fullmatch(folder)
    return match is not None and match[1] in pages
