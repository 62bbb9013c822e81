"""A passage among its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.chat import render
from bot.chat.i18n import catalogue
from bot.errors import VerbatimError
from tests.chat.render_samples import PUBLISHERS, article, passage, seen

if TYPE_CHECKING:
    from bot.model import Passage

TEXT = "First part. Still first.\n\nSecond part.\n\nThird part."
ARTICLE = article(TEXT, title="Bridge <closed>")
BEFORE, MIDDLE, AFTER = passage(ARTICLE, 0, 24), passage(ARTICLE, 26, 38, 1), passage(ARTICLE, 40, 51, 2)


def _html(middle: Passage, before: Passage | None = None, after: Passage | None = None) -> str:
    return render.context(
        middle, before, after, ui=catalogue("en"), publishers=lambda name: PUBLISHERS.get(name or "")
    ).html


def test_a_passage_stands_in_bold_between_its_neighbours() -> None:
    """Title, source, one quotation of the article, link."""
    assert _html(MIDDLE, BEFORE, AFTER) == (
        "Bridge &lt;closed&gt;\n"
        "<b>Morning Post</b> (privately owned, United Kingdom), 1 May 2019\n"
        "<blockquote>First part. Still first.\n\n<b>Second part.</b>\n\nThird part.</blockquote>\n"
        '<a href="https://post.example/bridge?a=1&amp;b=2">Open the article</a>'
    )


def test_it_is_marked_where_the_article_goes_on() -> None:
    """The edges of the quotation are not mistaken for those of the article."""
    html = _html(MIDDLE)
    assert "[the article begins earlier …]\n<blockquote>Second part.</blockquote>\n[… the article goes on]" in html
    assert "[… the article goes on]" not in _html(MIDDLE, None, AFTER)


def test_a_long_neighbourhood_is_shortened_to_whole_sentences() -> None:
    """The passage itself stays, and as much around it as a message holds."""
    text = "Before it all. " * 300 + "The point." + " After it all." * 300
    long = article(text)
    middle = passage(long, 4500, 4510, 1)
    screen = render.context(
        middle, passage(long, 0, 4499), passage(long, 4511, None, 2), ui=catalogue("ru"), publishers=lambda _: None
    )
    quotation = seen(screen).of("blockquote")[0]
    assert quotation in text
    assert quotation.startswith("Before it all.")
    assert quotation.endswith("After it all.")
    assert "The point." in seen(screen).of("bold")
    assert "[статья начинается раньше …]" in screen.html


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (passage(article(TEXT, id="b.md"), 0, 24), None),
        (None, passage(article(TEXT, id="b.md"), 40, 51)),
        (AFTER, None),
    ],
)
def test_neighbours_of_another_article_or_order_are_refused(before: Passage | None, after: Passage | None) -> None:
    """Text is never put together that does not stand together."""
    with pytest.raises(VerbatimError, match="are not of this article"):
        _html(MIDDLE, before, after)
