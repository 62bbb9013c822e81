"""Votes as judged questions, in the layout that `python -m bot evaluate` reads. Pure.

`questions.jsonl`: questions that an answer answered; relevant is the article of its first passage.
`not-answered.jsonl`: the others, to be judged by hand; whether the collection holds an answer nobody knows.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.chat.feedback.store import Verdict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from bot.chat.feedback.store import Kept

JUDGED, OTHER = "questions.jsonl", "not-answered.jsonl"


@dataclass(frozen=True, slots=True)
class Export:
    """Both files, and how many questions each holds."""

    questions: bytes
    not_answered: bytes
    judged: int
    other: int


def export(kept: Sequence[Kept], present: Collection[str]) -> Export:
    """Return the judged questions. `present` are the articles of the collection: no other can be judged."""
    groups: dict[tuple[str, str], list[Kept]] = {}
    for one in kept:
        groups.setdefault((one.question, one.language), []).append(one)
    judged = [line for votes in groups.values() if (line := _judged(votes, present))]
    other = [_other(one) for one in kept if one.verdict is Verdict.DOES_NOT]
    other += [_other(one) for one in kept if one.verdict is Verdict.ANSWERS and one.article not in present]
    return Export(_lines(judged), _lines(other), len(judged), len(other))


def _judged(votes: Sequence[Kept], present: Collection[str]) -> dict[str, Any] | None:
    """Return a question with all articles that answered it; None where none did that is still there."""
    right = [one for one in votes if one.verdict is Verdict.ANSWERS and one.article in present]
    if not right:
        return None
    crosses = right[0].article_language != right[0].language
    return {
        "id": f"vote-{right[0].number}",
        "question": right[0].question,
        "language": right[0].language,
        "kind": "cross-lingual" if crosses else "same language",
        "relevant": sorted({str(one.article) for one in right}),
        "votes": len(votes),
    }


def _other(one: Kept) -> dict[str, Any]:
    return {
        "id": f"vote-{one.number}",
        "question": one.question,
        "language": one.language,
        "outcome": one.outcome,
        "confidence": one.confidence / 10,
        "first": one.article,
        "why": "the answer did not answer it"
        if one.verdict is Verdict.DOES_NOT
        else "the article that answered it left the collection",
    }


def _lines(rows: Iterable[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8", "backslashreplace")
