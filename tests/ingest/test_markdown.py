"""Markdown articles: what is read from them, and what is refused by name."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ArticleError
from bot.ingest.markdown import parse_day, read_markdown
from bot.model import Article

FULL = (
    "---\ntitle: 'Dam: bursts'\npublisher: Sorvania Herald\nurl: https://herald.example/a\ndate: 2021-05-04\n"
    "language: EN\nkind: digest\nagency: Red Wire\nauthor: Ana Velasco\ndate_found_in: page header\nmood: grim\n"
    "---\n\nFirst paragraph.\n\nSecond one.\n"
)


def refusal(content: str) -> str:
    """Return the reason that a file is refused for."""
    with pytest.raises(ArticleError) as caught:
        read_markdown("a.md", content)
    assert caught.value.path == "a.md"
    return caught.value.reason


def test_everything_in_the_front_matter_is_read() -> None:
    assert read_markdown("a.md", FULL) == Article(
        id="a.md",
        title="Dam: bursts",
        text="First paragraph.\n\nSecond one.",
        language="en",
        publisher="Sorvania Herald",
        published=date(2021, 5, 4),
        url="https://herald.example/a",
        kind="digest",
        agency="Red Wire",
        author="Ana Velasco",
        date_found_in="page header",
    )


def test_a_title_and_a_text_are_enough_and_nothing_is_guessed() -> None:
    article = read_markdown("a.md", "---\ntitle: Only this\n---\nText.")
    assert article == Article(id="a.md", title="Only this", text="Text.", language="")


def test_a_date_without_a_place_was_found_in_the_front_matter() -> None:
    assert read_markdown("a.md", "---\ntitle: t\ndate: 2021-05-04\n---\nText.").date_found_in == "front matter"


@pytest.mark.parametrize("title", ["2021-05-04", "1e3", "yes", "null", "0x1F", "12:30:45", "01", "~"])
def test_values_stay_as_they_were_written(title: str) -> None:
    """YAML's own types would turn these into dates, numbers and booleans."""
    assert read_markdown("a.md", f"---\ntitle: {title}\n---\nText.").title == title


def test_a_line_of_dashes_in_the_text_ends_nothing() -> None:
    assert read_markdown("a.md", "---\ntitle: t\n---\nOne.\n\n---\n\nTwo.").text == "One.\n\n---\n\nTwo."


def test_a_title_over_several_lines_becomes_one() -> None:
    assert read_markdown("a.md", "---\ntitle: |\n  one\n  two\n---\nText.").title == "one two"


@pytest.mark.parametrize(("written", "read"), [("pt-BR", "pt"), ("ES", "es"), ("zh_hant", "zh"), ("ast", "ast")])
def test_a_language_is_its_code_without_the_region(written: str, read: str) -> None:
    assert read_markdown("a.md", f"---\ntitle: t\nlanguage: {written}\n---\nText.").language == read


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Just text.", "no front matter"),
        ("\n---\ntitle: t\n---\nText.", "no front matter"),
        ("---\ntitle: t\nText without an end", "no front matter"),
        ("---\npublisher: p\n---\nText.", "no title"),
        ("---\ntitle: ''\n---\nText.", "no title"),
        ("---\n---\nText.", "not a list of 'key: value' lines"),
        ("---\n- a\n- b\n---\nText.", "not a list of 'key: value' lines"),
        ("---\ntitle: t\n---\n \n", "no text"),
        ("---\ntitle: t\n---", "no text"),
        ("---\ntitle: t\nkind: rumour\n---\nText.", "kind is 'rumour'; allowed: article, digest"),
        ("---\ntitle: t\ndate: 2019-02-30\n---\nText.", "date 2019-02-30 does not exist"),
        ("---\ntitle: t\ndate: 0000-01-01\n---\nText.", "date 0000-01-01 does not exist"),
        ("---\ntitle: t\ndate: 4 May 2021\n---\nText.", "not of the form YYYY-MM-DD"),
        ("---\ntitle: t\ndate: 2021-05-04T10:00:00Z\n---\nText.", "not of the form YYYY-MM-DD"),
        ("---\ntitle: t\ndate: ٢٠٢١-٠٥-٠٤\n---\nText.", "not of the form YYYY-MM-DD"),
        ("---\ntitle: t\nlanguage: english\n---\nText.", "language is 'english', not a code"),
        ("---\ntitle: [a, b]\n---\nText.", "title must be one line of text"),
        ("---\ntitle: t\nurl:\n  a: b\n---\nText.", "url must be one line of text"),
        ("---\ntitle: Dam: bursts\n---\nText.", "not valid YAML in line 2"),
        ("---\ntitle: t\nurl: *nowhere\n---\nText.", "not valid YAML in line 3"),
        ("---\ntitle: 'open\n---\nText.", "not valid YAML"),
        ("---\ntitle: \x07bell\n---\nText.", "not valid YAML"),
        ('---\ntitle: "\\ud800"\n---\nText.', "escapes characters that do not exist"),
        ('---\ntitle: "\\UFFFFFFFF"\n---\nText.', "not valid YAML"),
        (f"---\ntitle: {'[' * 5000}\n---\nText.", "not valid YAML"),
        ("---\ntitle: !!python/object/apply:os.system [true]\n---\nText.", "title must be one line of text"),
    ],
)
def test_a_broken_file_is_refused_with_its_reason(content: str, reason: str) -> None:
    assert reason in refusal(content)


@settings(deadline=None)
@given(st.text())
def test_any_text_is_an_article_or_refused(content: str) -> None:
    """Nothing but ArticleError comes out, whatever the file holds."""
    for text in (content, f"---\n{content}\n---\nText.", f"---\ntitle: {content}\n---\nText."):
        try:
            article = read_markdown("a.md", text)
        except ArticleError:
            continue
        assert article.title
        assert article.text
        assert article.title.encode()


@settings(deadline=None)
@given(st.dates())
def test_every_day_is_read_back(day: date) -> None:
    assert parse_day("a.md", day.isoformat()) == day


def test_characters_that_turn_or_hide_writing_are_dropped_and_everything_else_stays() -> None:
    """As they stand, and as YAML can escape them; spaces that do not break are the author's."""
    head = '---\ntitle: "A \\u202etitle\\u0007"\npublisher: The\u200b Post\n---\n'
    content = f"{head}Text\u202e with\u2066 five\xa0words\x07.\n"
    article = read_markdown("a.md", content)
    assert (article.title, article.publisher, article.text) == ("A title", "The Post", "Text with five\xa0words.")


@pytest.mark.parametrize(
    ("head", "text", "agency"),
    [
        ("", "BELMORA (Reuters) - A dam burst on Monday.", "Reuters"),
        ("", "Belmora, 30 abr (EFE).- Una presa reventó.\n\nHay heridos.", "EFE"),
        ("", "A dam burst on Monday.\n\nNobody was hurt.\n\n© AFP", "AFP"),
        ("author: EFE\n", "Una presa reventó.", "EFE"),
        ("agency: Agence France-Presse\n", "A dam burst.", "AFP"),
        ("agency: Valley Wire\n", "A dam burst.", "Valley Wire"),
        ("", "A dam burst, the mayor told Reuters on Monday. It rained.", None),
        ("kind: digest\n", "A dam burst, writes the paper. (AFP)", None),
    ],
)
def test_the_agency_is_the_one_that_is_named_or_credited(head: str, text: str, agency: str | None) -> None:
    content = f"---\ntitle: Dam\n{head}---\n{text}\n"
    assert read_markdown("a.md", content).agency == agency
