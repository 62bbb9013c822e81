"""The lexicon: counts go up and down, and what nothing holds any more is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.index.lexicon import Lexicon, Word

if TYPE_CHECKING:
    from pathlib import Path

DAM = Word("en", "dam", 2**63 + 5, 1)
DAMS = Word("en", "dams", 2**63 + 5, 2)
PRESA = Word("es", "presa", 3, 2**64 - 1)


def test_the_commonest_word_of_a_stem_speaks_for_it(tmp_path: Path) -> None:
    with Lexicon(tmp_path / "l") as lexicon:
        lexicon.count_words({DAM: 2, DAMS: 2, PRESA: 1})
        found = lexicon.commonest()
        assert (found.words, found.languages) == (
            ["presa", "dam"],
            ["es", "en"],
        )  # sorted by stem; of two the first met
        assert (found.stems.tolist(), found.sounds.tolist()) == ([3, 2**63 + 5], [2**64 - 1, 1])
        lexicon.count_words({DAMS: 1})
        assert lexicon.commonest().words == ["presa", "dams"]


def test_what_went_is_taken_away_again(tmp_path: Path) -> None:
    with Lexicon(tmp_path / "l") as lexicon:
        lexicon.count_words({DAM: 3, DAMS: 1, PRESA: 1})
    with Lexicon(tmp_path / "l") as lexicon:
        lexicon.count_words({DAM: -3, PRESA: -1})
        assert lexicon.commonest().words == ["dams"]


def test_an_empty_lexicon_has_no_words_and_no_names(tmp_path: Path) -> None:
    with Lexicon(tmp_path / "l") as lexicon:
        assert lexicon.commonest().words == []
        assert lexicon.names().tolist() == []


def test_names_are_written_with_a_capital_nearly_always(tmp_path: Path) -> None:
    with Lexicon(tmp_path / "l") as lexicon:
        lexicon.count_sounds({2**63: 4, 7: 3, 8: 1}, {2**63: 1, 7: 1, 9: 5})
        assert lexicon.names().tolist() == [8, 2**63]
        lexicon.count_sounds({8: -1}, {})
        assert lexicon.names().tolist() == [2**63]
