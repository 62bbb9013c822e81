"""Build the index: corpus to snapshot, from the command line. Never loads Telegram.

python embed.py [--config FILE] [--corpus DIR] [--rebuild] [--progress bar|jsonl|none]
python embed.py [--config FILE] --rollback    go back to the snapshot before the live one
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Never, Self

import msgspec
from tqdm import tqdm

from bot.build import BuildReport, build
from bot.config import Config, find_config, load_config
from bot.errors import DatelineError, LockedError
from bot.index.encoder import open_question_encoder
from bot.index.layout import IndexFolder
from bot.index.lazy_encoder import open_lazily
from bot.index.manifest import expected
from bot.index.rollback import roll_back

if TYPE_CHECKING:
    from collections.abc import Sequence

FAILED = 1
LOCKED = 3  # another build is running
INTERRUPTED = 130  # as shells say it; what was encoded is kept for the next build
_SHOWN = 20  # skipped files that the summary names
_UNITS = {"read": "file", "encode": "text", "publish": "snapshot"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status: 0, 1 for an error, 3 when another build is running, 130 on Ctrl-C."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s", stream=sys.stderr)
    jsonl = options.progress == "jsonl"
    try:
        config = configured(options)
        if options.rollback:
            _roll_back(config, jsonl=jsonl)
            return 0
        report = _build(config, options)
    except (DatelineError, OSError) as error:
        print(
            json.dumps({"error": str(error)}) if jsonl else f"embed.py: {error}",
            file=sys.stdout if jsonl else sys.stderr,
        )
        return LOCKED if isinstance(error, LockedError) else FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    print(json.dumps({"report": asdict(report)}) if jsonl else summary(report))
    return 0


def _build(config: Config, options: argparse.Namespace) -> BuildReport:
    with _Bars(enabled=options.progress == "bar") as bars:
        return build(
            config,
            now=datetime.now(UTC),
            rebuild=options.rebuild,
            progress=_print_progress if options.progress == "jsonl" else bars.update,
            open_encoder=lambda: open_lazily(config.model),
        )


def _roll_back(config: Config, *, jsonl: bool) -> None:
    """Go back one snapshot and say so; a running bot follows within a minute."""
    done = roll_back(IndexFolder(Path(config.index.path)), expected(config, open_question_encoder(config.model)))
    said = f"snapshot {done.live} is live again, {done.withdrawn} is withdrawn; the next build publishes a new one"
    print(json.dumps({"rollback": asdict(done)}) if jsonl else said)


def configured(options: argparse.Namespace) -> Config:
    """Return the configuration with what the command line overrides."""
    config = load_config(find_config(options.config))
    if options.corpus:
        config = msgspec.structs.replace(config, corpus=msgspec.structs.replace(config.corpus, path=options.corpus))
    return config


def summary(report: BuildReport) -> str:
    """Return the summary that a person reads at the end."""
    reasons = Counter(reason for _, reason in report.skipped)
    lines = [
        f"articles   {report.articles} read, {len(report.skipped)} skipped",
        *(f"             skipped {name}: {reason}" for name, reason in report.skipped[:_SHOWN]),
        *(
            [f"             and {len(report.skipped) - _SHOWN} more, {len(reasons)} reasons in all"]
            if len(report.skipped) > _SHOWN
            else []
        ),
        f"           {report.added} added, {report.changed} changed, {report.removed} removed since the last snapshot",
        f"passages   {report.passages} with {report.sentences} sentences",
        f"languages  {', '.join(f'{language} {count}' for language, count in report.languages.items())}",
        f"dates      {report.dated} dated, {report.undated} undated",
        f"vectors    {report.encoded} encoded, {report.reused} reused ({report.engine})",
        f"seconds    {report.seconds:.1f}",
        f"snapshot   {report.snapshot}",
    ]
    return "\n".join(lines)


class _Bars:
    """One progress bar a stage, with rate and time left; silent unless enabled."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled
        self._bar: tqdm[Never] | None = None
        self._stage = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._close()

    def update(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` are done in a stage."""
        if not self._enabled:
            return
        if stage != self._stage:
            self._close()
            self._stage = stage
            self._bar = _bar(stage, total)
        if self._bar is not None:
            self._bar.total = total
            self._bar.update(done - self._bar.n)

    def _close(self) -> None:
        if self._bar is not None:
            self._bar.close()


def _bar(stage: str, total: int) -> tqdm[Never]:
    return tqdm(total=total, desc=f"{stage:<8}", unit=_UNITS[stage], dynamic_ncols=True, file=sys.stderr)


def _print_progress(stage: str, done: int, total: int) -> None:
    print(json.dumps({"stage": stage, "done": done, "total": total}), flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="embed.py", description="Build the index of article passages.")
    parser.add_argument("--config", metavar="FILE", help="configuration (else DATELINE_CONFIG, else config.toml)")
    parser.add_argument("--corpus", metavar="DIR", help="folder of articles (else [corpus] path)")
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--rebuild", action="store_true", help="encode everything again, reuse no vector")
    act.add_argument("--rollback", action="store_true", help="build nothing: go back one snapshot")
    parser.add_argument("--progress", choices=("bar", "jsonl", "none"), default="bar", help="how progress is shown")
    return parser


if __name__ == "__main__":
    sys.exit(main())
