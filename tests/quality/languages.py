"""Measure how often a language is taken for another: `python -m tests.quality.languages [CODE=]FOLDER ...`.

A folder holds Markdown articles whose front matter names their language, or a BEIR-like set (`corpus.jsonl`, and
`queries.jsonl` where there is one), whose language is the CODE before the folder's name. Texts are cut by the project's
own splitter; what is shorter than five words is left out. Counted are passages, single sentences, and questions, each
told without anything that stands around it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from bot.ingest.corpus import read_corpus
from bot.ingest.language import detect_article_language
from bot.ingest.split import SplitSettings, split, word_count
from bot.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST_WORDS = 5
_UNITS = ("passages", "sentences", "questions")


@dataclass(slots=True)
class Errors:
    """How many texts of each unit and language were told, how many of them wrongly, and which."""

    told: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: Counter[tuple[str, str]] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)

    def add(self, unit: str, language: str, text: str) -> None:
        """Tell a text's language and count it."""
        if word_count(text) < _FEWEST_WORDS:
            return
        found = detect_article_language(text)
        self.told[unit, language] += 1
        if found != language:
            self.wrong[unit, language] += 1
            self.failures.append(f"{unit[:-1]} in {language}, taken for {found}: {' '.join(text.split())[:120]}")

    def share(self, unit: str, language: str | None = None) -> float:
        """Return the share of wrong ones, of one language or of all; 0 where there is none."""
        pick = [key for key in self.told if key[0] == unit and language in {None, key[1]}]
        return sum(self.wrong[key] for key in pick) / max(sum(self.told[key] for key in pick), 1)


def main(arguments: list[str] | None = None) -> int:
    """Measure the folders and print the shares of wrong languages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="[CODE=]FOLDER")
    parser.add_argument("--failures", type=int, default=10, help="how many failures to show")
    options = parser.parse_args(arguments)
    total = Errors()
    for given in options.folders:
        code, _, folder = given.rpartition("=")
        for unit, language, text in texts_of(Path(folder), code):
            total.add(unit, language, text)
    sys.stdout.write("\n".join([*describe(total), *total.failures[: options.failures]]) + "\n")
    return 0


def texts_of(folder: Path, code: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield (unit, true language, text) of everything in a folder."""
    for article in _articles(folder, code):
        for passage in split(article, SplitSettings()):
            yield "passages", article.language, passage.text
            for sentence in passage.sentences:
                yield "sentences", article.language, sentence.of(article.text)
    if code and (folder / "queries.jsonl").is_file():
        for row in _rows(folder / "queries.jsonl"):
            yield "questions", code, row["text"]


def _articles(folder: Path, code: str) -> Iterator[Article]:
    if not code:
        stated = (
            path for path in folder.glob("*.md") if re.search(r"^language:", path.read_text("utf-8"), re.MULTILINE)
        )
        names = {path.name for path in stated}
        yield from (article for article, _ in read_corpus(folder).articles if article.id in names)
        return
    for row in _rows(folder / "corpus.jsonl"):
        yield Article(row["_id"], row.get("title") or "", row["text"], code)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def describe(total: Errors) -> list[str]:
    """Return a line for each unit: all languages together, then each."""
    lines = []
    for unit in _UNITS:
        languages = sorted({language for told, language in total.told if told == unit})
        if not languages:
            continue
        count = sum(total.told[unit, language] for language in languages)
        each = (
            f"{language} {total.share(unit, language):.2%} of {total.told[unit, language]:,}" for language in languages
        )
        lines.append(f"{unit}: wrong {total.share(unit):.2%} of {count:,} ({', '.join(each)})")
    return lines


if __name__ == "__main__":
    sys.exit(main())
