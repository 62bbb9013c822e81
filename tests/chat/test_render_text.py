"""Foreign text: escaped, clipped between characters, harmless in the middle of a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.render_text import MAX_URL, clip, end_of_cut, escape, fits, link, plain_name, units, visible


@given(st.text())
def test_escaped_text_is_seen_as_it_was(text: str) -> None:
    """Escaping and Telegram's parsing undo each other."""
    assert visible(f"<b>{escape(text)}</b>") == text


@given(st.text())
def test_units_are_utf_16_units(text: str) -> None:
    """A character beyond the basic plane counts twice."""
    assert units(text) == len(text.encode("utf-16-le")) // 2


@given(st.text(), st.integers(2, 50))
def test_clipped_text_keeps_its_limit(text: str, limit: int) -> None:
    """What is clipped ends in an ellipsis; what fits is left alone."""
    clipped = clip(text, limit)
    assert units(clipped) <= limit
    assert clipped == text or clipped.endswith("…")


def test_text_is_cut_at_a_space_near_the_end() -> None:
    """A word stays whole where one ends in the second half."""
    assert clip("one two three four", 12) == "one two…"
    assert clip("abcdefghijklmnop", 6) == "abcde…"


@pytest.mark.parametrize("text", ["ae\u0301b", "a👩\u200d🚀b", "a👍\U0001f3fdb"])
def test_characters_of_several_code_points_are_not_cut_in_two(text: str) -> None:
    """Accents, joined emoji and skin tones stay with what they belong to."""
    whole = {0, 1, len(text) - 1, len(text)}
    assert {end_of_cut(text, limit) for limit in range(1, 9)} <= whole


@pytest.mark.parametrize(
    ("foreign", "name"),
    [
        ("  The\n Post ", "The Post"),
        ("a\x00b\x1bc", "a b c"),
        ("evil\u202egnp", "evil gnp"),
        ("\u2066\u200d", ""),
        ("", ""),
        (None, ""),
        ("الجزيرة", "\u2068الجزيرة\u2069"),
        ("x" * 200, "x" * 79 + "…"),
    ],
)
def test_names_are_made_fit_for_a_line_of_ours(foreign: str | None, name: str) -> None:
    """Control and direction characters go, right-to-left names are isolated, long ones clipped."""
    assert plain_name(foreign) == name


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "tg://user?id=1",
        "ftp://a.example/x",
        "https://",
        "https://nodot/",
        "//a.example/x",
        "https://[::1/",
        "https://a.example/a b",
        "https://a.example/\u202e",
        "https://a.example/" + "x" * MAX_URL,
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    """Anything else gives no link at all."""
    assert link(url, "Open") == ""


def test_a_links_address_is_escaped() -> None:
    """Quotation marks and ampersands can't break out of the attribute."""
    assert link('https://a.example/?a=1&b="<x>"', "Open <it>") == (
        '<a href="https://a.example/?a=1&amp;b=&quot;&lt;x&gt;&quot;">Open &lt;it&gt;</a>'
    )


def test_a_message_must_keep_all_of_telegrams_limits() -> None:
    """Characters seen, raw bytes and entities are counted apart."""
    assert fits("x" * 4096)
    assert not fits("x" * 4097)
    assert not fits("😀" * 2049)
    assert fits(f'<a href="{"x" * 30_000}">x</a>')
    assert not fits(f'<a href="{"x" * 33_000}">x</a>')
    assert fits("<b>x</b>" * 100)
    assert not fits("<b>x</b>" * 101)
