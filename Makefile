# Each target does all its own set-up from a fresh clone: virtual environment, pinned packages, and (for the browser
# tests) a browser. Works with GNU Make 3.81 and later.

PYTHON ?= python3
UPGRADE ?= --upgrade
VENV := .venv
PY := $(VENV)/bin/python
RUNTIME := $(VENV)/.runtime
PDF := $(VENV)/.pdf
DEV := $(VENV)/.dev
BROWSER := $(VENV)/browser

.DEFAULT_GOAL := help
.PHONY: help serve build pdf check test test-fast lint format format-data schema lock clean

help:
	@echo "make serve      run the site at http://127.0.0.1:8000 and reload on every change"
	@echo "make build      build the site into site/ (fails on any warning)"
	@echo "make pdf        make the PDFs; the next build links to them"
	@echo "make check      check data/ and say what is wrong, in Danish"
	@echo "make test       all checks and tests, the browser's too"
	@echo "make test-fast  the tests that need no browser"
	@echo "make format     put the code into its standard form"
	@echo "make schema     write the JSON Schemas of data/ again, from the models"
	@echo "make format-data  put data/ into its one form: meaning, order and comments are kept"
	@echo "make lock       resolve the pinned packages again"
	@echo "make clean      remove everything that was made"

$(PY):
	@PYTHON="$(PYTHON)" tools/make_venv $(VENV)

$(RUNTIME): requirements.txt | $(PY)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(PDF): requirements-pdf.txt $(RUNTIME)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-pdf.txt
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(BROWSER): tools/find_browser $(DEV)
	@tools/find_browser $(PY) > $@.new && mv $@.new $@

serve: $(RUNTIME)
	$(PY) -m mkdocs serve

build: $(RUNTIME)
	KATALOG_STRICT=true $(PY) -m mkdocs build --strict --clean

pdf: $(PDF)
	$(PY) -m macros.pdf

check: $(RUNTIME)
	$(PY) -m macros.check

lint: $(DEV)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

test: $(DEV) $(BROWSER) check lint
	KATALOG_BROWSER="$$(cat $(BROWSER))" $(PY) -m pytest

test-fast: $(DEV)
	$(PY) -m pytest -m "not browser"

format: $(DEV)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

format-data: $(RUNTIME)
	$(PY) -m macros.form

schema: $(RUNTIME)
	$(PY) -m macros.schema

lock: $(DEV)
	$(PY) -m pip install --quiet uv
	$(PY) -m uv pip compile --quiet $(UPGRADE) --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url --no-annotate pyproject.toml -o requirements.txt
	$(PY) -m uv pip compile --quiet $(UPGRADE) --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url --no-annotate --extra pdf -c requirements.txt pyproject.toml -o requirements-pdf.txt
	$(PY) -m uv pip compile --quiet $(UPGRADE) --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url --no-annotate --extra dev pyproject.toml -o requirements-dev.txt

clean:
	rm -rf $(VENV) site .pdf .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
