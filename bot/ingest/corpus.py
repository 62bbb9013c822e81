"""A corpus folder into articles: every readable file, recursively; what can't be read is skipped with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errors import ArticleError, CorpusError
from bot.ingest.folders import article_files, read_one_of
from bot.ingest.settle import article_digest
from bot.ingest.source import ReadSettings
from bot.ingest.versions import Versions, newest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from bot.ingest.versions import Older
    from bot.model import Article

_SHOWN = 20  # reasons that an error about a whole folder lists


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a folder, each with the digest of all that it says (16 bytes), and what was skipped.

    Of several versions at one address the newest is among the articles, the others among what was skipped.
    """

    articles: tuple[tuple[Article, bytes], ...]
    skipped: tuple[ArticleError, ...]


def read_corpus(
    folder: Path,
    progress: Callable[[int, int], None] = lambda *_: None,
    settings: ReadSettings | None = None,
) -> Corpus:
    """Read every article of a folder, in the order of their paths.

    Progress is told as (files done, files in all). Raises CorpusError where there is no such folder or not one
    readable article in it.
    """
    if not folder.is_dir():
        msg = f"{folder}: no such folder; set [corpus] path, or name one with --corpus"
        raise CorpusError(msg)
    articles: list[Article] = []
    skipped: list[ArticleError] = []
    older: dict[int, Older] = {}
    versions = Versions(lambda number: (articles[number].title, articles[number].text))
    for item in _items(folder, progress, settings or ReadSettings()):
        if isinstance(item, ArticleError):
            skipped.append(item)
            continue
        articles.append(item)
        if found := versions.add(len(articles) - 1, item):
            older[found.number] = found
    if not articles:
        reasons = "".join(f"\n  skipped {error}" for error in skipped[:_SHOWN])
        msg = f"{folder}: not one readable article{reasons}"
        raise CorpusError(msg)
    for number, found in older.items():
        skipped.append(ArticleError(articles[number].id, found.reason(articles[newest_of(number, older)].id)))
    kept = [article for number, article in enumerate(articles) if number not in older]
    return Corpus(tuple((article, article_digest(article)) for article in kept), tuple(skipped))


def _items(
    folder: Path, progress: Callable[[int, int], None], settings: ReadSettings
) -> Iterator[Article | ArticleError]:
    paths = article_files(folder)
    for number, path in enumerate(paths, start=1):
        yield from read_one_of(folder, path, settings)
        progress(number, len(paths))
