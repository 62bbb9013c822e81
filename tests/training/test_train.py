"""Training an adapter: what is read, that it learns, and that the program can use what it writes."""

from __future__ import annotations

import json
import logging
import re
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest
import torch

from bot.config import ModelConfig
from bot.index.e5_adapter import adapted
from bot.index.e5_packed import read_packed
from bot.index.packed_encoder import PackedNumpyEncoder
from tests.corpora import PROJECT
from tests.index.packed_file import write_packed
from tests.training import train
from tests.training.adapted import AdaptedE5
from tests.training.news import Made, read_news

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
    train.write(encoder.adapter(), tmp_path / "adapter.npz")
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


def test_training_goes_on_where_an_adapter_ends(tmp_path: Path, model: PackedModel) -> None:
    """What is written before the first step is what was read."""
    torch.manual_seed(0)
    news = list(read_news(written(tmp_path, [json.dumps(one) for one in NEWS]), model))
    train.write(train.train(news, AdaptedE5(model), epochs=1).adapter(), tmp_path / "first.npz")
    first = (tmp_path / "first.npz").read_bytes()
    train.write(AdaptedE5(adapted(model, first)).adapter(), tmp_path / "second.npz")
    assert (tmp_path / "second.npz").read_bytes() == first


def test_halfway_is_the_mean() -> None:
    assert train.halfway({"a": torch.tensor([0.0, 2.0])}, {"a": torch.tensor([1.0, 4.0])})["a"].tolist() == [0.5, 3.0]


def test_the_sentence_with_the_answer_is_chosen_among_those_beside_it() -> None:
    """Sentences of other passages don't count, nor do questions whose answer no sentence holds whole."""
    sentences = [(0, 0), (0, 1), (1, 0)]
    scores = torch.tensor([[2.0, 5.0, 9.0], [9.0, 9.0, 9.0]])
    loss = train._choosing(scores, [(0, 1), (1, None)], sentences)
    assert float(loss) == pytest.approx(np.log1p(np.exp(-3)), abs=1e-4)


def test_the_shipped_news_hold_their_answers_and_name_no_real_time() -> None:
    """Each answer stands in its passage; nobody can take for real what happens after 2030."""
    made = [
        msgspec.json.decode(line, type=Made)
        for path in sorted((PROJECT / "tests" / "training" / "news").glob("*.jsonl"))
        for line in path.read_bytes().splitlines()
    ]
    assert len(made) == 608
    assert {one.lang for one in made} == {"en", "es", "ru", "pt", "fr"}
    for one in made:
        assert len(one.unanswered) == 3
        assert all(answer in one.passage for _, _, answer in one.answered)
        years = [int(year) for year in re.findall(r"\b(?:199|20[0-9])[0-9]\b", one.title + one.passage)]
        assert all(year > 2030 for year in years)


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
