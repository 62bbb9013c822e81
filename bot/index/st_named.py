"""Models other than the packaged one: loading by folder or name, their prefixes, and an id that notices changes."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from bot.errors import ModelError
from bot.index.e5_text import TEXT_REVISION, clean_text
from bot.index.st_encoder import (
    E5_PREFIXES,
    Manner,
    Prefixes,
    SentenceTransformersEncoder,
    choose_place,
    require_installed,
)

if TYPE_CHECKING:
    from bot.config import ModelConfig
    from bot.index.st_encoder import Place

_QUERY_PROMPTS: Final = ("query",)
_PASSAGE_PROMPTS: Final = ("document", "passage", "corpus")


def open_named(config: ModelConfig) -> SentenceTransformersEncoder:
    """Open the model that `config.name` names: a folder, or a name on the model hub (cached or fetched).

    Raises ModelError when the libraries are missing or the model can't be loaded.
    """
    require_installed(f"the model {config.name!r}")
    place = choose_place(config)
    model = _load(config.name, place)
    prefixes = _choose_prefixes(config, model.prompts)
    model_id = _model_id(config.name, model, prefixes.passage)
    manner = Manner(model_id, prefixes, clean_text, config.batch_size)
    return SentenceTransformersEncoder(model, manner, place)


def _load(name: str, place: Place) -> Any:
    import transformers  # noqa: PLC0415  only where this engine is wanted
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415  likewise

    transformers.utils.logging.disable_progress_bar()
    try:
        return SentenceTransformer(name, device=place.device, model_kwargs={"dtype": place.dtype})
    except (OSError, ValueError, RuntimeError, ImportError, KeyError) as error:  # the libraries raise all of these
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        msg = f"model.name {name!r}: not loaded: {reason}; give a folder or name that sentence-transformers can open"
        raise ModelError(msg) from error


def _choose_prefixes(config: ModelConfig, prompts: dict[str, str]) -> Prefixes:
    """Take the configured prefixes, else the model's own prompts, else e5's where the name says e5, else none."""
    own = Prefixes(_own_prompt(prompts, _QUERY_PROMPTS), _own_prompt(prompts, _PASSAGE_PROMPTS))
    name = config.name.lower()
    is_plain_e5 = "e5" in name and "instruct" not in name
    defaults = E5_PREFIXES if is_plain_e5 and own == Prefixes("", "") else own
    return Prefixes(
        defaults.question if config.query_prefix is None else config.query_prefix,
        defaults.passage if config.passage_prefix is None else config.passage_prefix,
    )


def _own_prompt(prompts: dict[str, str], names: tuple[str, ...]) -> str:
    return next((prompts[name] for name in names if prompts.get(name)), "")


def _model_id(name: str, model: Any, passage_prefix: str) -> str:
    """Name the model so that whatever changes the vectors of passages changes the id."""
    folder = Path(name)
    revision = _digest(folder) if folder.is_dir() else _hub_revision(model)
    rest = hashlib.sha256(f"{passage_prefix}\0{TEXT_REVISION}".encode()).hexdigest()
    return f"{name}@{revision[:12]}+{rest[:6]}"


def _hub_revision(model: Any) -> str:
    """Return the commit that transformers noted when it loaded the model from the hub or its cache."""
    return getattr(model.config, "_commit_hash", None) or "unknown"


def _digest(folder: Path) -> str:
    """Hash names and content of a model folder, its documentation and hidden files apart."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder)
        if path.is_file() and path.suffix != ".md" and not any(part.startswith(".") for part in place.parts):
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
            whole.update(f"{place.as_posix()}\0{content}\n".encode())
    return whole.hexdigest()
