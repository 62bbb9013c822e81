"""A corpus folder into articles: every readable file, recursively; what can't be read is skipped with its reason."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.errors import ArticleError, CorpusError
from bot.ingest.language import detect_article_language
from bot.ingest.markdown import read_markdown
from bot.ingest.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bot.model import Article

SUFFIXES = (".md", ".txt")
_NOT_ARTICLES = ("readme.md", "readme.txt")


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles of a folder, each with the digest of its file (16 bytes), and the files that were skipped."""

    articles: tuple[tuple[Article, bytes], ...]
    skipped: tuple[ArticleError, ...]


def read_corpus(folder: Path, progress: Callable[[int, int], None] = lambda *_: None) -> Corpus:
    """Read every article of a folder, in the order of their paths.

    Raises CorpusError where there is no such folder or not one readable article in it.
    """
    if not folder.is_dir():
        msg = f"{folder}: no such folder; set [corpus] path, or name one with --corpus"
        raise CorpusError(msg)
    paths = article_paths(folder)
    articles: list[tuple[Article, bytes]] = []
    skipped: list[ArticleError] = []
    for number, path in enumerate(paths, start=1):
        try:
            articles.append(_read(path, _article_id(path, folder)))
        except ArticleError as error:
            skipped.append(error)
        progress(number, len(paths))
    if not articles:
        reasons = "".join(f"\n  skipped {error}" for error in skipped[:20])
        msg = f"{folder}: not one readable article ({', '.join(SUFFIXES)}){reasons}"
        raise CorpusError(msg)
    return Corpus(tuple(articles), tuple(skipped))


def article_paths(folder: Path) -> list[Path]:
    """Return the files of a folder that may be articles, sorted; hidden files and READMEs are none."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.name.lower() not in _NOT_ARTICLES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def _article_id(path: Path, folder: Path) -> str:
    name = path.relative_to(folder).as_posix()
    try:
        name.encode()
    except UnicodeEncodeError as error:
        printable = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        raise ArticleError(printable, "the file's name is not UTF-8; rename it") from error
    return name


def _read(path: Path, article_id: str) -> tuple[Article, bytes]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(article_id, f"can't be read: {error.strerror}") from error
    content = _decoded(article_id, data)
    article = read_markdown(article_id, content) if path.suffix.lower() == ".md" else read_plain(article_id, content)
    if not article.language:
        article = replace(article, language=detect_article_language(f"{article.title}\n{article.text}"))
    return article, hashlib.blake2b(data, digest_size=16).digest()


def _decoded(article_id: str, data: bytes) -> str:
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(article_id, f"not UTF-8 at byte {error.start}; save it as UTF-8") from error
    if not content.strip():
        raise ArticleError(article_id, "empty")
    if "\0" in content:
        raise ArticleError(article_id, "holds NUL characters, so it is no text")
    return content.replace("\r\n", "\n").replace("\r", "\n")
