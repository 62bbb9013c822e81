"""Messages: complete in every language, used, and right in number, date and case."""

from __future__ import annotations

import ast
import re
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import visitor
from fluent.syntax.ast import Junk, Message

import bot.chat
from bot.chat.i18n import DEFAULT_LANGUAGE, LANGUAGES, Catalogue, catalogue, choose_language
from bot.model import Period

# Only Russian needs it: "со" before the second of a month.
GRAMMATICAL = {"monthday"}


class _Variables(visitor.Visitor):  # type: ignore[misc]  # fluent has no types that mypy is told to follow
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 - the visitor's protocol
        self.names.add(node.id.name)


def _source(language: str) -> str:
    folder = files("bot.chat").joinpath("locales", language)
    return "\n".join(file.read_text(encoding="utf-8") for file in folder.iterdir())


@cache
def _messages(language: str) -> dict[str, frozenset[str]]:
    """Return each message's key with the variables it uses."""
    messages = {}
    for entry in FluentResource(_source(language)).body:
        if isinstance(entry, Message):
            found = _Variables()
            found.visit(entry)
            messages[entry.id.name] = frozenset(found.names)
    return messages


@cache
def _code() -> list[ast.AST]:
    """Return every node of the code of bot/chat."""
    paths = sorted(Path(bot.chat.__path__[0]).rglob("*.py"))
    return [node for path in paths for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]


def _text_calls() -> list[tuple[str, frozenset[str] | None]]:
    """Return key and names of arguments of every `.text("key", ...)` in the code; None where they are unpacked."""
    calls = []
    for node in _code():
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "text"
            and node.args
        ):
            names = [keyword.arg for keyword in node.keywords]
            given = None if None in names else frozenset(name for name in names if name)
            first = node.args[0]
            branches = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
            keys = [b.value for b in branches if isinstance(b, ast.Constant) and isinstance(b.value, str)]
            calls += [(key, given) for key in keys]
    return calls


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_has_the_same_messages_with_the_same_variables(language: str) -> None:
    """No language lacks a message, has one of its own, or fills in something else."""
    english, other = _messages(DEFAULT_LANGUAGE), _messages(language)
    assert other.keys() == english.keys()
    different = {key for key in english if other[key] - GRAMMATICAL != english[key] - GRAMMATICAL}
    assert not different


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_hold_messages_only_once_and_no_markup(language: str) -> None:
    """A broken or doubled message would be dropped in silence, and markup would reach the reader as such."""
    source = _source(language)
    assert not [entry for entry in FluentResource(source).body if isinstance(entry, Junk)]
    keys = re.findall(r"^([a-z][\w-]*) =", source, re.MULTILINE)
    assert len(keys) == len(set(keys)) == len(_messages(language))
    messages = [line for line in source.splitlines() if not line.startswith("#")]
    assert not [line for line in messages if re.search(r"[<>&]", line.replace("->", ""))]


def test_every_message_is_used() -> None:
    """Each key stands in the code of bot/chat as a whole, or begins with what an f-string there begins with."""
    constants = {node.value for node in _code() if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    beginnings = {
        node.values[0].value
        for node in _code()
        if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant)
    }
    prefixes = tuple(b for b in beginnings if isinstance(b, str) and re.fullmatch(r"[a-z-]+-", b))
    assert not {key for key in _messages(DEFAULT_LANGUAGE) if key not in constants and not key.startswith(prefixes)}


def test_every_used_message_exists_and_gets_its_variables() -> None:
    """A misspelt key or argument is found here, not by a reader."""
    calls = _text_calls()
    assert calls
    for key, given in calls:
        wanted = _messages(DEFAULT_LANGUAGE)[key] | (_messages("ru")[key] & GRAMMATICAL)
        assert given is None or given == wanted, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_can_be_filled_in_for_numbers_of_every_kind(language: str) -> None:
    """No message ends in an error, whatever the count."""
    ui = catalogue(language)
    for count in (0, 1, 2, 5, 21, 22, 1_000_000):
        for key, names in _messages(language).items():
            text = ui.text(key, **dict.fromkeys(names, count))
            assert text.strip(), key
            assert "{" not in text, key


def test_a_missing_message_is_an_error() -> None:
    """There is no silent fallback to a key or to another language."""
    with pytest.raises(KeyError, match=r"es: no message 'nonsense'"):
        catalogue("es").text("nonsense")


def test_a_missing_variable_is_an_error() -> None:
    """A reader never sees a hole in a sentence."""
    with pytest.raises(ValueError, match=r"en: head-passages"):
        catalogue("en").text("head-passages")


def test_an_unknown_catalogue_is_refused() -> None:
    """The message names the languages that there are."""
    with pytest.raises(ValueError, match="there are: en, es, ru, pt, fr"):
        Catalogue("de")


def test_a_catalogue_is_read_once() -> None:
    """Two readers share it."""
    assert catalogue("ru") is catalogue("ru")


@pytest.mark.parametrize(
    ("code", "language"),
    [("en", "en"), ("pt-br", "pt"), ("PT_BR", "pt"), ("ru", "ru"), ("uk", "en"), ("", "en"), (None, "en"), ("-", "en")],
)
def test_telegrams_language_code_chooses_a_catalogue(code: str | None, language: str) -> None:
    """A region does not matter; a language without a catalogue gets English."""
    assert choose_language(code) == language


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "1 May 2019", "2 May 2019"),
        ("es", "1 de mayo de 2019", "2 de mayo de 2019"),
        ("ru", "1 мая 2019\u202fг.", "2 мая 2019\u202fг."),
        ("pt", "1 de maio de 2019", "2 de maio de 2019"),
        ("fr", "1er mai 2019", "2 mai 2019"),
    ],
)
def test_days_are_written_as_each_language_writes_them(language: str, first: str, second: str) -> None:
    """The month is a word; French counts the first of a month with an ordinal."""
    assert catalogue(language).day(date(2019, 5, 1)) == first
    assert catalogue(language).day(date(2019, 5, 2)) == second


@pytest.mark.parametrize(
    ("language", "same_month", "same_year", "across"),
    [
        ("en", "1 to 5 May 2019", "30 April to 5 May 2019", "2 May 2018 to 5 May 2019"),
        (
            "es",
            "del 1 al 5 de mayo de 2019",
            "del 30 de abril al 5 de mayo de 2019",
            "del 2 de mayo de 2018 al 5 de mayo de 2019",
        ),
        (
            "ru",
            "с 1 по 5 мая 2019\u202fг.",
            "с 30 апреля по 5 мая 2019\u202fг.",
            "со 2 мая 2018\u202fг. по 5 мая 2019\u202fг.",
        ),
        (
            "pt",
            "de 1 a 5 de maio de 2019",
            "de 30 de abril a 5 de maio de 2019",
            "de 2 de maio de 2018 a 5 de maio de 2019",
        ),
        ("fr", "du 1er au 5 mai 2019", "du 30 avril au 5 mai 2019", "du 2 mai 2018 au 5 mai 2019"),
    ],
)
def test_periods_leave_out_what_both_days_share(language: str, same_month: str, same_year: str, across: str) -> None:
    """Month and year are said once where they can be."""
    ui, last = catalogue(language), date(2019, 5, 5)
    assert ui.period(Period(date(2019, 5, 1), last)) == same_month
    assert ui.period(Period(date(2019, 4, 30), last)) == same_year
    assert ui.period(Period(date(2018, 5, 2), last)) == across


@pytest.mark.parametrize(
    ("language", "since", "until", "everything"),
    [
        ("en", "since 2 May 2019", "until 2 May 2019", "all dates"),
        ("es", "desde el 2 de mayo de 2019", "hasta el 2 de mayo de 2019", "todas las fechas"),
        ("ru", "со 2 мая 2019\u202fг.", "не позднее 2 мая 2019\u202fг.", "все даты"),
        ("pt", "desde 2 de maio de 2019", "até 2 de maio de 2019", "todas as datas"),
        ("fr", "depuis le 2 mai 2019", "jusqu’au 2 mai 2019", "toutes les dates"),
    ],
)
def test_open_periods_say_on_which_side(language: str, since: str, until: str, everything: str) -> None:
    """A period without an end or a beginning is read as such; a single day is just that day."""
    ui, day = catalogue(language), date(2019, 5, 2)
    assert ui.period(Period(day, None)) == since
    assert ui.period(Period(None, day)) == until
    assert ui.period(Period()) == everything
    assert ui.period(Period(day, day)) == ui.day(day)


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("en", ["1 passage", "2 passages", "5 passages", "21 passages"]),
        ("es", ["1 fragmento", "2 fragmentos", "5 fragmentos", "21 fragmentos"]),
        ("ru", ["1 отрывок", "2 отрывка", "5 отрывков", "21 отрывок"]),
        ("pt", ["1 trecho", "2 trechos", "5 trechos", "21 trechos"]),
        ("fr", ["1 passage", "2 passages", "5 passages", "21 passages"]),
    ],
)
def test_counts_agree_with_their_nouns(language: str, counts: list[str]) -> None:
    """Plural forms follow each language's rules."""
    assert [catalogue(language).text("head-passages", count=n) for n in (1, 2, 5, 21)] == counts


@pytest.mark.parametrize(
    ("language", "phrase"),
    [("en", "in Russian"), ("es", "en ruso"), ("ru", "на русском"), ("pt", "em russo"), ("fr", "en russe")],
)
def test_a_language_is_named_in_the_form_that_follows_in(language: str, phrase: str) -> None:
    """Russian puts the name into another case."""
    ui = catalogue(language)
    assert ui.text("hit-language", language=ui.language_name("ru")) == phrase


@pytest.mark.parametrize(("code", "name"), [("he", "иврите"), ("hi", "хинди"), ("zh", "китайском"), ("xx", "xx")])
def test_russian_names_of_languages_are_declined(code: str, name: str) -> None:
    """Adjectives, nouns and indeclinable words each go their way; an unknown code stays a code."""
    assert catalogue("ru").language_name(code) == name


def test_countries_are_named_and_unknown_codes_kept() -> None:
    """The United Nations count as a country here."""
    ui = catalogue("es")
    assert [ui.country_name(code) for code in ("RU", "un", "??")] == ["Rusia", "Naciones Unidas", "??"]


def test_moments_are_in_utc_and_ages_in_words() -> None:
    """Administrators see when and how long ago."""
    ui = catalogue("ru")
    assert ui.moment(datetime(2019, 5, 1, 7, 5, tzinfo=UTC)) == "1 мая 2019\u202fг., 07:05 UTC"
    assert ui.ago(60 * 125) == "2 часа назад"
    assert ui.duration(61) == "61 секунда"
    assert ui.enumerate(["a", "b", "c"]) == "a, b и c"


def test_french_punctuation_is_not_torn_from_its_word() -> None:
    """Before : ; ? and ! stands a space that does not break."""
    messages = [line for line in _source("fr").splitlines() if not line.startswith("#")]
    assert not [line for line in messages if re.search(r"[ \w}’][:;?!](?![/0-9])|« | »", line) and "->" not in line]


def test_russian_sentences_never_end_in_two_stops() -> None:
    """Dates end in a stop of their own."""
    ui, day = catalogue("ru"), "1 мая 2019\u202fг."
    for key, names in _messages("ru").items():
        filled = {name: day if name in {"period", "day", "last", "date", "moment"} else 0 for name in names}
        assert ".." not in ui.text(key, **filled), key
