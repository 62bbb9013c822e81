"""Reuse: nothing is encoded twice, and a vector is only ever taken from where it is proven whole."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.index import layout
from bot.index.generations import current_name
from bot.index.passages import PassageStore
from bot.index.reuse import _KEPT, Reuse
from bot.index.texts import HASH_TYPE, text_hash
from bot.index.vectors import VectorIndex
from tests.corpora import NOW, BagEncoder, World, write_article

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

TITLE = "title: The valley a year later\nlanguage: en"
TEXT = "Reeds grow where the mill stood. Nobody came back to the upper village."


def encoded(world: World) -> list[str]:
    """Build with a fresh encoder; return what it had to encode."""
    encoder = BagEncoder()
    world.encoder = encoder
    report = world.build(now=NOW + timedelta(hours=1))
    assert report.encoded == len(encoder.encoded)
    return sorted(encoder.encoded)


def vectors(world: World) -> dict[bytes, NDArray[np.float16]]:
    """Return the vectors of the live snapshot by the hash of their text."""
    folder = world.index.snapshot(current_name(world.index) or "")
    found: dict[bytes, NDArray[np.float16]] = {}
    for hashes, file in _KEPT:
        found |= dict(zip((h.tobytes() for h in np.load(folder / hashes)), np.load(folder / file), strict=True))
    return found


def test_an_unchanged_corpus_needs_no_encoding(world: World) -> None:
    before = vectors(world)
    assert encoded(world) == []
    after = vectors(world)
    assert before.keys() == after.keys()
    assert all((before[key] == after[key]).all() for key in before)


def texts_of(title: str) -> set[str]:
    """Return what is encoded for the passage and the sentences of an article of `TEXT`."""
    return {f"{title}\n{part}" for part in (TEXT, *re.findall(r"[^ ][^.]+\.", TEXT))}


def test_a_new_article_costs_its_own_passages_sentences_and_new_words(world: World) -> None:
    write_article(world.corpus, "en/later.md", TITLE, TEXT)
    found = set(encoded(world))
    assert found > texts_of("The valley a year later")
    new_words = found - texts_of("The valley a year later")
    assert {"reeds", "mill", "upper"} <= new_words
    assert "valley" not in new_words  # another article has it


def test_another_title_costs_its_passages_and_sentences_and_new_words(world: World) -> None:
    """Both are encoded with the title, nothing else is encoded again."""
    write_article(world.corpus, "en/later.md", TITLE, TEXT)
    encoded(world)
    write_article(world.corpus, "en/later.md", TITLE.replace("valley", "canyon"), TEXT)
    assert set(encoded(world)) == texts_of("The canyon a year later") | {"canyon"}


def test_another_passage_of_an_article_leaves_the_others_alone(world: World) -> None:
    long = " ".join(f"Word{number} stands here." for number in range(60))
    write_article(world.corpus, "en/later.md", TITLE, f"{long}\n\n{TEXT}")
    encoded(world)
    write_article(world.corpus, "en/later.md", TITLE, f"{long}\n\n{TEXT} Never.")
    found = encoded(world)
    assert found
    assert not [text for text in found if "Word1 " in text]


def test_another_publisher_costs_nothing(world: World) -> None:
    write_article(world.corpus, "en/later.md", TITLE, TEXT)
    encoded(world)
    write_article(world.corpus, "en/later.md", f"{TITLE}\npublisher: Valley Notes", TEXT)
    assert encoded(world) == []


def test_an_equal_text_elsewhere_is_encoded_once(world: World) -> None:
    write_article(world.corpus, "en/later.md", TITLE, TEXT)
    write_article(world.corpus, "en/again.md", TITLE, TEXT)
    found = encoded(world)
    assert len(found) == len(set(found))
    assert texts_of("The valley a year later") <= set(found)


def test_another_model_reuses_nothing(world: World) -> None:
    world.encoder = encoder = BagEncoder(model_id="bag@2")
    report = world.build()
    assert report.encoded == len(encoder.encoded) == len(vectors(world))


def test_another_dimension_reuses_nothing(world: World) -> None:
    world.encoder = BagEncoder(dimension=32)
    assert world.build().encoded == len(vectors(world))
    assert (vectors(world)[next(iter(vectors(world)))]).shape == (32,)


def test_rebuilding_encodes_everything(world: World) -> None:
    world.encoder = encoder = BagEncoder()
    report = world.build(rebuild=True)
    assert report.encoded == len(set(encoder.encoded)) == len(encoder.encoded) == len(vectors(world))


def centred_vectors(folder: Path) -> dict[str, NDArray[np.float32]]:
    """Return the vectors that are searched, by the key of their passage: rows depend on what was built before."""
    index, store = VectorIndex(folder / layout.VECTORS), PassageStore(folder / layout.PASSAGES)
    found = index._index.reconstruct_n(0, index.size)
    by_key = {passage.key: vector for passage, vector in zip(store.all_passages(), found, strict=True)}
    store.close()
    return by_key


def test_reused_vectors_equal_those_of_a_full_build(world: World) -> None:
    write_article(world.corpus, "en/later.md", TITLE, TEXT)
    encoded(world)
    reused = vectors(world)
    live = world.index.snapshot(current_name(world.index) or "")
    reused_index = centred_vectors(live)
    world.build(rebuild=True, now=NOW + timedelta(hours=2))
    full = vectors(world)
    assert all((reused[key] == full[key]).all() for key in full.keys() & reused.keys())
    full_index = centred_vectors(world.index.snapshot(current_name(world.index) or ""))
    assert reused_index.keys() == full_index.keys()
    assert all(np.allclose(reused_index[key], full_index[key], atol=1e-6) for key in full_index)


@pytest.mark.parametrize("file", [layout.PASSAGE_VECTORS, layout.SENTENCE_HASHES])
def test_nothing_is_taken_from_a_damaged_snapshot(world: World, file: str, caplog: pytest.LogCaptureFixture) -> None:
    """A wrong vector would otherwise be copied into every snapshot to come, under a sum that fits."""
    before = vectors(world)
    path = world.index.snapshot(current_name(world.index) or "") / file
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 64]))
    assert encoded(world)
    assert "damaged" in caplog.text
    after = vectors(world)
    assert all((before[key] == after[key]).all() for key in before)


def test_a_build_that_dies_goes_on_where_it_stopped(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.index.encoding.CHUNK", 4)
    world.encoder = died = BagEncoder(model_id="bag@2", fails_after=9)
    live = current_name(world.index)
    with pytest.raises(RuntimeError, match="died"):
        world.build()
    assert current_name(world.index) == live
    assert len(died.encoded) == 8
    world.encoder = goes_on = BagEncoder(model_id="bag@2")
    report = world.build()
    assert not set(goes_on.encoded) & set(died.encoded)
    assert report.encoded == len(goes_on.encoded)
    assert not world.index.building.exists()


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_journal_is_begun_afresh(world: World, content: bytes) -> None:
    world.index.building.mkdir()
    (world.index.building / "encoded.sqlite").write_bytes(content)
    write_article(world.corpus, "en/later.md", TITLE, TEXT)
    assert texts_of("The valley a year later") <= set(encoded(world))


def test_the_journal_gives_back_what_was_put(world: World) -> None:
    fresh = np.array([[0.6, 0.8], [1, 0]], np.float32)
    hashes = np.array([b"b" * 16, b"c" * 15 + b"\0", b"a" * 16], HASH_TYPE)
    with Reuse(world.index, 2) as reuse:
        reuse.put(hashes[[2, 0]], fresh.astype(np.float16))
    found = np.zeros((3, 2), np.float16)
    with Reuse(world.index, 2) as reuse:
        assert reuse.fill(hashes, found).tolist() == [1]
        assert np.allclose(found, [fresh[1], [0, 0], fresh[0]], atol=1e-3)
    with Reuse(world.index, 3) as other:
        assert other.fill(hashes, np.zeros((3, 3), np.float16)).tolist() == [0, 1, 2]


def test_hashes_tell_models_and_texts_apart() -> None:
    pairs = [("m", "text"), ("m", "texu"), ("n", "text"), ("m\0t", "ext"), ("m", "\ud800")]
    assert len({text_hash(model, text) for model, text in pairs}) == len(pairs)
    assert len(text_hash("m", "t")) == 16
