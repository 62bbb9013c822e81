"""The terminal: answers for people, and JSON lines whose form programs rely on."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from bot.config import AnswersConfig, Config
from bot.errors import NoSnapshotError
from bot.terminal import answer_lines, ask_lines, ask_one, chat, explain_lines
from tests.chat.render_samples import answer, article
from tests.chat.render_samples import hit as made_hit
from tests.corpora import ARTICLES, NOW, World, shared_folder, small_real_world

if TYPE_CHECKING:
    from pathlib import Path

ANSWER_TYPES: dict[str, tuple[type, ...]] = {
    "id": (str, int, type(None)),
    "outcome": (str,),
    "confidence": (float,),
    "period": (dict, type(None)),
    "hits": (list,),
    "ms": (float,),
}
HIT_TYPES: dict[str, tuple[type, ...]] = {
    "article": (str,),
    "title": (str,),
    "publisher": (str, type(None)),
    "date": (str, type(None)),
    "language": (str,),
    "url": (str, type(None)),
    "text": (str,),
    "best_sentence": (str,),
    "start": (int,),
    "end": (int,),
    "score": (float,),
    "also": (list,),
}


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """A configuration whose threshold lets every answer count as found."""
    config = small_real_world(shared_folder(tmp_path_factory)).config
    return msgspec.structs.replace(config, answers=AnswersConfig(threshold=0.0))


def strict(config: Config) -> Config:
    """Return the configuration with a threshold that nothing reaches."""
    return msgspec.structs.replace(config, answers=AnswersConfig(threshold=1.0))


def asked(config: Config, question: str, *, explain: bool = False) -> str:
    """Return what one question prints."""
    out = io.StringIO()
    assert ask_one(config, question, out, now=NOW, explain=explain) == 0
    return out.getvalue()


def answered(config: Config, *lines: str | bytes) -> tuple[int, list[dict[str, Any]]]:
    """Return the exit status and the replies to lines of JSON."""
    out = io.StringIO()
    source = io.BytesIO(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines) + b"\n")
    status = ask_lines(config, source, out, now=NOW)
    assert out.getvalue().endswith("\n")
    return status, [json.loads(line) for line in out.getvalue().splitlines()]


def test_an_answer_shows_as_many_passages_as_configured_with_source_and_date(config: Config) -> None:
    shown = asked(config, "Which bishop asked for justice in Belmora?")
    assert "1. El Correo del Valle (owner unknown, country unknown), 2021-05-07, in es\n" in shown
    assert " ".join(ARTICLES["es/luto.md"][1].split()) in " ".join(shown.split())
    assert "\n3. " in shown
    assert "\n4. " not in shown


def test_what_is_unknown_is_said_and_a_digest_is_called_one(config: Config) -> None:
    assert "publisher unknown, date unknown, in pt" in asked(config, "Quantos megawatts faltam à rede na capital?")
    shown = asked(config, "Сколько пропавших ищут спасатели?")
    assert "Северный вестник (state, RU), 2021-05-05, digest, in ru" in shown


def test_an_answer_counts_who_stands_behind_it_and_tells_its_notes(config: Config) -> None:
    shown = asked(config, "По скольку крон получат семьи погибших?")
    assert shown.startswith("Passages: 3. Independent publishers behind them: 3.\n\n1. ")
    assert "\nAll that was found on this comes from one side.\n" in shown


def test_a_hit_says_that_it_is_from_elsewhere_and_whose_text_it_is() -> None:
    moved = replace(made_hit(article(agency="AFP")), other_side=True)
    behind = replace(made_hit(article(id="b.md")), also=(article(id="c.md", publisher="Mail"),))
    several = answer([replace(behind, score=0.8), replace(moved, score=0.3), replace(behind, score=0.5)])
    lines = answer_lines(several, 3, lambda _: None)
    assert "2. Morning Post (owner unknown, country unknown), 2019-05-01, in en, text of AFP, another side" in lines
    explained = explain_lines(several)
    assert explained.count("      moved up: from elsewhere than the hits before it") == 1
    assert explained.count("      collapsed: c.md, Mail, 2019-05-01") == 2


def test_a_hit_that_was_moved_for_its_figure_is_explained() -> None:
    hits = [replace(made_hit(article(id=f"{score}.md")), score=score) for score in (0.9, 0.4, 0.6)]
    assert explain_lines(answer(hits)).count("      moved up: gives another figure than a hit before it") == 1


def test_an_understood_period_is_told(config: Config) -> None:
    assert "Period understood: 2021-06-01 to 2021-06-30." in asked(config, "What happened in June 2021?")


def test_without_evidence_the_passages_are_called_the_nearest(config: Config) -> None:
    assert asked(strict(config), "Which bishop asked for justice?").startswith("No passage answers this. The nearest")


def test_what_is_no_question_gets_one_sentence(config: Config) -> None:
    assert asked(config, "thanks").count("\n") == 1


def test_explaining_tells_what_was_understood_and_every_signal(config: Config) -> None:
    shown = asked(config, "Which bishop asked for justice in May 2021?", explain=True)
    assert "language en, intent question, period 2021-05-01 to 2021-05-31 (event)" in shown
    assert "outcome found, confidence " in shown
    assert "es/luto.md #0  dense " in shown


def test_json_has_exactly_the_documented_keys_and_types(config: Config) -> None:
    status, (reply,) = answered(config, '{"id": "q1", "question": "What happened at the dam in May 2021?"}')
    assert status == 0
    assert list(reply) == list(ANSWER_TYPES)
    assert all(isinstance(reply[key], types) for key, types in ANSWER_TYPES.items())
    assert reply["id"] == "q1"
    assert reply["outcome"] in {"found", "nearest", "nothing"}
    assert 0 <= reply["confidence"] <= 1
    assert reply["period"] == {"from": "2021-05-01", "to": "2021-05-31", "role": "event"}
    assert len(reply["hits"]) == 10
    for hit in reply["hits"]:
        assert list(hit) == list(HIT_TYPES)
        assert all(isinstance(hit[key], types) for key, types in HIT_TYPES.items())
        assert (
            hit["text"]
            == ARTICLES[hit["article"]][1].partition("\n\n" if hit["article"].endswith("txt") else "\0")[
                2 if hit["article"].endswith("txt") else 0
            ][hit["start"] : hit["end"]]
        )
        assert hit["best_sentence"] in hit["text"]
        assert all(list(copy) == ["article", "publisher", "date"] for copy in hit["also"])


def test_replies_come_in_the_order_of_the_lines_with_their_ids(config: Config) -> None:
    ids: list[object] = [3, "two", None, {"a": 1}]
    lines = [json.dumps({"id": id_, "question": "Who resigned?", "language": "en"}) for id_ in ids]
    status, replies = answered(config, *lines, "", '{"question": "hi"}')
    assert status == 0
    assert [reply["id"] for reply in replies] == [*ids, None]
    assert (replies[-1]["outcome"], replies[-1]["confidence"]) == ("nothing", 0.0)


@pytest.mark.parametrize(
    "line",
    [
        "who?",
        "{",
        "[]",
        "null",
        "3",
        '"Who resigned?"',
        "{}",
        '{"id": 1}',
        '{"question": 3}',
        '{"question": null}',
        b'\xff\xfe{"question": "x"}',
        "[" * 100_000,
    ],
    ids=lambda line: repr(line)[:24],
)
def test_a_line_that_is_no_question_is_answered_with_an_error_and_stops_nothing(
    config: Config, line: str | bytes
) -> None:
    status, replies = answered(config, line, '{"id": 2, "question": "Who resigned?"}')
    assert status == 1
    assert list(replies[0]) == ["id", "error"]
    assert replies[0]["error"].startswith("line 1: ")
    assert (replies[1]["id"], bool(replies[1]["hits"])) == (2, True)


def test_letters_of_all_scripts_are_written_as_they_are(config: Config) -> None:
    out = io.StringIO()
    source = io.BytesIO(json.dumps({"id": "й", "question": "Кто подал в отставку?"}).encode())
    ask_lines(config, source, out, now=NOW)
    assert '"id": "й"' in out.getvalue()
    assert "\\u" not in out.getvalue()


def test_a_conversation_goes_on_until_an_empty_line(config: Config) -> None:
    out = io.StringIO()
    source = io.StringIO("Which bishop asked for justice?\nQui promet un fonds ?\n\nnever read\n")
    assert chat(config, source, out) == 0
    assert out.getvalue().count("\n1. ") == 2
    assert "never read" in source.read()


def test_a_conversation_ends_with_its_input(config: Config) -> None:
    out = io.StringIO()
    assert chat(config, io.StringIO(""), out) == 0
    assert out.getvalue() == ""


def test_without_a_snapshot_the_error_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(NoSnapshotError, match=r"python embed\.py"):
        ask_one(World(tmp_path).config, "Who resigned?", io.StringIO(), now=NOW)
