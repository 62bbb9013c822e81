"""What administrators see: how the bot is doing, and how a build goes."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.chat.render_head import coverage_line
from bot.chat.render_pages import built_line
from bot.chat.render_text import escape, lines, paragraphs, plain_name
from bot.chat.screen import Button, Screen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.chat.i18n import Catalogue
    from bot.feeds.state import FeedState
    from bot.model import Coverage

# Skipped files named in full; the rest is counted.
MAX_SKIPPED = 10
# Our own: a path, reason or engine longer than this many code points is clipped; the log has it in full.
MAX_DETAIL = 150
# Feeds named in /status, those that fail first; the rest is counted.
MAX_FEEDS = 12

_STAGES = {
    "read": "stage-read",
    "encode": "stage-encode",
    "publish": "stage-publish",
}


def status(  # noqa: PLR0913 - the interface agreed with the handlers; all but the first by name
    ui: Catalogue,
    *,
    coverage: Coverage | None,
    uptime_seconds: float,
    questions: int,
    resident_mb: float,
    engine: str,
    building: bool,
    feeds: Sequence[FeedState] = (),
    now: datetime,
    previous: str | None = None,
) -> Screen:
    """Say how the bot is doing: the collection, its age, the process, and the feeds.

    `previous` is the snapshot that a rollback would give.
    """
    process = lines(
        ui.text("status-uptime", duration=ui.duration(uptime_seconds)),
        ui.text("status-questions", count=questions),
        ui.text("status-memory", megabytes=round(resident_mb)),
        ui.text("status-engine", engine=plain_name(engine, MAX_DETAIL)),
        ui.text("status-building" if building else "status-idle"),
    )
    return Screen(escape(paragraphs(_collection(ui, coverage, now, previous), process, _feeds(ui, feeds, now))))


def build_started(ui: Catalogue) -> Screen:
    """Say that a build has begun."""
    return Screen(escape(ui.text("build-started")))


def build_progress(ui: Catalogue, *, stage: str, done: int, total: int) -> Screen:
    """Say how far a build is; `total` 0 means that the end of the stage is not known."""
    name = ui.text(_STAGES[stage]) if stage in _STAGES else plain_name(stage)
    if total <= 0:
        return Screen(escape(ui.text("build-stage-open", stage=name)))
    return Screen(escape(ui.text("build-stage", stage=name, done=done, total=total)))


def build_finished(  # noqa: PLR0913 - the interface agreed with the handlers; all but the first by name
    ui: Catalogue,
    *,
    articles: int,
    skipped: Sequence[tuple[str, str]],
    passages: int,
    encoded: int,
    reused: int,
    seconds: float,
    added: int,
    changed: int,
    removed: int,
    snapshot: str,
) -> Screen:
    """Report a build: counts, work, and the files that were skipped as (path, reason)."""
    counts = lines(
        ui.text("build-finished", articles=articles, passages=passages),
        ui.text("build-changes", added=added, changed=changed, removed=removed),
        ui.text("build-work", encoded=encoded, reused=reused, duration=ui.duration(seconds)),
        ui.text("status-snapshot", snapshot=plain_name(snapshot)),
    )
    return Screen(escape(paragraphs(counts, _skipped(ui, skipped))))


def build_failed(ui: Catalogue, *, reason: str) -> Screen:
    """Say that a build failed and why; the bot goes on with the snapshot it had."""
    return Screen(escape(ui.text("build-failed", reason=plain_name(reason, 4 * MAX_DETAIL))))


def build_busy(ui: Catalogue) -> Screen:
    """Say that a build is running already."""
    return Screen(escape(ui.text("build-busy")))


def rollback_question(ui: Catalogue, *, live: str, previous: str) -> Screen:
    """Ask whether to go back from the live snapshot to the one before it."""
    said = ui.text("rollback-sure", live=plain_name(live), previous=plain_name(previous))
    by_words = ui.text("rollback-by-words", command=f"/rollback {plain_name(previous)}")
    go = Button(ui.text("rollback-button-go"), f"rb:go:{previous}")
    keep = Button(ui.text("rollback-button-keep"), "rb:keep")
    return Screen(escape(paragraphs(said, by_words)), ((go, keep),))


def rollback_nothing_older(ui: Catalogue) -> Screen:
    """Say that no older snapshot is there."""
    return Screen(escape(ui.text("rollback-nothing-older")))


def rollback_outdated(ui: Catalogue) -> Screen:
    """Say that other snapshots are there than when the administrator was asked."""
    return Screen(escape(ui.text("rollback-outdated")))


def rollback_left(ui: Catalogue) -> Screen:
    """Say that the live snapshot stays."""
    return Screen(escape(ui.text("rollback-left")))


def rollback_failed(ui: Catalogue, *, reason: str) -> Screen:
    """Say that it is not possible to go back, and why; the bot goes on with the snapshot it had."""
    return Screen(escape(ui.text("rollback-failed", reason=plain_name(reason, 4 * MAX_DETAIL))))


def rollback_done(ui: Catalogue, *, live: str, withdrawn: str) -> Screen:
    """Say which snapshot answers now, and how the other comes back."""
    return Screen(escape(ui.text("rollback-done", live=plain_name(live), withdrawn=plain_name(withdrawn))))


def _collection(ui: Catalogue, coverage: Coverage | None, now: datetime, previous: str | None) -> str:
    if coverage is None:
        return ui.text("no-snapshot")
    snapshot = ui.text("status-snapshot", snapshot=plain_name(coverage.snapshot))
    older = ui.text("status-previous", snapshot=plain_name(previous)) if previous else ui.text("status-no-previous")
    return lines(coverage_line(ui, coverage), built_line(ui, coverage, now), snapshot, older)


def _feeds(ui: Catalogue, feeds: Sequence[FeedState], now: datetime) -> str:
    if not feeds:
        return ""
    shown = sorted(feeds, key=lambda feed: not feed.is_failing)[:MAX_FEEDS]
    rest = len(feeds) - len(shown)
    more = ui.text("build-skipped-more", count=rest) if rest else ""
    return lines(ui.text("status-feeds", count=len(feeds)), *(_feed(ui, feed, now) for feed in shown), more)


def _feed(ui: Catalogue, feed: FeedState, now: datetime) -> str:
    host = plain_name(urlsplit(feed.address).hostname)
    reason = plain_name(feed.error, MAX_DETAIL)
    if feed.is_failing and feed.succeeded:
        return ui.text("status-feed-failing", host=host, moment=ui.moment(feed.succeeded), reason=reason)
    if feed.is_failing:
        return ui.text("status-feed-never-worked", host=host, reason=reason)
    if feed.succeeded is None:
        return ui.text("status-feed-not-yet", host=host)
    ago = ui.ago((now - feed.succeeded).total_seconds())
    return ui.text("status-feed", host=host, ago=ago, articles=feed.articles)


def _skipped(ui: Catalogue, skipped: Sequence[tuple[str, str]]) -> str:
    if not skipped:
        return ""
    named = [f"{plain_name(path, MAX_DETAIL)}: {plain_name(reason, MAX_DETAIL)}" for path, reason in skipped]
    rest = len(named) - MAX_SKIPPED
    more = ui.text("build-skipped-more", count=rest) if rest > 0 else ""
    return lines(ui.text("build-skipped", count=len(skipped)), *named[:MAX_SKIPPED], more)
