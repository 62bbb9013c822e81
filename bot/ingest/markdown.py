"""Articles from Markdown with YAML front matter: the corpus's own format."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml

from bot.errors import ArticleError
from bot.ingest.attribution import credited_agency
from bot.ingest.decode import without_controls
from bot.model import Article

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(?P<head>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*")
_SURROGATE = re.compile(r"[\ud800-\udfff]")  # half a character: YAML can escape it, no file can hold it
_NO_PUBLISHER = ("", "unknown")
_KINDS = ("article", "digest")
_KEYS = ("title", "publisher", "url", "date", "language", "kind", "agency", "author", "date_found_in")


def read_markdown(article_id: str, content: str) -> Article:
    """Read one article; its language is empty where the front matter does not say it.

    Raises ArticleError for no front matter, no title, an impossible date, an unknown kind or no text.
    """
    match = _FRONT_MATTER.match(content)
    if not match:
        reason = "no front matter: the file must begin with a line '---', then 'title: ...', then '---'"
        raise ArticleError(article_id, reason)
    head = _parse_head(article_id, match["head"])
    text = without_controls(content[match.end() :]).strip()
    title = head.get("title", "")
    if not title:
        raise ArticleError(article_id, "no title in the front matter")
    if not text:
        raise ArticleError(article_id, "no text after the front matter")
    kind = head.get("kind", "article")
    if kind not in _KINDS:
        raise ArticleError(article_id, f"kind is {kind!r}; allowed: {', '.join(_KINDS)}")
    published = parse_day(article_id, head["date"]) if head.get("date") else None
    return Article(
        id=article_id,
        title=title,
        text=text,
        language=_parse_language(article_id, head.get("language", "")),
        publisher=None if head.get("publisher", "").lower() in _NO_PUBLISHER else head["publisher"],
        published=published,
        url=head.get("url") or None,
        kind=kind,
        agency=credited_agency(head.get("agency"), head.get("author"), _told_by(kind, text)),
        author=head.get("author") or None,
        date_found_in=(head.get("date_found_in") or "front matter") if published else None,
    )


def _told_by(kind: str, text: str) -> list[str]:
    """Return the lines in which a text may credit an agency; none where the words are ours."""
    return [] if kind == "digest" else [line for line in text.splitlines() if line.strip()]


def parse_day(article_id: str, value: str) -> date:
    """Read a day as YYYY-MM-DD. Raises ArticleError for anything else and for days that do not exist."""
    match = _ISO_DAY.fullmatch(value.strip())
    if not match:
        raise ArticleError(article_id, f"date {value!r} is not of the form YYYY-MM-DD")
    try:
        return date(*map(int, match.groups()))
    except ValueError as error:
        raise ArticleError(article_id, f"date {value} does not exist") from error


def _parse_language(article_id: str, value: str) -> str:
    """Read a language code without its region ("pt-BR" is "pt"); empty stays empty."""
    match = _LANGUAGE.fullmatch(value.lower())
    if value and not match:
        raise ArticleError(article_id, f"language is {value!r}, not a code such as en, es, ru, pt or fr")
    return match[1] if match else ""


def _parse_head(article_id: str, head: str) -> dict[str, str]:
    """Read the front matter as strings: no YAML types, so that a date stays as it was written."""
    try:
        raw: Any = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader builds strings, lists and dicts only
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = "" if line is None else f" in line {line + 2}"
        raise ArticleError(article_id, f"front matter is not valid YAML{where}; quote values that hold ': '") from error
    except (ValueError, OverflowError, RecursionError) as error:  # PyYAML's own, for absurd escapes and nesting
        raise ArticleError(article_id, "front matter is not valid YAML") from error
    if not isinstance(raw, dict):
        raise ArticleError(article_id, "front matter is not a list of 'key: value' lines")
    for key, value in raw.items():
        if not isinstance(value, str) and key in _KEYS:
            raise ArticleError(article_id, f"{key} must be one line of text")
    values = {str(key): value for key, value in raw.items() if key in _KEYS}
    if _SURROGATE.search("".join(values.values())):
        raise ArticleError(article_id, "front matter escapes characters that do not exist (\\ud800 to \\udfff)")
    return {key: " ".join(without_controls(value).split()) for key, value in values.items()}
