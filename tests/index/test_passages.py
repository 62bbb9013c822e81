"""The passage store: what was written is read to the letter, by any thread; what is broken is refused."""

from __future__ import annotations

import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import SnapshotError
from bot.index.passage_writer import PassageWriter
from bot.index.passages import PassageStore, StoredPassage
from bot.ingest.split import SplitSettings, split
from bot.model import Article, Passage, Publisher

SPLIT = SplitSettings(5, 8)
# Every character that a UTF-8 file can hold, NUL included: SQLite must not end a text there.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
SOME_TEXT = TEXT.filter(str.strip)
OPTIONAL = st.none() | SOME_TEXT
ARTICLES = st.lists(
    st.builds(
        Article,
        id=SOME_TEXT,
        title=SOME_TEXT,
        text=SOME_TEXT,
        language=st.sampled_from(["en", "ru", "und"]),
        publisher=OPTIONAL,
        published=st.none() | st.dates(),
        url=OPTIONAL,
        kind=st.sampled_from(["article", "digest"]),
        agency=OPTIONAL,
        author=OPTIONAL,
        date_found_in=OPTIONAL,
    ),
    max_size=4,
    unique_by=lambda article: article.id,
)
PUBLISHERS = st.lists(
    st.builds(
        Publisher,
        name=SOME_TEXT,
        domain=OPTIONAL,
        country=OPTIONAL,
        ownership=st.sampled_from(["state", "unknown"]),
        languages=st.lists(st.sampled_from(["en", "ru"]), unique=True).map(tuple),
        notes=TEXT,
        evidence=TEXT,
        owner=OPTIONAL,
    ),
    max_size=3,
    unique_by=lambda publisher: publisher.name,
)


def stored(path: Path, articles: list[Article], publishers: list[Publisher]) -> list[Passage]:
    """Write articles with their passages; return the passages."""
    passages: list[Passage] = []
    with PassageWriter(path) as writer:
        for number, article in enumerate(articles):
            own = split(article, SPLIT)
            writer.add(number, article, article.id.encode()[:16], len(passages), own)
            passages += own
        writer.regroup({number: number for number in range(len(articles))})
        writer.replace_publishers(publishers)
    return passages


@given(ARTICLES, PUBLISHERS)
@settings(max_examples=60, deadline=None)
def test_everything_is_read_back_to_the_letter(articles: list[Article], publishers: list[Publisher]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        passages = stored(Path(folder) / "p.sqlite", articles, publishers)
        with closing(PassageStore(Path(folder) / "p.sqlite")) as store:
            assert store.all_passages() == passages
            assert store.by_rows(range(len(passages))[::-1]) == passages[::-1]
            assert store.article_digests() == {article.id: article.id.encode()[:16] for article in articles}
            assert store.publishers() == {publisher.name: publisher for publisher in publishers}
            for row, passage in enumerate(passages):
                assert store.by_key(passage.key) == StoredPassage(row, passage)
                assert store.at(passage.article.id, passage.position) == passage


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """A store of 700 passages in a folder with signs that addresses of files escape."""
    folder = tmp_path / "a #1?&% папка"
    folder.mkdir()
    article = Article("a.md", "t", "One two three four five six. " * 700, "en", published=date(2021, 5, 4))
    stored(folder / "p.sqlite", [article], [])
    return folder / "p.sqlite"


def test_more_rows_than_one_statement_takes_come_in_their_order(store_path: Path) -> None:
    with closing(PassageStore(store_path)) as store:
        rows = list(range(0, 700, 7)) + list(range(699, 0, -1))
        assert [passage.position for passage in store.by_rows(rows)] == rows


def test_copies_are_the_other_articles_of_a_group_oldest_first(tmp_path: Path) -> None:
    """Of many articles at once; one without copies is left out, and so is one that is not there."""
    days = {"old.md": date(2021, 5, 1), "new.md": date(2021, 5, 9), "undated.md": None, "alone.md": date(2021, 5, 2)}
    articles = [Article(name, "t", "One two three.", "en", published=day) for name, day in days.items()]
    stored(tmp_path / "p.sqlite", articles, [])
    with PassageWriter(tmp_path / "p.sqlite") as writer:
        writer.regroup({0: 0, 1: 0, 2: 0, 3: 3})
    old, new, undated, _ = articles
    with closing(PassageStore(tmp_path / "p.sqlite")) as store:
        found = store.copies_of([*days, *map(str, range(600)), "old.md"])
        assert found == {"new.md": [old, undated], "old.md": [new, undated], "undated.md": [old, new]}
        assert store.copies_of([]) == {}


def test_what_is_not_there_is_none(store_path: Path) -> None:
    with closing(PassageStore(store_path)) as store:
        assert store.by_key("nothing") is None
        assert store.by_key("' OR 1=1 --") is None
        assert store.at("a.md", 700) is None
        assert store.at("a.md", -1) is None
        assert store.at("b.md", 0) is None
        assert store.by_rows([]) == []


def test_many_threads_read_at_once(store_path: Path) -> None:
    with closing(PassageStore(store_path)) as store, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda row: store.by_rows([row])[0].position, [*range(700)] * 3))
        assert found == [*range(700)] * 3


def test_reading_leaves_nothing_beside_the_file(store_path: Path) -> None:
    with closing(PassageStore(store_path)) as store:
        store.all_passages()
        assert [path.name for path in store_path.parent.iterdir()] == ["p.sqlite"]


@pytest.mark.parametrize("content", [b"", b"garbage", b"SQLite format 3\x00" + b"\x00" * 4096])
def test_a_file_that_is_no_store_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "p.sqlite"
    path.write_bytes(content)
    with pytest.raises(SnapshotError, match=r"p\.sqlite"):
        PassageStore(path)


def test_a_missing_file_is_refused_and_not_created(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match=r"p\.sqlite"):
        PassageStore(tmp_path / "p.sqlite")
    assert not list(tmp_path.iterdir())


def test_a_torn_file_is_refused_when_it_is_read(store_path: Path) -> None:
    content = bytearray(store_path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    store_path.write_bytes(content)
    with pytest.raises(SnapshotError, match=r"p\.sqlite"), closing(PassageStore(store_path)) as store:
        store.all_passages()
