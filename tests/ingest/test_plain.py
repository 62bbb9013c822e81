"""Plain text articles."""

from __future__ import annotations

import pytest

from bot.errors import ArticleError
from bot.ingest.plain import read_plain
from bot.model import Article


def test_the_first_line_is_the_title_and_nothing_else_is_known() -> None:
    article = read_plain("a.txt", "\n  Dam bursts \n\nFirst.\n\nSecond.\n")
    assert article == Article(id="a.txt", title="Dam bursts", text="First.\n\nSecond.", language="")


@pytest.mark.parametrize("content", ["", "\n\n", "Only a title", "Only a title\n\n \t\n"])
def test_without_text_below_the_title_it_is_no_article(content: str) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt: no text below the first line"):
        read_plain("a.txt", content)
