"""Configuration: one TOML file, checked as a whole at the start, and the token from the environment or a file.

Relative paths are taken from the folder in which the command is started.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import inspect

from bot.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

Positive = Annotated[int, msgspec.Meta(ge=1)]
Given = Annotated[str, msgspec.Meta(min_length=1)]
_WEB_ADDRESS = r"(?i)^https?://\S+$"
_INNER_FOLDER = r"^[\w-][\w. -]*(/[\w-][\w. -]*)*$"  # neither hidden nor outside
_PATTERNS = {
    _WEB_ADDRESS: "an address that begins with http:// or https://",
    _INNER_FOLDER: "the name of a folder inside the corpus folder, not hidden",
}
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class _Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table of the TOML file: unknown keys are refused."""


class TelegramConfig(_Section, frozen=True):
    """How the bot reaches Telegram, and who administers it (numeric user ids).

    `chats` are the only ones that it works in (numeric ids; a private chat has the person's id); none: all.
    """

    mode: Literal["polling"] = "polling"
    base_url: str = "https://api.telegram.org/bot"
    base_file_url: str = "https://api.telegram.org/file/bot"
    admins: tuple[int, ...] = ()
    chats: tuple[int, ...] = ()
    guest_mode: bool = False
    token_file: str = ""


class ColumnsConfig(_Section, frozen=True):
    """Which column of a table (CSV, JSON Lines, JSON) holds which field of an article; none: the usual names.

    Several names are tried in order. A column of JSON may lie deeper: "source.name".
    """

    title: tuple[Given, ...] | Given = ()
    text: tuple[Given, ...] | Given = ()
    date: tuple[Given, ...] | Given = ()
    modified: tuple[Given, ...] | Given = ()
    publisher: tuple[Given, ...] | Given = ()
    url: tuple[Given, ...] | Given = ()
    author: tuple[Given, ...] | Given = ()
    language: tuple[Given, ...] | Given = ()
    agency: tuple[Given, ...] | Given = ()
    id: tuple[Given, ...] | Given = ()

    def named(self) -> dict[str, tuple[str, ...]]:
        """Return the columns of each field that has any."""
        given = msgspec.structs.asdict(self)
        return {name: (columns,) if isinstance(columns, str) else columns for name, columns in given.items() if columns}


class CorpusConfig(_Section, frozen=True):
    """Where the articles are. `publishers` empty means `publishers.csv` in the corpus folder.

    `added` is the folder inside the corpus folder that gets the articles of feeds and administrators.
    """

    path: Given = "corpus"
    publishers: str = ""
    added: Annotated[str, msgspec.Meta(pattern=_INNER_FOLDER)] = "added"
    columns: ColumnsConfig = ColumnsConfig()


class IndexConfig(_Section, frozen=True):
    """Where the snapshots are kept, and how many."""

    path: Given = "index"
    keep: Annotated[int, msgspec.Meta(ge=2, le=100)] = 2


class ModelConfig(_Section, frozen=True):
    """The embedding model, and what encodes.

    `name` "default" is the packaged multilingual-e5-small; else a sentence-transformers name or path. `engine` "auto"
    takes numpy for questions and sentence-transformers for builds where it is installed, else numpy. "numpy" does
    without torch in both. A batch of the packaged model has 32 tokens for each of `batch_size`.
    """

    name: Given = "default"
    engine: Literal["auto", "numpy", "sentence-transformers"] = "auto"
    query_prefix: str | None = None
    passage_prefix: str | None = None
    batch_size: Positive = 32
    threads: Annotated[int, msgspec.Meta(ge=0)] = 0


class PassagesConfig(_Section, frozen=True):
    """How articles are split: passages of about `words` words, never more than `max_words`."""

    words: Annotated[int, msgspec.Meta(ge=20, le=300)] = 90
    max_words: Annotated[int, msgspec.Meta(ge=30, le=350)] = 140


class AnswersConfig(_Section, frozen=True):
    """What a reader gets. `threshold`: an answer of lower confidence is shown as "nothing found".

    `follow_up_minutes`: for so long a reply to an answer takes the earlier question along.
    """

    hits: Annotated[int, msgspec.Meta(ge=1, le=10)] = 3
    threshold: Share = 0.5
    follow_up_minutes: Positive = 30


class LimitsConfig(_Section, frozen=True):
    """What one person or chat may ask, and how many questions are worked on at once."""

    per_person_per_minute: Positive = 20
    per_chat_per_minute: Positive = 40
    concurrent: Annotated[int, msgspec.Meta(ge=1, le=64)] = 16


class FeedConfig(_Section, frozen=True):
    """A feed (RSS, Atom, JSON Feed or news sitemap) to follow.

    `interval` is in minutes. `publisher` empty: each article's own, as its page or the feed says. `text` says where an
    article's text comes from: "feed", "page", or "auto": the feed where it carries the whole text, else the page.
    """

    address: Annotated[str, msgspec.Meta(pattern=_WEB_ADDRESS)]
    publisher: str = ""
    interval: Annotated[int, msgspec.Meta(ge=5, le=7 * 24 * 60)] = 30
    text: Literal["auto", "feed", "page"] = "auto"


class FetchConfig(_Section, frozen=True):
    """How the bot behaves towards other sites.

    `contact` is where their operators reach you (a mail address or a page); it goes into the user agent and is needed
    to follow feeds. `seconds` and `max_bytes` limit one fetch (bytes after unpacking), `host_delay` is the pause
    between two requests to a host in seconds, `concurrent` the number of requests at once to all hosts, `state` the
    file that remembers what was seen.
    """

    contact: str = ""
    seconds: Annotated[float, msgspec.Meta(ge=1, le=600)] = 30.0
    max_bytes: Annotated[int, msgspec.Meta(ge=10_000, le=100_000_000)] = 8_000_000
    redirects: Annotated[int, msgspec.Meta(ge=0, le=20)] = 5
    host_delay: Annotated[float, msgspec.Meta(ge=0, le=600)] = 2.0
    concurrent: Annotated[int, msgspec.Meta(ge=1, le=64)] = 8
    state: Given = "state/feeds.sqlite3"


class StateConfig(_Section, frozen=True):
    """Where the bot remembers the answers it showed, and for how many days their buttons work."""

    path: Given = "state/dateline.sqlite3"
    keep_answers_days: Positive = 30


class WatchesConfig(_Section, frozen=True):
    """How the bot tells what it was not asked for at that moment.

    `per_chat` topics a chat may watch; two messages of a watch are `every_minutes` apart at least. Corrections to
    articles of an answer are told for `corrections_days` after they were asked for.
    """

    per_chat: Annotated[int, msgspec.Meta(ge=1, le=50)] = 10
    every_minutes: Annotated[int, msgspec.Meta(ge=1, le=7 * 24 * 60)] = 60
    corrections_days: Annotated[int, msgspec.Meta(ge=1, le=365)] = 30


class FeedbackConfig(_Section, frozen=True):
    """For how many days the votes of readers are kept, and the questions of those who agreed to it."""

    keep_days: Annotated[int, msgspec.Meta(ge=1, le=3650)] = 365


class LogConfig(_Section, frozen=True):
    """How much the log says. It never holds questions, chat content or the token."""

    level: Literal["debug", "info", "warning", "error"] = "info"


class Config(_Section, frozen=True):
    """Everything that can be set; the defaults are those of `config.example.toml`."""

    telegram: TelegramConfig = TelegramConfig()
    corpus: CorpusConfig = CorpusConfig()
    index: IndexConfig = IndexConfig()
    model: ModelConfig = ModelConfig()
    passages: PassagesConfig = PassagesConfig()
    answers: AnswersConfig = AnswersConfig()
    limits: LimitsConfig = LimitsConfig()
    feeds: tuple[FeedConfig, ...] = ()
    fetch: FetchConfig = FetchConfig()
    state: StateConfig = StateConfig()
    watches: WatchesConfig = WatchesConfig()
    feedback: FeedbackConfig = FeedbackConfig()
    log: LogConfig = LogConfig()


def find_config(given: str | None, environ: Mapping[str, str] = os.environ) -> Path | None:
    """Return the file to read: the given one, else `DATELINE_CONFIG`, else `config.toml` when it exists, else None."""
    if given or environ.get("DATELINE_CONFIG"):
        return Path(given or environ["DATELINE_CONFIG"])
    default = Path("config.toml")
    return default if default.is_file() else None


def load_config(path: Path | None) -> Config:
    """Read and check a configuration file; None gives the defaults.

    Raises ConfigError naming the file, the key and what is allowed.
    """
    if path is None:
        return Config()
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        msg = f"{path}: no such configuration file; copy config.example.toml there, or name another with --config"
        raise ConfigError(msg) from error
    except OSError as error:
        msg = f"{path}: can't be read: {error.strerror}"
        raise ConfigError(msg) from error
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8"
        raise ConfigError(msg) from error
    except tomllib.TOMLDecodeError as error:
        msg = f"{path}: not valid TOML: {error}"
        raise ConfigError(msg) from error
    _refuse_token(path, raw)
    try:
        config = msgspec.convert(raw, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(_explain(path, str(error))) from error
    if config.passages.max_words < config.passages.words:
        msg = f"{path}: passages.max_words is {config.passages.max_words}; it must be at least passages.words"
        msg += f" ({config.passages.words})"
        raise ConfigError(msg)
    return config


def read_token(config: Config, environ: Mapping[str, str] = os.environ) -> str:
    """Return the bot's token from `DATELINE_TOKEN` or from the file that `telegram.token_file` names.

    Raises ConfigError where there is none or where it can't be one; the message never holds the token.
    """
    token = environ.get("DATELINE_TOKEN", "").strip()
    where = "DATELINE_TOKEN"
    if not token and config.telegram.token_file:
        where = f"telegram.token_file ({config.telegram.token_file})"
        try:
            token = Path(config.telegram.token_file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            msg = f"{where}: can't be read; put the token alone in that file"
            raise ConfigError(msg) from error
    if not token:
        msg = "no bot token: set DATELINE_TOKEN, or name a file with telegram.token_file (@BotFather gives the token)"
        raise ConfigError(msg)
    if not re.fullmatch(r"\d+:[A-Za-z0-9_-]+", token):
        msg = f"{where} does not look like a bot token (digits, a colon, then letters, digits, _ and -)"
        raise ConfigError(msg)
    return token


def _refuse_token(path: Path, raw: dict[str, object]) -> None:
    telegram = raw.get("telegram")
    if isinstance(telegram, dict) and "token" in telegram:
        msg = f"{path}: telegram.token: the token never goes into this file; use DATELINE_TOKEN or telegram.token_file"
        raise ConfigError(msg)


def _explain(path: Path, message: str) -> str:
    """Turn msgspec's "... - at `$.a.b`" into "file: a.b: ..., allowed: ..."."""
    text, _, place = message.partition(" - at `$")
    dotted = place.rstrip("`").lstrip(".")
    unknown = re.search(r"unknown field `(.+?)`", text)
    if not unknown:
        return f"{path}: {dotted or 'top level'}: {text}; allowed: {_allowed(dotted)}"
    name = unknown.group(1)
    allowed = [field.encode_name for field in _fields(_type_at(dotted))]
    close = difflib.get_close_matches(name, allowed, n=1)
    hint = f" (did you mean {close[0]}?)" if close else ""
    key = f"{dotted}.{name}" if dotted else name
    return f"{path}: {key}: no such key{hint}; allowed: {', '.join(allowed)}"


def _allowed(dotted: str) -> str:
    """Say in words what a key may hold."""
    whole = dotted.partition("[")[0] if dotted.endswith("]") else dotted  # of a list's item: what the list may hold
    return _in_words(_type_at(whole))


def _type_at(dotted: str) -> inspect.Type:
    """Return the type of "section.key", of an item of a list as "section[0]", of its key as "section[0].key"."""
    type_: inspect.Type = inspect.type_info(Config)
    for step in filter(None, dotted.split(".")):
        name, _, item = step.partition("[")
        type_ = next(field.type for field in _fields(type_) if field.name == name)
        if item and isinstance(type_, inspect.VarTupleType):
            type_ = type_.item_type
    return type_


def _fields(type_: inspect.Type) -> tuple[inspect.Field, ...]:
    return type_.fields if isinstance(type_, inspect.StructType) else ()


def _in_words(type_: inspect.Type) -> str:
    words = type(type_).__name__
    match type_:
        case inspect.LiteralType(values=values):
            words = ", ".join(f'"{value}"' for value in values)
        case inspect.IntType(ge=low, le=high):
            words = f"a whole number{_range(low, high)}"
        case inspect.FloatType(ge=low, le=high):
            words = f"a number{_range(low, high)}"
        case inspect.StrType(pattern=str() as pattern):
            words = _PATTERNS[pattern]
        case inspect.StrType(min_length=length):
            words = "text in quotes, not empty" if length else "text in quotes"
        case inspect.VarTupleType(item_type=item):
            words = f"a list, each item {_in_words(item)}"
        case inspect.UnionType(types=types):
            words = " or ".join(_in_words(one) for one in types if not isinstance(one, inspect.NoneType))
        case inspect.StructType(fields=fields):
            words = f"a table of {', '.join(field.name for field in fields)}"
    return words


def _range(low: float | None, high: float | None) -> str:
    if low is None:
        return ""
    return f", {low:g} or more" if high is None else f" from {low:g} to {high:g}"
