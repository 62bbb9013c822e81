"""The file that an administrator means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.errors import ArticleError
from bot.feeds.lookup import MOST_NAMED, find_file, short_id

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus folder with a few files, two of one name."""
    for name in ("a/2019-05-02-bridge.md", "b/2019-05-02-bridge.md", "2019-05-03-Gate.md", "gate.txt"):
        path = tmp_path / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Title\n\nText.")
    return tmp_path / "corpus"


def found(corpus: Path, name: str) -> list[str]:
    """Return the ids of the files that a name means."""
    return [one.id for one in find_file(corpus, name)]


@pytest.mark.parametrize(
    "name", ["2019-05-03-Gate.md", "2019-05-03-Gate", "2019-05-03", "03-gate", short_id("2019-05-03-Gate.md")]
)
def test_a_file_is_found_by_path_name_stem_part_or_short_form(corpus: Path, name: str) -> None:
    assert found(corpus, name) == ["2019-05-03-Gate.md"]


def test_the_whole_name_counts_before_a_part_of_another(corpus: Path) -> None:
    assert found(corpus, "gate") == ["gate.txt"]


def test_several_files_of_one_name_are_all_given(corpus: Path) -> None:
    both = ["a/2019-05-02-bridge.md", "b/2019-05-02-bridge.md"]
    assert found(corpus, "2019-05-02-bridge") == both
    assert found(corpus, both[1]) == [both[1]]
    assert found(corpus, short_id(both[1]).upper()) == [both[1]]


def test_at_most_so_many_are_given(corpus: Path) -> None:
    for number in range(2 * MOST_NAMED):
        (corpus / f"ship-{number}.md").write_text("Title\n\nText.")
    assert len(found(corpus, "ship")) == MOST_NAMED


def test_what_is_not_there_is_an_error(corpus: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        find_file(corpus, "harbour")


def test_a_link_out_of_the_folder_is_not_there(corpus: Path, tmp_path: Path) -> None:
    """Nothing outside is shown, or taken out."""
    (tmp_path / "secret.md").write_text("Title\n\nText.")
    (corpus / "secret.md").symlink_to(tmp_path / "secret.md")
    with pytest.raises(ArticleError):
        find_file(corpus, "secret")


def test_articles_of_one_file_share_its_short_form() -> None:
    assert short_id("feed.xml#12") == short_id("feed.xml") != short_id("feed2.xml")
