"""The files of the corpus as an administrator handles them: found by a name, taken out, put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.errors import ArticleError, StoreError
from bot.ingest.folders import article_files

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

REMOVED = ".removed"
"""Beside an article's file; the reader of the corpus passes over it because its name begins with a dot."""


def find_article(corpus: Path, name: str) -> Path:
    """Return the file that an administrator means: its id (the path in the corpus folder), its name, or its stem.

    Raises ArticleError where there is none, or where several have that name.
    """
    found = [path for path in article_files(corpus) if name in _names(corpus, path) and _is_inside(corpus, path)]
    exact = [path for path in found if path.relative_to(corpus).as_posix() == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    reason = "several files have this name; send the path" if found else "no such file in the corpus folder"
    raise ArticleError(name, reason)


def take_out(corpus: Path, path: Path, now: datetime) -> Path:
    """Move an article into `.removed/` beside it; return where it is. Raises StoreError."""
    target = path.parent / REMOVED / path.name
    if target.exists():
        target = target.with_name(f"{path.stem}.{now:%Y%m%dT%H%M%S%f}{path.suffix}")
    _move(corpus, path, target)
    return target


def put_back(corpus: Path, article_id: str, moved_to: str) -> None:
    """Move an article back to where it was. Raises StoreError, where another has taken its place too."""
    if (corpus / article_id).exists():
        msg = f"{article_id}: there is another file of that name now"
        raise StoreError(msg)
    _move(corpus, corpus / moved_to, corpus / article_id)


def _names(corpus: Path, path: Path) -> tuple[str, str, str]:
    return path.relative_to(corpus).as_posix(), path.name, path.stem


def _is_inside(corpus: Path, path: Path) -> bool:
    """Tell whether a file really lies in the corpus folder, and is not a link out of it."""
    return path.resolve().is_relative_to(corpus.resolve())


def _move(corpus: Path, source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(exist_ok=True)
        source.rename(target)
    except OSError as error:
        msg = f"{source.relative_to(corpus).as_posix()}: can't be moved: {error.strerror}"
        raise StoreError(msg) from error
