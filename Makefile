# Needs python3 (3.11 or newer), make and a package index. Everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Annotated corpora (JSON lines) for `make data` to fit the place tagger on; the weights are left as they are without them.
CORPORA ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install map check test data lock clean

help: ## List what can be made
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

install: .venv/.installed ## Make .venv with everything that Dateline and its tests need

map: .venv/.installed ## Draw the four seed articles into out/ and print where the map is
	@$(BIN)/dateline map seeds -o out

check: .venv/.installed ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: check $(BIN)/chromium ## Check, and run every test, those in a browser included
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest

data: .venv/.installed ## Build the compiled data again from the packages that they come from
	$(BIN)/python -m gazetteer.build
	$(BIN)/python -m geo.routes.build
	$(BIN)/python -m maps.build
	$(if $(CORPORA),$(BIN)/python -m geo.reading.fit $(CORPORA))

lock: .venv/.installed ## Choose the newest versions that pyproject.toml allows and pin them by hash
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --upgrade --all-extras --build-deps-for editable \
		--generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links \
		--output-file requirements.lock pyproject.toml

clean: ## Remove what was made, but not the compiled data
	rm -rf .venv out dist build-cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find gazetteer geo -name '*.so' -delete -o -name '*.pyd' -delete

# Each stamp is written last, so that a broken installation is taken up again.
.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Dateline needs Python 3.11 or newer; name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python could not make .venv; on Debian type: sudo apt-get install python3-venv" >&2; exit 1; }
	@touch $@

# No build isolation, here and below: what builds a package (setuptools, hatchling) is in the lock, so nothing comes without its hash.
.venv/.locked: .venv/.made requirements.lock
	@sed -n '/^setuptools==/,/# via/p' requirements.lock >.venv/builder.lock
	$(PIP_INSTALL) --no-deps --require-hashes -r .venv/builder.lock
	$(PIP_INSTALL) --no-build-isolation --require-hashes -r requirements.lock
	@touch $@

# What is compiled is compiled again where its source has changed; without a C compiler, or with DATELINE_PURE=1, nothing is.
.venv/.installed: .venv/.locked pyproject.toml hatch_build.py $(shell sed -n 's/^    "\(g.*\.py\)",/\1/p' pyproject.toml)
	$(PIP_INSTALL) --no-build-isolation --no-deps --editable .
	@$(BIN)/python -c 'from geo.reading.text import tokens; print("Nothing is compiled, so finding places takes twice as long; why:" \
		" $(BIN)/python -m pip install -v --no-build-isolation --no-deps --editable ." if tokens.__file__.endswith(".py") else "The inner loops are compiled.")'
	@touch $@

$(BIN)/chromium: .venv/.installed
	@.ci/chromium $@
