"""Configuration: what is wrong is refused by name, and the token stays out of files and messages."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from bot.config import Config, FeedConfig, TelegramConfig, find_config, load_config, read_token
from bot.errors import ConfigError
from tests.corpora import PROJECT

TOKEN = "123456:AAbbCC_dd-ee"  # noqa: S105 - invented
FEED = "[[feeds]]\naddress = 'https://a.example/feed'\n"
SECTIONS = [name for name in Config.__struct_fields__ if name != "feeds"]
EXAMPLE = PROJECT / "config.example.toml"


def written(folder: Path, content: str | bytes) -> Path:
    """Write a configuration file."""
    path = folder / "config.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refusal(folder: Path, content: str | bytes) -> str:
    """Return the message that a configuration is refused with; it names the file."""
    path = written(folder, content)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(path) in str(caught.value)
    return str(caught.value)


def test_no_file_gives_the_defaults() -> None:
    assert load_config(None) == Config()


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, "")) == Config()


def test_what_is_set_is_set_and_the_rest_keeps_its_default(tmp_path: Path) -> None:
    toml = '[answers]\nhits = 5\n[telegram]\nadmins = [7, 8]\n[model]\nengine = "numpy"\n'
    config = load_config(written(tmp_path, toml))
    assert (config.answers.hits, config.telegram.admins, config.model.engine) == (5, (7, 8), "numpy")
    assert config.index == Config().index


@pytest.mark.parametrize(
    ("content", "key", "allowed"),
    [
        ('telegram.mode = "carrier pigeon"', "telegram.mode", '"polling"'),
        ('model.engine = "gpu"', "model.engine", '"auto", "numpy", "sentence-transformers"'),
        ('log.level = "loud"', "log.level", '"debug", "error", "info", "warning"'),
        ("answers.hits = 0", "answers.hits", "a whole number from 1 to 10"),
        ("answers.hits = 11", "answers.hits", "a whole number from 1 to 10"),
        ('answers.hits = "3"', "answers.hits", "a whole number from 1 to 10"),
        ("answers.hits = 3.5", "answers.hits", "a whole number from 1 to 10"),
        ("answers.threshold = 1.5", "answers.threshold", "a number from 0 to 1"),
        ("answers.threshold = nan", "answers.threshold", "a number from 0 to 1"),
        ("answers.threshold = true", "answers.threshold", "a number from 0 to 1"),
        ("index.keep = 1", "index.keep", "a whole number from 2 to 100"),
        ("passages.words = 19", "passages.words", "a whole number from 20 to 300"),
        ("passages.max_words = 351", "passages.max_words", "a whole number from 30 to 350"),
        ("limits.concurrent = 65", "limits.concurrent", "a whole number from 1 to 64"),
        ("limits.per_person_per_minute = 0", "limits.per_person_per_minute", "a whole number, 1 or more"),
        ("state.keep_answers_days = -1", "state.keep_answers_days", "a whole number, 1 or more"),
        ("model.threads = -1", "model.threads", "a whole number, 0 or more"),
        ("model.query_prefix = 3", "model.query_prefix", "text in quotes"),
        ('corpus.path = ""', "corpus.path", "text in quotes, not empty"),
        ("corpus.columns = 3", "corpus.columns", "a table of title, text, date"),
        ("corpus.columns.text = 3", "corpus.columns.text", "a list, each item text in quotes, not empty"),
        ('corpus.columns.text = ["a", 3]', "corpus.columns.text[1]", "a list, each item text in quotes, not empty"),
        ('corpus.columns.headline = "x"', "corpus.columns.headline", "title, text, date, modified, publisher"),
        ("corpus.path = 2019-01-01", "corpus.path", "text in quotes, not empty"),
        ('telegram.admins = ["someone"]', "telegram.admins[0]", "a list, each item a whole number"),
        ("telegram.admins = 3", "telegram.admins", "a list, each item a whole number"),
        ("telegram = 3", "telegram", "a table of mode"),
        ("[[index]]\nkeep = 3", "index", "a table of path, keep"),
        ("feeds = 3", "feeds", "a list, each item a table of address, publisher"),
        ("[[feeds]]\ninterval = 30", "feeds[0]", "a list, each item a table of address, publisher"),
        (f"{FEED}[[feeds]]\naddress = 3", "feeds[1].address", "an address that begins with http://"),
        ('[[feeds]]\naddress = "ftp://a.example"', "feeds[0].address", "an address that begins with http://"),
        (f"{FEED}interval = 4", "feeds[0].interval", "a whole number from 5 to 10080"),
        (f'{FEED}text = "all"', "feeds[0].text", '"auto", "feed", "page"'),
        ("fetch.seconds = 0", "fetch.seconds", "a number from 1 to 600"),
        ('corpus.added = "../elsewhere"', "corpus.added", "the name of a folder inside the corpus folder"),
        ('corpus.added = ".hidden"', "corpus.added", "the name of a folder inside the corpus folder"),
        ('corpus.added = "/etc"', "corpus.added", "the name of a folder inside the corpus folder"),
        ('corpus.added = ""', "corpus.added", "the name of a folder inside the corpus folder"),
    ],
)
def test_a_wrong_value_is_refused_by_key_with_what_is_allowed(
    tmp_path: Path, content: str, key: str, allowed: str
) -> None:
    message = refusal(tmp_path, content)
    assert f": {key}: " in message
    assert message.partition("; allowed: ")[2].startswith(allowed)


def test_every_key_of_every_section_refuses_a_table_by_name(tmp_path: Path) -> None:
    """No key accepts anything at all: each is typed, and its refusal says what it wants."""
    for section in SECTIONS:
        for key in getattr(Config(), section).__struct_fields__:
            message = refusal(tmp_path, f"[{section}.{key}]\nnested = 1")
            assert f": {section}.{key}: " in message or f": {section}.{key}.nested: no such key" in message
            assert message.partition("; allowed: ")[2]


def test_an_unknown_key_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    message = refusal(tmp_path, "[answers]\nhit = 3")
    assert "answers.hit: no such key (did you mean hits?); allowed: hits, threshold" in message


def test_an_unknown_section_is_refused_with_those_that_are_there(tmp_path: Path) -> None:
    message = refusal(tmp_path, "[answer]\nhits = 3")
    assert "answer: no such key (did you mean answers?)" in message
    assert all(section in message for section in Config.__struct_fields__)


def test_a_shorter_limit_than_the_wanted_length_is_refused_naming_both(tmp_path: Path) -> None:
    message = refusal(tmp_path, "[passages]\nwords = 150")
    assert "passages.max_words is 140" in message
    assert "passages.words (150)" in message


def test_broken_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    assert "line 2" in refusal(tmp_path, "[answers]\nhits =\n")


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    assert "not UTF-8 at byte 8" in refusal(tmp_path, b'path = "\xff\xfe"')


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"config\.example\.toml"):
        load_config(tmp_path / "nowhere.toml")


def test_a_folder_is_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read"):
        load_config(tmp_path)


def test_a_token_in_the_file_is_refused_and_not_repeated(tmp_path: Path) -> None:
    message = refusal(tmp_path, f'[telegram]\ntoken = "{TOKEN}"')
    assert "DATELINE_TOKEN" in message
    assert TOKEN not in message


def test_the_token_comes_from_the_environment_first(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("999:other\n", encoding="utf-8")
    config = Config(telegram=TelegramConfig(token_file=str(file)))
    assert read_token(config, {"DATELINE_TOKEN": f" {TOKEN}\n"}) == TOKEN
    assert read_token(config, {}) == "999:other"


def test_without_a_token_the_message_says_where_it_belongs() -> None:
    with pytest.raises(ConfigError, match=r"DATELINE_TOKEN.*token_file"):
        read_token(Config(), {})


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", b"secretsecret", b"12:se cret"])
def test_a_token_file_that_holds_none_is_refused_without_its_content(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "token"
    file.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        read_token(Config(telegram=TelegramConfig(token_file=str(file))), {})
    assert "secret" not in str(caught.value).replace(str(tmp_path), "")
    assert "secret" not in str(caught.value.__cause__)


def test_a_missing_token_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="nowhere"):
        read_token(Config(telegram=TelegramConfig(token_file=str(tmp_path / "nowhere"))), {})


def test_a_wrong_token_in_the_environment_is_refused_without_it() -> None:
    with pytest.raises(ConfigError) as caught:
        read_token(Config(), {"DATELINE_TOKEN": "sesame open"})
    assert "sesame" not in str(caught.value)


def test_the_file_is_found_by_argument_then_environment_then_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_config(None, {}) is None
    written(tmp_path, "")
    assert find_config(None, {}) == Path("config.toml")
    assert find_config(None, {"DATELINE_CONFIG": "other.toml"}) == Path("other.toml")
    assert find_config("given.toml", {"DATELINE_CONFIG": "other.toml"}) == Path("given.toml")


def test_the_example_holds_exactly_the_defaults() -> None:
    assert load_config(EXAMPLE) == Config()


def test_the_example_names_every_key() -> None:
    """Keys whose default is "not set" stand there as a comment."""
    lines = [line.lstrip("# ") for line in EXAMPLE.read_text(encoding="utf-8").splitlines()]
    sections = {name: getattr(Config(), name) for name in SECTIONS} | {"corpus.columns": Config().corpus.columns}
    for section, keys in sections.items():
        assert f"[{section}]" in lines
        start = lines.index(f"[{section}]") + 1
        end = next((n for n in range(start, len(lines)) if lines[n].startswith("[")), len(lines))
        written_keys = {line.partition("=")[0].strip() for line in lines[start:end] if "=" in line}
        tables = {name for name in sections if name.startswith(f"{section}.")}
        assert {f"{section}.{key}" for key in msgspec.structs.asdict(keys)} <= {
            *(f"{section}.{key}" for key in written_keys),
            *tables,
        }


def test_the_commented_feed_of_the_example_is_one_with_the_defaults(tmp_path: Path) -> None:
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    start = lines.index("# [[feeds]]")
    example = "\n".join(line.removeprefix("# ") for line in lines[start : start + 5])
    assert load_config(written(tmp_path, example)).feeds == (FeedConfig(address="https://news.example/feed"),)
    assert all(key in example for key in FeedConfig.__struct_fields__)


def test_an_unknown_key_of_a_feed_is_refused_with_the_nearest_one(tmp_path: Path) -> None:
    message = refusal(tmp_path, f"{FEED}[[feeds]]\naddress = 'https://b.example'\nintervall = 30")
    assert "feeds[1].intervall: no such key (did you mean interval?); allowed: address, publisher" in message
