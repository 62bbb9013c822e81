"""Train the adapter of the packaged model: `python -m tests.training.train FOLDER`; see README.md beside this file.

Writes `bot/index/e5_adapter.npz`. Every index is built anew afterwards, and what was set with the old vectors is to be
set again: the weights of ranking, the confidence, the direction of intents, the floors.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch.nn import functional

from bot.index import e5_adapter
from bot.index.e5_packed import find_packed, read_packed
from tests.training.adapted import NEVER, AdaptedE5
from tests.training.news import read_news

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.training.news import News

_EPOCHS = 2
_NEWS_A_STEP = 32
_TOGETHER = 8  # neighbours in a file, about one crisis, stay together: the others are hard to tell apart from it
_RATE = 8e-4  # at its highest, after a tenth of the steps; then it falls to 0
_RATE_GOING_ON = 5e-4
_TEMPERATURE = 0.05  # .03 gained as much by vectors alone, and less with all signals
_UNANSWERED = 0.5  # what a question that is answered above one that is not counts, beside finding the passage
_CHOOSING = 0.5  # what finding the sentence among those of its own passage counts
_KEPT = 0.9  # of the mean vector of a language, from step to step
_log = logging.getLogger("train")


def main(arguments: list[str] | None = None) -> int:
    """Train and write the adapter."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="with made news, .jsonl")
    parser.add_argument("--out", type=Path, default=Path(e5_adapter.__file__).with_name(e5_adapter.ADAPTER_FILE))
    parser.add_argument("--epochs", type=int, default=_EPOCHS)
    parser.add_argument("--go-on", action="store_true", help="from the adapter that the program has, and halfway back")
    asked = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.manual_seed(0)
    model = e5_adapter.default_model() if asked.go_on else read_packed(find_packed())
    try:
        news = list(read_news(asked.folder, model))
    except ValueError as error:
        _log.error("%s", error)
        return 1
    if len(news) < _NEWS_A_STEP:
        _log.error("%s: %d news; training needs %d and more", asked.folder, len(news), _NEWS_A_STEP)
        return 1
    encoder = AdaptedE5(model)
    begun = encoder.adapter()
    trained = train(news, encoder, asked.epochs, _RATE_GOING_ON if asked.go_on else _RATE).adapter()
    write(halfway(begun, trained) if asked.go_on else trained, asked.out)
    return 0


def halfway(begun: Mapping[str, Any], trained: Mapping[str, Any]) -> dict[str, Any]:
    """Return the mean of two adapters of which one grew out of the other: it keeps what either does well.

    As of fine-tuned models and their origins in arXiv 2109.01903; docs/quality.md has what it gains.
    """
    return {name: (begun[name] + trained[name]) / 2 for name in begun}


def write(adapter: Mapping[str, Any], path: Path) -> None:
    """Write an adapter's matrices; the file that was there is replaced at once or not at all."""
    matrices = {name: matrix.numpy().astype(np.float16) for name, matrix in adapter.items()}
    unfinished = path.with_name(f"{path.name}.part")
    with unfinished.open("wb") as file:
        np.savez(file, **matrices)
    unfinished.replace(path)


def train(news: Sequence[News], encoder: AdaptedE5, epochs: int, rate: float = _RATE) -> AdaptedE5:
    """Train an encoder's adapter, and return the encoder."""
    order, means = random.Random(0), dict[str, Any]()  # noqa: S311 - no secret
    trained = [parameter for parameter in encoder.parameters() if parameter.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    steps = epochs * (len(news) // _NEWS_A_STEP)
    begun, step = time.monotonic(), 0
    encoder.train()
    for _ in range(epochs):
        for part in _shuffled(news, order):
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (step + 1) / (0.1 * steps)) * (1 - step / steps)
            loss = _loss(part, encoder, means)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            optimiser.zero_grad()
            step += 1
            _log.info("step %d of %d: loss %.3f, %d s", step, steps, float(loss.detach()), time.monotonic() - begun)
    encoder.eval()
    return encoder


def _shuffled(news: Sequence[News], order: random.Random) -> list[list[News]]:
    blocks = [news[start : start + _TOGETHER] for start in range(0, len(news), _TOGETHER)]
    order.shuffle(blocks)
    mixed = [each for block in blocks for each in block]
    return [mixed[start : start + _NEWS_A_STEP] for start in range(0, len(mixed) - _NEWS_A_STEP + 1, _NEWS_A_STEP)]


def _loss(news: Sequence[News], encoder: AdaptedE5, means: dict[str, Any]) -> Any:
    """Return how badly questions find their passages and sentences, and how near unanswered ones come to them."""
    sentences = [(place, number) for place, each in enumerate(news) for number in range(len(each.sentences))]
    asked = [(place, number) for place, each in enumerate(news) for _, number in each.answered]
    unasked = [place for place, each in enumerate(news) for _ in each.unanswered]
    vectors = encoder.vectors(
        [each.passage for each in news]
        + [text for each in news for text in each.sentences]
        + [text for each in news for text, _ in each.answered]
        + [text for each in news for text in each.unanswered]
    )
    whole, parts, questions, others = vectors.split([len(news), len(sentences), len(asked), len(unasked)])
    whole = _centred(whole, [each.language for each in news], means)
    parts = _centred(parts, [f"sentences in {news[place].language}" for place, _ in sentences], means)
    wanted = torch.tensor([place for place, _ in asked])
    owners = torch.tensor([place for place, _ in sentences])
    finding = functional.cross_entropy(questions @ whole.T / _TEMPERATURE, wanted)
    near = questions @ parts.T / _TEMPERATURE
    telling, choosing = _telling(near, asked, sentences), _choosing(near, asked, sentences)
    answered = _nearness(questions, whole, parts, owners)[torch.arange(len(asked)), wanted]
    unanswered = _nearness(others, whole, parts, owners)[torch.arange(len(unasked)), torch.tensor(unasked)]
    same = wanted[:, None] == torch.tensor(unasked)[None]
    apart = functional.softplus((unanswered[None] - answered[:, None]) / _TEMPERATURE / 2)
    return finding + telling + _CHOOSING * choosing + _UNANSWERED * apart[same].mean()


def _telling(scores: Any, asked: Sequence[tuple[int, int | None]], sentences: Sequence[tuple[int, int]]) -> Any:
    """Return how badly the sentences with the answers are found among all sentences of other passages."""
    right = torch.tensor(
        [[place == owner and number in (None, which) for owner, which in sentences] for place, number in asked]
    )
    beside = torch.tensor([[place == owner for owner, _ in sentences] for place, _ in asked]) & ~right
    scores = scores.masked_fill(beside, NEVER)
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, NEVER), 1)).mean()


def _choosing(scores: Any, asked: Sequence[tuple[int, int | None]], sentences: Sequence[tuple[int, int]]) -> Any:
    """Return how badly the sentences with the answers are found among those of their own passages."""
    told = [(place, number, row) for row, (place, number) in enumerate(asked) if number is not None]
    if not told:
        return scores.new_zeros(())
    beside = torch.tensor([[place == owner for owner, _ in sentences] for place, _, _ in told])
    right = torch.tensor([sentences.index((place, number)) for place, number, _ in told])
    return functional.cross_entropy(scores[[row for *_, row in told]].masked_fill(~beside, NEVER), right)


def _nearness(questions: Any, whole: Any, parts: Any, owners: Any) -> Any:
    """Return the mean of a passage's nearness and its nearest sentence's, shape (questions, passages)."""
    nearest = [(questions @ parts[owners == place].T).amax(1) for place in range(len(whole))]
    return (questions @ whole.T + torch.stack(nearest, 1)) / 2


def _centred(vectors: Any, languages: Sequence[str], means: dict[str, Any]) -> Any:
    """Take the mean of each language off, as a build does; it follows the vectors from step to step."""
    for language in set(languages):
        here = vectors[[place for place, each in enumerate(languages) if each == language]].mean(0).detach()
        means[language] = _KEPT * means[language] + (1 - _KEPT) * here if language in means else here
    return functional.normalize(vectors - torch.stack([means[language] for language in languages]), dim=-1)


if __name__ == "__main__":
    sys.exit(main())
