"""The floors of retrieval quality.

`python -m tests.quality.floors [--lower]` measures our own questions over the live index and raises the floors to a
little below what was reached. A floor is lowered only with --lower, and then needs a line in CHANGELOG.md.
`tests/search/test_floors.py` holds them in `make test`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bot.config import find_config, load_config
from bot.evaluate import ask_all, measure, read_questions
from bot.search.engine import Engine

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.json"
# What two builds may differ by: the engines' rounding moves a question or two of 235.
_SLACK = 0.012


def reached(engine: Engine) -> dict[str, float]:
    """Return the figures that have floors, all of them better when higher."""
    known = set(engine._live().store.article_digests())
    report = measure(ask_all(engine, read_questions(FOLDER, known)))
    refusal = report["unanswerable"]
    return {
        **{name: report["all"][name] for name in ("hit@1", "hit@5", "mrr@10")},
        "auroc": refusal["auroc"],
        "unanswerable_refused": refusal["unanswerable_refused"],
        "answerable_served": 1 - refusal["answerable_refused"],
    }


def floors() -> dict[str, float]:
    """Return the recorded floors."""
    recorded: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return recorded


def main(arguments: list[str]) -> int:
    """Record floors from what the live index reaches; return the exit status."""
    figures = reached(Engine.open(load_config(find_config(None))))
    fresh = {name: round(figures[name] - _SLACK, 3) for name in figures}
    lower = {name: (floor, fresh[name]) for name, floor in floors().items() if fresh[name] < floor}
    if lower and "--lower" not in arguments:
        print(f"not recorded, these would fall: {lower}; --lower records them, with a line in CHANGELOG.md")  # noqa: T201
        return 1
    FLOORS.write_text(json.dumps(fresh, indent=2) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
