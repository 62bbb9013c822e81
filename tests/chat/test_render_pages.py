"""The pages about the bot, its short sentences, and what administrators see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from bot.chat import render
from bot.chat.i18n import LANGUAGES, Catalogue, catalogue
from bot.chat.render_text import units
from tests.chat.render_samples import COVERAGE, seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.chat.screen import Screen

NOW = datetime(2019, 12, 31, 11, 30, tzinfo=UTC)
EN = catalogue("en")
FINISHED: dict[str, Any] = {
    "articles": 172,
    "passages": 612,
    "encoded": 4,
    "reused": 608,
    "seconds": 61.4,
    "added": 1,
    "changed": 2,
    "removed": 0,
    "snapshot": "s2",
}
STATUS: dict[str, Any] = {
    "uptime_seconds": 8000.0,
    "questions": 1234,
    "resident_mb": 123.4,
    "engine": "flat & exact",
    "building": False,
    "now": NOW,
}
SENTENCES: list[Callable[[Catalogue], Screen]] = [
    render.question_empty,
    lambda ui: render.question_too_long(ui, 500),
    render.failure,
    render.too_many_questions,
    render.not_administrator,
    render.no_snapshot,
    render.build_started,
    render.build_busy,
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_and_sentence_is_a_message_in_every_language(language: str) -> None:
    """Nothing is left unfilled, nothing is too long."""
    ui = catalogue(language)
    pages = [
        render.start(ui, COVERAGE),
        render.start(ui, None),
        render.help_(ui, username="dateline_bot", admin=True),
        render.about(ui, COVERAGE, NOW),
        render.status(ui, coverage=COVERAGE, **STATUS),
        render.build_finished(ui, skipped=[("a.md", "no title")], **FINISHED),
        *(sentence(ui) for sentence in SENTENCES),
    ]
    for page in pages:
        text = seen(page).text
        assert text.strip()
        assert units(text) <= 4096
        assert "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_for_pressed_buttons_fit_telegrams_pop_up(language: str) -> None:
    """Telegram shows at most 200 characters there."""
    ui = catalogue(language)
    for key in ("button-too-old", "failure", "no-snapshot", "not-administrator", "too-many-questions"):
        assert units(ui.text(key)) <= 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_are_described_within_telegrams_limits(language: str) -> None:
    """A description has 1 to 256 characters; a phone shows the first few words."""
    for name in ("ask", "start", "help", "about", "status", "reindex"):
        assert 1 <= len(catalogue(language).text(f"command-{name}")) <= 60


def test_start_says_what_the_bot_holds() -> None:
    """Or that it holds nothing yet."""
    assert "172 articles in English, Spanish and Russian" in render.start(EN, COVERAGE).html
    assert "still being prepared" in render.start(EN, None).html


def test_help_names_the_bot_and_speaks_of_administration_to_administrators_only() -> None:
    """Readers are not told about commands that are not theirs."""
    assert "@dateline_bot" in render.help_(EN, username="dateline_bot", admin=False).html
    assert "/reindex" not in render.help_(EN, username="dateline_bot", admin=False).html
    assert "/reindex" in render.help_(EN, username="dateline_bot", admin=True).html


def test_about_counts_and_says_how_old_the_collection_is() -> None:
    """Languages by number of articles, publishers with a name only."""
    unnamed = replace(COVERAGE, publishers={"": 2, "Morning Post": 170})
    text = seen(render.about(EN, unnamed, NOW)).text
    assert "612 passages from 1 publisher.\nIn English: 72\nIn Spanish: 60\nIn Russian: 40" in text
    assert text.endswith("Last read: 31 December 2019, 09:05 UTC (2 hours ago).")


def test_coverage_leaves_out_what_there_is_not() -> None:
    """No count of undated articles where all have dates, no range where none has."""
    assert "2019.\n" in render.start(EN, replace(COVERAGE, undated=0)).html
    undated = replace(COVERAGE, first=None, last=None, undated=172)
    assert "Spanish and Russian, without dates." in render.start(EN, undated).html


def test_a_collection_of_many_languages_names_the_commonest() -> None:
    """The rest is counted."""
    many = replace(COVERAGE, languages={f"l{n:02}": 100 - n for n in range(30)})
    assert "l00, l01, l02, l03, l04, l05, l06, l07, l08, l09, l10, l11 and 18 more" in render.start(EN, many).html
    assert "In l11: 89\n\nLast read" in render.about(EN, many, NOW).html


def test_status_shows_the_process_and_the_collection() -> None:
    """With the engine's name as foreign text."""
    html = render.status(EN, coverage=COVERAGE, **STATUS).html
    assert (
        "Running for 2 hours\nQuestions answered since the start: 1,234\nMemory: 123 MB\nEngine: flat &amp; exact"
        in html
    )
    assert html.endswith("No build is running.")
    assert "Snapshot: s1" in html


def test_status_without_a_snapshot_says_so() -> None:
    """And that one is being built."""
    html = render.status(EN, coverage=None, **{**STATUS, "building": True}).html
    assert html.startswith("The collection is still being prepared.")
    assert html.endswith("The collection is being read again.")


@pytest.mark.parametrize(
    ("stage", "total", "said"),
    [
        ("encode", 1612, "Encoding passages: 3 of 1,612"),
        ("read", 0, "Reading articles"),
        ("publish", 0, "Publishing the snapshot"),
        ("<odd>", 9, "&lt;odd&gt;: 3 of 9"),
    ],
)
def test_progress_names_the_stage_and_how_far_it_is(stage: str, total: int, said: str) -> None:
    """A stage without a message of its own is shown by its name."""
    assert render.build_progress(EN, stage=stage, done=3, total=total).html == said


def test_a_finished_build_reports_counts_and_skipped_files() -> None:
    """At most ten files by name, the rest counted."""
    skipped = [(f"{n}.md", "no <title>") for n in range(12)]
    text = render.build_finished(EN, skipped=skipped, **FINISHED).html
    assert text.startswith("The collection is read: 172 articles, 612 passages.\nAdded: 1. Changed: 2. Removed: 0.\n")
    assert "Passages encoded: 4. Reused: 608. It took 61 seconds." in text
    assert "Skipped files: 12\n0.md: no &lt;title&gt;\n" in text
    assert text.endswith("9.md: no &lt;title&gt;\nand 2 more")
    assert "Skipped" not in render.build_finished(EN, skipped=[], **FINISHED).html


def test_a_finished_build_with_endless_reasons_is_still_one_message() -> None:
    """Paths and reasons are clipped; the log has them in full."""
    skipped = [("p" * 5000, "&" * 5000)] * 50
    assert units(seen(render.build_finished(EN, skipped=skipped, **FINISHED)).text) <= 4096


def test_a_failed_build_gives_its_reason() -> None:
    """Escaped and clipped."""
    html = render.build_failed(EN, reason="no <articles> " + "x" * 9000).html
    assert "Reason: no &lt;articles&gt; xxx" in html
    assert len(html) < 1000
