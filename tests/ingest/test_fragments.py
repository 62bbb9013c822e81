"""Pieces of HTML become paragraphs."""

from __future__ import annotations

import pytest

from bot.errors import ArticleError
from bot.ingest.fragments import MAX_TAGS, fragment_line, fragment_paragraphs

_LONG = "The ministers met in Caracas on Thursday."


@pytest.mark.parametrize(
    "source",
    [
        f"<p>{_LONG}</p><p>Second.</p>",
        f"{_LONG}<br><br>Second.",
        f"<div><h2>{_LONG}</h2><ul><li>Second.</li></ul></div>",
        f"<blockquote>{_LONG}</blockquote>Second.<script>no()</script><figure><figcaption>No</figcaption></figure>",
        f"{_LONG}\n\nSecond.",
        f"{_LONG}\nSecond.",
        f"<table><tr><td>{_LONG}</td></tr><tr><td>Second.</td></tr></table>",
    ],
)
def test_blocks_are_paragraphs(source: str) -> None:
    assert fragment_paragraphs(source, name="x") == [_LONG, "Second."]


@pytest.mark.parametrize("source", ["", " ", "<p></p>", "<!-- -->", "<img src=x>", "<p< <b"])
def test_nothing_is_no_paragraph(source: str) -> None:
    assert all(
        not any(char.isalpha() for char in line) or "<" in line for line in fragment_paragraphs(source, name="x")
    )


def test_impossible_tag_names_do_not_matter() -> None:
    """Found by the fuzz run: libxml2 keeps names that lxml refuses to set again."""
    assert fragment_paragraphs(f"<p>{_LONG}</p><p< x><y'Éd>Second.", name="x")[0] == _LONG


def test_far_too_many_tags_are_refused_before_they_are_parsed() -> None:
    with pytest.raises(ArticleError, match="tags"):
        fragment_paragraphs("<b>" * (MAX_TAGS + 1), name="x")


def test_entities_in_plain_text_are_undone_and_comparisons_are_no_tags() -> None:
    assert fragment_paragraphs("Prices rose &mdash; 3 < 5 &amp; 6 > 2.", name="x") == ["Prices rose — 3 < 5 & 6 > 2."]


@pytest.mark.parametrize(
    ("source", "line"),
    [("<b>Bold</b> &amp; new\n", "Bold & new"), ("3 < 5", "3 < 5"), ("  ", None), (None, None), ("a\u202eb\x00", "ab")],
)
def test_a_title_is_one_line(source: str | None, line: str | None) -> None:
    assert fragment_line(source) == line
