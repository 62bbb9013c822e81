"""Quotations: to the letter, whole sentences where a passage is too long, cuts marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import render_quote
from bot.chat.render_quote import Stretch, quote
from bot.chat.render_text import units, visible
from bot.errors import VerbatimError
from bot.model import Span
from tests.chat.render_samples import article, passage


def _stretch(text: str, core: int = 0) -> Stretch:
    whole = passage(article(text))
    return Stretch(whole.article, whole.span, whole.sentences, whole.sentences[core])


def test_a_passage_that_fits_is_quoted_whole_with_its_core_in_bold() -> None:
    """Emphasis is the only thing added."""
    found = quote(_stretch("One <b>. Two & two. Three.", core=1), 100, may_cut_core=False)
    assert found is not None
    assert found.html == "One &lt;b&gt;. <b>Two &amp; two.</b> Three."
    assert not found.cut_before
    assert not found.cut_after


def test_a_core_that_is_all_of_the_quotation_is_not_stressed() -> None:
    """Bold says which part; where there is no other part it says nothing."""
    found = quote(_stretch("Only one."), 100, may_cut_core=False)
    assert found is not None
    assert found.html == "Only one."


@pytest.mark.parametrize(
    ("limit", "shown", "cut_before", "cut_after"),
    [
        (27, "Aaaa. Bbbb. Cccc. Dddd.", False, False),
        (17, "Bbbb. Cccc. Dddd.", True, False),
        (11, "Cccc. Dddd.", True, False),
        (10, "Cccc.", True, True),
    ],
)
def test_a_long_passage_is_shortened_to_whole_sentences(
    limit: int, shown: str, *, cut_before: bool, cut_after: bool
) -> None:
    """Sentences around the core stay as long as they fit, and the quotation knows where it was cut."""
    found = quote(_stretch("Aaaa. Bbbb. Cccc. Dddd.", core=2), limit, may_cut_core=False)
    assert found is not None
    assert visible(found.html) == shown
    assert (found.cut_before, found.cut_after) == (cut_before, cut_after)


def test_a_core_that_does_not_fit_is_cut_only_when_allowed() -> None:
    """Otherwise there is no quotation."""
    stretch = _stretch("A sentence of many words.")
    assert quote(stretch, 12, may_cut_core=False) is None
    found = quote(stretch, 12, may_cut_core=True)
    assert found is not None
    assert (visible(found.html), found.cut_after) == ("A sentence", True)


@given(st.text(min_size=1, max_size=300), st.data())
def test_whatever_is_quoted_is_a_substring_within_the_limit(text: str, data: st.DataObject) -> None:
    """For any text, stretch, core and limit."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    core_start = data.draw(st.integers(start, end - 1))
    core = Span(core_start, data.draw(st.integers(core_start + 1, end)))
    limit = data.draw(st.integers(2, 100))
    found = quote(Stretch(article(text), Span(start, end), (core,), core), limit, may_cut_core=True)
    assert found is not None
    assert visible(found.html) == text[found.span.start : found.span.end]
    assert start <= found.span.start < found.span.end <= end
    assert units(visible(found.html)) <= limit
    assert (found.cut_before, found.cut_after) == (found.span.start > start, found.span.end < end)


@pytest.mark.parametrize(
    ("whole", "core"),
    [
        (Span(0, 11), Span(0, 5)),
        (Span(-1, 5), Span(0, 5)),
        (Span(5, 5), Span(5, 5)),
        (Span(2, 8), Span(0, 5)),
        (Span(2, 8), Span(5, 9)),
        (Span(2, 8), Span(5, 5)),
    ],
)
def test_offsets_outside_the_article_or_passage_are_refused(whole: Span, core: Span) -> None:
    """Rather no answer than words that the article does not have."""
    with pytest.raises(VerbatimError, match=r"a\.md"):
        quote(Stretch(article("0123456789"), whole, (), core), 100, may_cut_core=True)


def test_markup_that_would_show_other_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last check looks at what the reader would see, not at how it was made."""
    monkeypatch.setattr(render_quote, "escape", lambda text: text)
    with pytest.raises(VerbatimError, match="would not show the article's words"):
        quote(_stretch("Less < more & so on. Then."), 100, may_cut_core=False)
    with pytest.raises(VerbatimError, match="would not show the article's words"):
        quote(_stretch("A <b>bold</b> claim. Then."), 100, may_cut_core=False)
