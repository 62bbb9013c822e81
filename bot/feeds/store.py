"""Articles as Markdown files with front matter in a folder of the corpus, to be read, edited and versioned by hand.

An article is known by its address: a changed version of it replaces the older one under the same name, and the older
one is kept in `.history/` beside it, which the corpus reader passes over because its name begins with a dot.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import yaml

from bot.errors import ArticleError, StoreError
from bot.ingest.markdown import read_markdown

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from bot.ingest.raw import RawArticle
    from bot.model import Article

HISTORY = ".history"
_HEAD_BYTES = 16_384  # of a file, within which its address is looked for
_URL_LINE = re.compile(r"^url:.*$", re.MULTILINE)
_SLUG = 60  # characters
_WORDY = 8  # letters from which an address's last part names the article; less is a number or "index"
_STAMP = "%Y%m%dT%H%M%S%fZ"


class Change(StrEnum):
    """What storing an article changed."""

    NEW = "new"
    CHANGED = "changed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Stored:
    """Where an article is, and what storing it changed."""

    path: Path
    change: Change


class ArticleFolder:
    """A folder that articles are added to. May be used by several threads of one process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._by_address: dict[str, Path] | None = None
        self._lock = threading.Lock()

    def put(self, article: RawArticle, publisher: str | None, now: datetime) -> Stored:
        """Write an article, or the new version of one that is there.

        Raises ArticleError where it lacks what a file of the corpus needs, StoreError where it can't be written.
        """
        name = article.url or article.title or "article"
        content = as_markdown(article, publisher)
        fresh = read_markdown(name, content)  # what is written must be readable: checked before, not found out later
        with self._lock:
            try:
                return self._put(fresh, content, now)
            except OSError as error:
                msg = f"{self._folder}: an article can't be stored: {error.strerror}"
                raise StoreError(msg) from error

    def find(self, address: str) -> Path | None:
        """Return the file of the article at an address; None where there is none (any more)."""
        with self._lock:
            return self._find(address)

    def _put(self, fresh: Article, content: str, now: datetime) -> Stored:
        old = self._find(fresh.url) if fresh.url else None
        if old is None:
            path = self._free_path(fresh)
            _write(path, content)
            if fresh.url and self._by_address is not None:
                self._by_address[fresh.url] = path
            return Stored(path, Change.NEW)
        if _says_the_same(old, fresh):
            return Stored(old, Change.NONE)
        _keep(old, now)
        _write(old, content)
        return Stored(old, Change.CHANGED)

    def _find(self, address: str) -> Path | None:
        """Look an address up; the files are read again where one is not where it was: people rename and remove."""
        if self._by_address is None or not self._is_where_it_was(address):
            self._by_address = _addresses(self._folder)
        return self._by_address.get(address)

    def _is_where_it_was(self, address: str) -> bool:
        path = (self._by_address or {}).get(address)
        return path is None or _address_of(path) == address

    def _free_path(self, article: Article) -> Path:
        """Return a name that no other article has; the address's digest tells apart those of one name."""
        stem = file_stem(article)
        path = self._folder / f"{stem}.md"
        if not path.exists():
            return path
        said = f"{article.url or ''}\0{article.title}\0{article.text}" if article.url is None else article.url
        return self._folder / f"{stem}-{blake2b(said.encode(), digest_size=4).hexdigest()}.md"


def as_markdown(article: RawArticle, publisher: str | None) -> str:
    """Return an article as a file of the corpus. Raises ArticleError where it has no title."""
    title = _line(article.title)
    if not title:
        raise ArticleError(article.url or "article", "no title")
    head = {
        "title": title,
        "publisher": _line(publisher),
        "url": article.url,
        "date": article.date.isoformat() if article.date else None,
        "date_found_in": _line(article.date_found_in) if article.date else None,
        "language": article.language,
        "agency": _line(article.agency),
        "author": _line(article.author),
        "kind": "article",
    }
    filled = {key: value for key, value in head.items() if value}
    front = yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"---\n{front}---\n\n{article.text.strip()}\n"


def file_stem(article: Article) -> str:
    """Return a file's name without ending: date, publisher, and the words of its address, else of its title."""
    day = article.published.isoformat() if article.published else "undated"
    return f"{day}-{_slug(article.publisher or '') or 'unknown'}-{_words(article)}"


def _words(article: Article) -> str:
    last = unquote(urlsplit(article.url or "").path).rstrip("/").rpartition("/")[2]
    from_address = _slug(re.sub(r"\.\w{2,5}$", "", last))
    if sum(map(str.isalpha, from_address)) >= _WORDY:
        return from_address
    from_title = _slug(article.title)
    digest = blake2b((article.url or article.title).encode(), digest_size=4).hexdigest()
    return from_title if sum(map(str.isalpha, from_title)) >= _WORDY else digest


def _slug(text: str) -> str:
    """Return a text's ASCII letters and digits in lower case, words joined by hyphens, cut at a word."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug if len(slug) <= _SLUG else slug[: _SLUG + 1].rpartition("-")[0] or slug[:_SLUG]


def _line(text: str | None) -> str | None:
    """Return a text on one line, without what YAML can't hold."""
    return re.sub(r"\s+", " ", "".join(filter(_is_printable, text))).strip() if text else None


def _is_printable(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in {"Cc", "Cs", "Co", "Cn"}


def _addresses(folder: Path) -> dict[str, Path]:
    """Return the address of every article file directly in the folder."""
    found = ((path, _address_of(path)) for path in sorted(folder.glob("*.md")))
    return {address: path for path, address in found if address}


def _address_of(path: Path) -> str | None:
    """Return the address in a file's front matter; None where it has none that can be read, or is gone."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    front = head.removeprefix("---").partition("\n---")[0] if head.startswith("---") else ""
    match = _URL_LINE.search(front)
    try:
        return str(yaml.load(match[0], Loader=yaml.BaseLoader)["url"]) if match else None  # noqa: S506  # builds strings only
    except yaml.YAMLError:
        return None


def _says_the_same(path: Path, fresh: Article) -> bool:
    """Tell whether a file holds an article's title and text already; one that can't be read does not."""
    try:
        old = read_markdown(path.name, path.read_text(encoding="utf-8-sig"))
    except (ArticleError, UnicodeDecodeError):
        return False
    return (old.title, old.text) == (fresh.title, fresh.text)


def _keep(path: Path, now: datetime) -> None:
    """Copy a file into the history, under a name that says when it was replaced."""
    history = path.parent / HISTORY
    history.mkdir(exist_ok=True)
    kept = history / f"{path.stem}.{now.strftime(_STAMP)}.md"
    with path.open("rb") as source, kept.open("xb") as target:
        shutil.copyfileobj(source, target)


def _write(path: Path, content: str) -> None:
    """Write a file so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.new")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
