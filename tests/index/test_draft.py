"""A build that takes over what did not change makes what a build from nothing makes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from bot.index import finish
from bot.index.additions import _named_countries
from bot.index.lexical import KEYS, STEMS
from bot.index.manifest import expected
from bot.index.snapshot import load_current
from bot.index.tokens import keys, stems
from bot.ingest.split import SplitSettings
from bot.ingest.split import split as original
from bot.model import Article
from tests.corpora import ARTICLES, NOW, BagEncoder, World, write_article

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bot.index.snapshot import Snapshot
    from bot.model import Passage

LONG = " ".join(f"Word{number} stands here in the upper valley." for number in range(60))


def described(world: World) -> dict[str, Any]:
    """Return what the live snapshot says of each passage, whatever its row, and of the whole."""
    snapshot = load_current(world.index, expected(world.config, BagEncoder()))
    passages = snapshot.store.all_passages()
    told = {passage.key: _passage(snapshot, row) for row, passage in enumerate(passages)}
    frequency = dict(zip(snapshot.terms["stem"].tolist(), snapshot.terms["frequency"].tolist(), strict=True))
    names = dict(zip(snapshot.terms["stem"].tolist(), snapshot.terms["name"].tolist(), strict=True))
    copies = {
        name: [copy.id for copy in found]
        for name, found in snapshot.store.copies_of([passage.article.id for passage in passages]).items()
    }
    words = {
        (field, token): {passages[row].key for row in snapshot.words.search(field, [token], 100)}
        for field, token in ((STEMS, stems("valley", "en")[0]), (KEYS, keys("Moravia", "en")[0]), (STEMS, "en:word7"))
    }
    facts = (snapshot.languages, snapshot.publisher_names, snapshot.coverage.undated, snapshot.manifest.sentences)
    means = np.round(np.stack([snapshot.passage_means, snapshot.sentence_vectors.means]), 4).tolist()
    assert snapshot.words.size == len(passages)
    snapshot.close()
    return {"passages": told, "names": names, "terms": frequency, "copies": copies, "words": words} | {
        "facts": facts,
        "means": means,
    }


def _passage(snapshot: Snapshot, row: int) -> dict[str, Any]:
    column = snapshot.columns[row]

    def own(first: str, count: str) -> NDArray[np.int64]:
        return int(column[first]) + np.arange(int(column[count]))

    return {
        "language": snapshot.languages[column["language"]],
        "publisher": snapshot.publisher_names[column["publisher"]],
        "published": int(column["published"]),
        "countries": column["countries"].tolist(),
        "stems": snapshot.terms["stem"][snapshot.passage_terms[own("first_term", "terms")]].tolist(),
        "mentions": snapshot.mentions[own("first_mention", "mentions")].tolist(),
        "sentences": snapshot.sentence_vectors.stored.take(own("first_sentence", "sentences")).tolist(),
        "vector": np.round(snapshot.vectors._index.reconstruct(row), 4).tolist(),
    }


def change(world: World) -> None:
    """Add, change, rename and remove articles; make copies of some, and tear others apart."""
    write_article(world.corpus, "en/long.md", "title: Long\nlanguage: en\npublisher: Aardvark News", LONG)
    write_article(world.corpus, "en/copy.md", "title: Long too\nlanguage: en\npublisher: Zebra News", LONG)
    write_article(world.corpus, "de/neu.md", "title: Neu\nlanguage: de", "Am 3. Mai 2021 brach der Damm. Niemand kam.")
    (world.corpus / "fr/ecoles.md").unlink()
    (world.corpus / "ru/sud.md").rename(world.corpus / "ru/process.md")
    head, text = ARTICLES["es/luto.md"]
    write_article(world.corpus, "es/luto.md", head, f"{text} Además, nadie volvió al valle.")


def tear(world: World) -> None:
    """Remove the first of the copies and shorten the other."""
    (world.corpus / "en/copy.md").unlink()
    write_article(world.corpus, "en/long.md", "title: Long\nlanguage: en", LONG[:900])


@pytest.mark.parametrize("share", [0.0, 2.0], ids=["words anew", "words taken over"])
def test_taking_over_gives_what_building_from_nothing_gives(
    world: World, monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    monkeypatch.setattr(finish, "_WORDS_ANEW", share)
    for hour, step in enumerate((change, tear), start=1):
        step(world)
        world.build(now=NOW + timedelta(hours=hour))
        taken_over = described(world)
        world.build(now=NOW + timedelta(hours=hour, minutes=30), rebuild=True)
        for what, told in described(world).items():
            assert taken_over[what] == told, what


def test_only_what_changed_is_split_and_counted(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """One changed article costs its own passages, whatever the size of the rest."""
    cut: list[str] = []

    def split(article: Article, settings: SplitSettings) -> list[Passage]:
        cut.append(article.id)
        return original(article, settings)

    monkeypatch.setattr("bot.build.split", split)
    write_article(world.corpus, "es/luto.md", ARTICLES["es/luto.md"][0], "Otro texto, muy distinto.")
    report = world.build(now=NOW + timedelta(hours=1))
    assert cut == ["es/luto.md"]
    assert (report.changed, report.added, report.removed) == (1, 0, 0)


def test_what_is_only_needed_meanwhile_is_gone_afterwards(world: World) -> None:
    write_article(world.corpus, "en/more.md", "title: More\nlanguage: en", "More of it.")
    world.build(now=NOW + timedelta(hours=1))
    assert not world.index.building.exists()
    assert {path.name for path in world.index.root.iterdir()} == {
        *("CURRENT", "build.lock", "readings.sqlite", "snapshots")
    }


def test_a_publishers_name_names_no_country() -> None:
    """As "The Times of Israel" in its own report would."""
    text = "The Times of Israel reports from Iran."
    assert _named_countries(Article("a.md", "Tehran", text, "en", "The Times of Israel")) == {"IR"}
    assert _named_countries(Article("a.md", "Tehran", text, "en")) == {"IR", "IL"}
