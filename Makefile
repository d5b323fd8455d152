# Everything is installed into .venv beside this file. Nothing else on the machine is changed, except by `make tools`.
# A stamp in .venv stands for each finished install: while the files it depends on are older, nothing is done again.
PYTHON ?= python3
WORKERS ?= auto

VENV := .venv
PY := $(VENV)/bin/python
NODE := tests/cql/node
export PIP_DISABLE_PIP_VERSION_CHECK := 1
PIP_INSTALL := $(PY) -m pip install --quiet
# Only what the lock names, only with the bytes it names, and never something that has to be compiled.
PIP_LOCKED := $(PIP_INSTALL) --require-hashes --no-deps --only-binary :all:

# Spark runs on Java; where there is none, its tests are left out and everything else is tested.
JAVA := $(shell command -v java)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test node-engines spark test-sqlite test-postgres lint format types contracts docs words bench lock upgrade tools clean

help: ## List what can be asked for
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.run $(VENV)/.package ## Install what is needed, then serve the clinic on 127.0.0.1:8000
	@exec $(PY) -m clinic run

test: tools lint types contracts test-sqlite test-postgres ## All checks and all tests: on SQLite, then what touches a database on PostgreSQL

test-sqlite: $(VENV)/.dev $(VENV)/.package node-engines spark ## All tests, browser tests among them, on SQLite
	CONCORDANT_TEST_DATABASE=sqlite $(PY) -m pytest -n $(WORKERS) --dist worksteal

# The pages have met a browser on SQLite by now; here it is the queries that count. What is left out asks nothing of its
# own: words, their translation, and forms that are only drawn.
ONLY_SHOWN := languages learning evidence forms theme selfcheck letters progress calendar/pages
test-postgres: $(VENV)/.dev $(VENV)/.package ## The tests that touch a database, on a PostgreSQL started for them
	CONCORDANT_TEST_DATABASE=postgres $(PY) -m pytest -n $(WORKERS) --dist worksteal -m "(database or postgres) and not browser" \
	  tests/clinic tests/support $(ONLY_SHOWN:%=--ignore=tests/clinic/%)

lint: $(VENV)/.dev ## Style, likely mistakes and formatting
	$(PY) -m ruff check
	$(PY) -m ruff format --check

format: $(VENV)/.dev ## Format the code, and mend what can be mended safely
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

types: $(VENV)/.dev $(VENV)/.package ## Types: strict in src/concordant, ordinary elsewhere
	$(PY) -m mypy --num-workers 2

contracts: $(VENV)/.dev $(VENV)/.package ## Which room may import from which
	$(VENV)/bin/lint-imports --no-logo

docs: $(VENV)/.run $(VENV)/.package ## Write the reference pages from the dictionary and the criteria
	$(PY) docs/generate.py

words: $(VENV)/.dev ## Compile the translations
	$(PY) .ci/words.py

bench: $(VENV)/.run $(VENV)/.package ## Run each benchmark; each prints one line of JSON
	@set -e; for each in bench/bench_*.py; do $(PY) "$$each"; done

lock: $(VENV)/.dev ## Write the requirement files anew, keeping versions that still fit
	@$(PY) .ci/lock.py

upgrade: $(VENV)/.dev ## Write the requirement files anew with the newest versions that fit
	@$(PY) .ci/lock.py --upgrade

tools: $(VENV)/.dev ## Find a browser and PostgreSQL for the tests; on Debian, root installs what is missing
	@PYTHON=$(PY) .ci/tools

clean: ## Remove .venv and everything that can be made again
	rm -rf $(VENV) $(NODE)/node_modules build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis src/*.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "On Debian and Ubuntu the package python3-venv is needed."; exit 1; }

$(VENV)/.run: requirements/run.txt | $(VENV)/bin/python
	@echo "Installing what the clinic needs (once)"
	@$(PIP_LOCKED) -r requirements/run.txt
	@touch $@

# The development lock holds everything of the other, in the same versions.
$(VENV)/.dev: requirements/dev.txt | $(VENV)/bin/python
	@echo "Installing what development needs (once)"
	@$(PIP_LOCKED) -r requirements/dev.txt
	@touch $@ $(VENV)/.run

# Other people's engines, for comparison alone. Where one cannot be had, its tests are skipped and say so.
node-engines:
	@if command -v node >/dev/null && command -v npm >/dev/null; then \
	  $(MAKE) --no-print-directory --silent $(NODE)/node_modules/.installed || \
	    echo "The CQL engines could not be installed: the exported CQL rules are not run on cql-execution"; \
	else \
	  echo "Node or npm is not installed: the exported CQL rules are not run on cql-execution"; \
	fi

$(NODE)/node_modules/.installed: $(NODE)/package.json $(NODE)/package-lock.json
	@echo "Installing the CQL engines that the exported rules are compared with (once)"
	@cd $(NODE) && npm ci --silent --ignore-scripts --no-audit --no-fund
	@touch $@

spark: $(VENV)/.dev
	@$(if $(JAVA),$(MAKE) --no-print-directory --silent $(VENV)/.spark || \
	  echo "PySpark could not be installed: the tests on Spark are left out",echo "No java on PATH: the tests on Spark are left out")

# PySpark comes as a source package of Java archives; "building" it only unpacks them.
$(VENV)/.spark: requirements/spark.txt $(VENV)/.dev
	@echo "Installing Spark for its tests (once, 456 MB)"
	@$(PIP_INSTALL) --require-hashes --no-deps --no-build-isolation --only-binary :all: --no-binary pyspark -r requirements/spark.txt
	@touch $@

# Whichever lock was installed brought the build tool with it, so this reaches for nothing outside.
$(VENV)/.package: pyproject.toml | $(VENV)/.run
	@$(PIP_INSTALL) --no-deps --no-build-isolation --no-index --editable .
	@touch $@
