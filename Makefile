# make demo    install, build the index, and chat in the terminal; make demo Q="a question" asks that one
# make test    install, and run every check that CI runs
# make torture  kill, damage and swap indexes at random (25 minutes); make torture TORTURE="--kills 20 --seconds 0"
# make bench   measure everything beside plain references, and write docs/performance.md
# make quality  the tables of docs/quality.md; other judged folders: make quality FOLDERS="tests/quality ..."

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export Q

.PHONY: demo test lint types unit torture quality bench bench-peer bot-page format clean

demo: $(VENV)/.installed-build
	@$(BIN)/python embed.py
ifdef Q
	@$(BIN)/python -m bot ask "$$Q"
else
	@$(BIN)/python -m bot chat
endif

test: lint types unit

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

unit: $(VENV)/.installed-dev
	$(BIN)/pytest -n 2

# One thread for each process: they are forked, and there are many.
torture: $(VENV)/.installed-dev
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.torture $(TORTURE)

FOLDERS ?= tests/quality

quality: $(VENV)/.installed-build
	$(BIN)/python embed.py
	for folder in $(FOLDERS); do $(BIN)/python -m bot evaluate $$folder || exit 1; done
	$(BIN)/python -m tests.quality.ablation $(FOLDERS)

# make bench BENCH="--quick" for development; --only NAME,NAME runs some
BENCH ?= --page --json bench.json

bench: $(VENV)/.installed-dev
	$(BIN)/python -m tests.bench.run $(BENCH)

# Every screen of the bot, rendered from its messages, to docs/bot.md
bot-page: $(VENV)/.installed-dev
	$(BIN)/python -m tests.chat.screens

# An environment with txtai, which make bench then measures beside us; never ours.
bench-peer:
	$(PYTHON) -m venv .venv-peer
	.venv-peer/bin/python -m pip install --quiet txtai \
		sentence-transformers

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(VENV)/.installed-build: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install --constraint constraints.txt --editable '.[build]'
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install --constraint constraints.txt --editable '.[build,dev]'
	@touch $@ $(VENV)/.installed-build

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dateline needs Python 3.11 or newer; name one with: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

clean:
	rm -rf $(VENV) index state .mypy_cache .ruff_cache .pytest_cache *.egg-info
