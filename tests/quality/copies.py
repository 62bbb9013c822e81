"""Measure how copies are recognised: `python -m tests.quality.copies [FOLDER ...]`.

Without a folder: our own labelled pairs (`pairs.tsv`), and copies made of every article of our corpus as sites make
them: cut short, with another lead, with words changed. A FOLDER holds either texts grouped by what they tell
(`corpus.jsonl`, `queries.jsonl`, `qrels.tsv`), or labelled pairs of short texts (`pairs.tsv` with the columns class,
text1, text2). Neither labels copies: the same event in other words is none. So what is linked there is listed to be
looked at, and recall is told of the pairs that another measure, which knows nothing of runs of words, calls copies:
those that have four fifths of their letters in common, in order (difflib).
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import sys
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from bot.index.copies import copy_groups, text_runs
from bot.ingest.corpus import read_corpus
from bot.ingest.language import detect_article_language
from bot.model import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Pair = tuple[Article, Article]

PROJECT = Path(__file__).parents[2]
_ALIKE = 0.8  # of all letters: most words are the same, in the same order
_CHANGED = 12  # one word in so many is another one in a made copy
_LEAD = "By our correspondents in the region, with material of several agencies, for the morning edition."


def main(arguments: list[str] | None = None) -> int:
    """Print the figures of our own pairs and of the folders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--shown", type=int, default=5, help="how many linked pairs of a folder to show")
    options = parser.parse_args(arguments)
    articles = [article for article, _ in read_corpus(PROJECT / "corpus").articles]
    sys.stdout.write(f"{of_labelled(articles)}\n")
    for name, alter in ALTERATIONS.items():
        sys.stdout.write(f"{of_made(articles, name, alter)}\n")
    for folder in options.folders:
        lines = of_grouped(folder) if (folder / "corpus.jsonl").is_file() else of_short_pairs(folder)
        sys.stdout.write("\n   ".join(lines[: options.shown + 1]) + "\n")
    return 0


def of_labelled(articles: Sequence[Article]) -> str:
    """Return precision and recall on our labelled pairs."""
    group = dict(zip((one.id for one in articles), copy_groups(articles), strict=True))
    lines = (Path(__file__).parent / "pairs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    linked = {(a, b) for a, b, _ in rows if group[a] == group[b]}
    copies = {(a, b) for a, b, label in rows if label == "copy"}
    right = len(linked & copies)
    return (
        f"labelled pairs: {len(rows)}, copies {len(copies)}: precision {right / max(len(linked), 1):.3f}, "
        f"recall {right / len(copies):.3f}"
    )


def of_made(articles: Sequence[Article], name: str, alter: Callable[[str], str]) -> str:
    """Return how many made copies are linked with what they were made of, and how many with anything else."""
    already = copy_groups(articles)
    made = [replace(one, id=f"made/{one.id}", publisher=None, text=alter(one.text)) for one in articles]
    groups = copy_groups([*articles, *made])
    count = len(articles)
    found = sum(groups[number] == groups[number + count] for number in range(count))
    wrong = sum(
        groups[one] == groups[other] and already[one] != already[other] for one, other in combinations(range(count), 2)
    )
    return f"made copies, {name}: recall {found / count:.3f} of {count}, wrongly joined pairs {wrong}"


def _other_words(text: str) -> str:
    chance = random.Random(1)  # noqa: S311  # the same in every run
    words = text.split(" ")
    vocabulary = sorted(set(words))
    return " ".join(chance.choice(vocabulary) if chance.random() < 1 / _CHANGED else word for word in words)


def _first_half(text: str) -> str:
    words = text.split(" ")
    return " ".join(words[: len(words) // 2])


ALTERATIONS: dict[str, Callable[[str], str]] = {
    "unchanged": str,
    "another lead, the last quarter cut": lambda text: f"{_LEAD} {text[len(text) // 8 : -len(text) // 4]}",
    "the first half alone": _first_half,
    f"one word in {_CHANGED} changed": _other_words,
}


def of_grouped(folder: Path) -> list[str]:
    """Return how many texts that tell the same and how many that tell something else are linked, and the latter."""
    texts = {row["_id"]: row for name in ("corpus", "queries") for row in _rows(folder / f"{name}.jsonl")}
    with (folder / "qrels.tsv").open(encoding="utf-8") as file:
        same = {(row["query-id"], row["corpus-id"]) for row in csv.DictReader(file, delimiter="\t")}
    articles = [Article(key, "", row["text"], "en", key, _day(row.get("date"))) for key, row in texts.items()]
    linked = _linked(articles)
    told = {frozenset(pair) for pair in same}
    for key in texts:
        told |= {frozenset(pair) for pair in combinations(sorted(b for a, b in same if a == key), 2)}
    right = [pair for pair in linked if frozenset((pair[0].id, pair[1].id)) in told]
    others = [pair for pair in linked if frozenset((pair[0].id, pair[1].id)) not in told]
    found = {frozenset((one.id, other.id)) for one, other in linked}
    alike = [pair for pair in told if _are_alike(*(texts[key]["text"] for key in sorted(pair)))]
    recall = len(found.intersection(alike)) / max(len(alike), 1)
    head = (
        f"{folder.name}: {len(articles):,} texts, {len(told):,} pairs tell the same; linked {len(linked)}: "
        f"{len(right)} of these, {len(others)} of others (precision {len(right) / max(len(linked), 1):.3f}); of "
        f"{len(alike)} that have four fifths of their letters in common linked {recall:.3f}"
    )
    return [head, *map(_shown, others), *map(_shown, right)]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _are_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def of_short_pairs(folder: Path) -> list[str]:
    """Return how many labelled pairs of short texts are linked, by their class."""
    with (folder / "pairs.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    counts: dict[str, list[int]] = {}
    shown: list[str] = []
    for row in rows:
        pair = [Article(name, "", row[name], detect_article_language(row[name])) for name in ("text1", "text2")]
        is_linked = len(set(copy_groups(pair))) == 1
        tally = counts.setdefault(row["class"], [0, 0])
        tally[0] += is_linked
        tally[1] += 1
        shown += [_shown((pair[0], pair[1]))] if is_linked else []
    each = (f"class {label}: {linked} of {total:,}" for label, (linked, total) in sorted(counts.items()))
    return [f"{folder.name}: linked of {', '.join(each)}", *shown]


def _linked(articles: Sequence[Article]) -> list[Pair]:
    members: dict[int, list[Article]] = {}
    for article, group in zip(articles, copy_groups(articles), strict=True):
        members.setdefault(group, []).append(article)
    return [pair for group in members.values() for pair in combinations(group, 2)]


def _shown(pair: Pair) -> str:
    one, other = (text_runs(article.text) for article in pair)
    share = len(one & other) / max(min(len(one), len(other)), 1)
    return f"{share:.0%} shared: {pair[0].id} {pair[0].text[:80]!r} / {pair[1].id} {pair[1].text[:80]!r}"


def _rows(path: Path) -> Iterable[dict[str, str]]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    sys.exit(main())
