"""Articles from plain text: the first line is the title, the rest is the text. Nothing else is known of them."""

from __future__ import annotations

from bot.errors import ArticleError
from bot.model import Article


def read_plain(article_id: str, content: str) -> Article:
    """Read one article. Raises ArticleError where there is no text below the title."""
    title, _, text = content.strip().partition("\n")
    if not text.strip():
        raise ArticleError(article_id, "no text below the first line, which is the title")
    return Article(id=article_id, title=title.strip(), text=text.strip(), language="")
