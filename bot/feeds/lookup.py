"""The file that an administrator means by a name, a part of it, or its short form."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import ArticleError
from bot.ingest.folders import article_files

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

MOST_NAMED = 10
"""Files that are named where several fit."""

_SHORT = 6  # hexadecimal digits: 16 million short forms, so that two of 1,000 files agree once in 30 corpora


@dataclass(frozen=True, slots=True)
class Filed:
    """An article's file: its id (the path in the corpus folder) and the short form of it."""

    id: str
    path: Path

    @property
    def short(self) -> str:
        """The short form: the beginning of the id's digest, the same for ever."""
        return short_id(self.id)


def short_id(article_id: str) -> str:
    """Return the short form of an article's id; articles of one file share its own."""
    file, _, _ = article_id.partition("#")
    return hashlib.sha256(file.encode()).hexdigest()[:_SHORT]


def find_file(corpus: Path, name: str) -> Sequence[Filed]:
    """Return the file that is meant, or, where that is not clear, at most MOST_NAMED that may be.

    The first that any file fits decides: the path in the corpus folder, the file's name with or without its ending,
    the short form, a part of the path in any case. Raises ArticleError where there is none.
    """
    files = [
        Filed(path.relative_to(corpus).as_posix(), path) for path in article_files(corpus) if _inside(corpus, path)
    ]
    for fits in _ways(name):
        if found := [one for one in files if fits(one)]:
            return found[:MOST_NAMED]
    raise ArticleError(name, "no such file in the corpus folder")


def _ways(name: str) -> tuple[Callable[[Filed], bool], ...]:
    wanted = name.casefold()
    return (
        lambda one: one.id == name,
        lambda one: name in (one.path.name, one.path.stem),
        lambda one: one.short == wanted,
        lambda one: wanted in one.id.casefold(),
    )


def _inside(corpus: Path, path: Path) -> bool:
    """Tell whether a file really lies in the corpus folder, and is not a link out of it."""
    return path.resolve().is_relative_to(corpus.resolve())
