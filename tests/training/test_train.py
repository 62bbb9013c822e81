"""Training an adapter: what is read, that it learns, and that the program can use what it writes."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch

from bot.config import ModelConfig
from bot.index.e5_adapter import adapted
from bot.index.e5_packed import read_packed
from bot.index.packed_encoder import PackedNumpyEncoder
from tests.index.packed_file import write_packed
from tests.training import train
from tests.training.adapted import AdaptedE5
from tests.training.news import read_news

if TYPE_CHECKING:
    from pathlib import Path

    from bot.index.e5_packed import PackedModel

# In letters that the small model has; its windows hold 14 tokens.
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NEWS = [
    {
        "lang": "en",
        "title": letter,
        "passage": f"{letter} an {letter}. An {letter}",
        "answered": [["en", f"an {letter}", f"An {letter}"]],
        "unanswered": [["en", f"{letter} b"]],
    }
    for letter in (*LETTERS, *LETTERS[:6])
]


@pytest.fixture
def model(tmp_path: Path) -> PackedModel:
    return read_packed(write_packed(tmp_path / "small.bin"))


def written(folder: Path, lines: list[str]) -> Path:
    """Return a new folder with one file of these lines."""
    news = folder / "news"
    news.mkdir()
    (news / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return news


def test_a_passage_is_read_as_a_build_encodes_it(tmp_path: Path, model: PackedModel) -> None:
    """Sentence by sentence, each with the title; an answer is in the second."""
    (one,) = read_news(written(tmp_path, [json.dumps(NEWS[2]), ""]), model)
    assert one.language == "en"
    assert len(one.sentences) == 2
    assert all(text[0] == model.specials.start and text[-1] == model.specials.end for text in one.sentences)
    assert [place for _, place in one.answered] == [1]


@pytest.mark.parametrize(
    ("line", "told"),
    [("{", "truncated"), ('{"lang": "en"}', "missing"), (json.dumps(NEWS[0] | {"unanswered": []}), "doesn't")],
)
def test_a_bad_line_is_named(tmp_path: Path, model: PackedModel, line: str, told: str) -> None:
    folder = written(tmp_path, [json.dumps(NEWS[0]), line])
    with pytest.raises(ValueError, match=rf"a\.jsonl:2: .*{told}"):
        list(read_news(folder, model))


def test_what_is_trained_is_what_the_program_runs(tmp_path: Path, model: PackedModel) -> None:
    """An epoch moves the vectors, in the padded encoder of the training and in the program's alike."""
    torch.manual_seed(0)
    news = list(read_news(written(tmp_path, [json.dumps(one) for one in NEWS]), model))
    encoder = train.train(news, AdaptedE5(model), epochs=1)
    train.write(encoder, tmp_path / "adapter.npz")
    texts = [f"an {one['title']}" for one in NEWS]
    plain, trained = (
        PackedNumpyEncoder(each, "small", ModelConfig()).encode_questions(texts)
        for each in (model, adapted(model, (tmp_path / "adapter.npz").read_bytes()))
    )
    with torch.no_grad():
        padded = encoder.vectors([text for one in news for text, _ in one.answered]).numpy()
    assert np.abs(trained - plain).max() > 1e-3
    np.testing.assert_allclose(padded, trained, atol=0.03)  # 16 bits in training
    assert np.abs(padded - trained).mean() < np.abs(trained - plain).mean()


def test_training_lowers_what_it_is_to_lower(
    tmp_path: Path, model: PackedModel, caplog: pytest.LogCaptureFixture
) -> None:
    """The loss of the last steps is below that of the first ones."""
    torch.manual_seed(0)
    news = list(read_news(written(tmp_path, [json.dumps(one) for one in NEWS]), model))
    with caplog.at_level(logging.INFO):
        train.train(news, AdaptedE5(model), epochs=60)
    losses = [float(record.getMessage().split("loss ")[1].split(",")[0]) for record in caplog.records]
    assert np.mean(losses[-10:]) < 0.98 * np.mean(losses[:10])


def test_too_little_is_refused_and_nothing_written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = written(tmp_path, [json.dumps(NEWS[0])])
    assert train.main([str(folder), "--out", str(tmp_path / "out.npz")]) == 1
    assert "1 news; training needs 32" in caplog.text
    assert not list(tmp_path.glob("out*"))
