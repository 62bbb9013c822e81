"""Trouble with the disk: a clear error, and what was live goes on serving."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.corpora import PROJECT


def trouble(kind: str) -> tuple[str, list[dict[str, Any]]]:
    """Return the name of the snapshot that was live, and what happened; in a folder that everybody may read."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-m", "tests.index.disk_trouble", kind, name],
            capture_output=True,
            text=True,
            check=False,
            cwd=PROJECT,
        )
    assert done.returncode == 0, done.stderr
    live, found = json.loads(done.stdout)
    return live, found


def test_a_full_disk_stops_a_build_wherever_it_is_and_the_old_snapshot_serves() -> None:
    live, found = trouble("full")
    *failed, enough = found
    assert [one["kind"] for one in failed if "kind" in one].count("StoreError") >= 8
    places = {one["error"].partition(": can't be written: ")[0].rpartition("/")[2] for one in failed if "error" in one}
    assert len(places) > 1  # the lock, the readings, the journal or the snapshot: not always the same
    assert places <= {"index", "building", "readings.sqlite"}
    for one in found:
        live = one.get("done", live)
        assert (one["live"], one["hits"]) == (live, 10), one
        assert "error" not in one or "MB are free there" in one["error"]
    assert "done" in enough


def test_where_nothing_can_be_written_the_snapshot_serves_and_acts_are_refused() -> None:
    """Also as root, whom permissions do not bind: the process becomes somebody else."""
    _, (build, rollback) = trouble("read-only")
    for act in (build, rollback):
        assert act["kind"] == "StoreError"
        assert "index: can't be written: Permission denied" in act["error"]
        assert act["hits"] == 10
        assert act["live"].startswith("20210702")


def test_without_a_corpus_the_old_snapshot_serves() -> None:
    live, found = trouble("vanished")
    assert [one["how"] for one in found] == ["gone", "empty", "a file", "while read"]
    for one in found:
        assert one["kind"] == "CorpusError"
        assert ("corpus: gone while it was read" if one["how"] == "while read" else "corpus: no") in one["error"]
        assert (one["live"], one["hits"]) == (live, 10)
