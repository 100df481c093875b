PYTHON ?= python3
DATA_DIR ?= var
PORT ?= 8000
export DATA_DIR PORT

# Hashes are checked by pip; the environment is made anew when the lock changes, so that nothing
# of an older lock stays in it.
PIP_INSTALL = -m pip install --quiet --disable-pip-version-check --require-hashes -r

.DEFAULT_GOAL := help
.PHONY: help install run test lint servers servers-stop bench lock messages

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: .venv/.installed ## Set up .venv/ from the hash lock and compile the catalogues
	@.venv/bin/python -m portal.catalogues

run: install ## Serve with demo content on http://localhost:8000 (PORT, DATA_DIR)
	@.venv/bin/python manage.py dev

test: install .venv/.tested node_modules/.package-lock.json lint ## Run every test this machine can run
	@.venv/bin/python tests/run.py

lint: .venv/.tested ## Check style and formatting
	@.venv/bin/ruff check --quiet . && .venv/bin/ruff format --check --quiet .

servers: ## Start the real servers of the full test suite under DATA_DIR (NODES)
	@$(PYTHON) deploy/servers start

servers-stop: ## Stop them
	@$(PYTHON) deploy/servers stop

bench: install ## Measure pages, the screens of translators, then search, on small and large sites (DATABASE_URL)
	@.venv/bin/python -m benchmarks
	@.venv/bin/python -m benchmarks.translations
	@.venv/bin/python -m benchmarks.search

.venv/.installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("The portal needs Python 3.11 or later, $(PYTHON) is %d.%d: make PYTHON=python3.12 …" % sys.version_info[:2])'
	@echo "Installing into .venv/"
	@$(PYTHON) -m venv --clear .venv
	@.venv/bin/python $(PIP_INSTALL) requirements.lock
	@touch $@

.venv/.tested: requirements-test.lock .venv/.installed
	@.venv/bin/python $(PIP_INSTALL) requirements-test.lock
	@touch $@

node_modules/.package-lock.json: package-lock.json
	@if command -v npm >/dev/null; then npm ci --ignore-scripts --no-audit --no-fund --silent && touch $@; fi

UV_COMPILE = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links

lock: ## Resolve the dependencies again (needs uv and npm)
	$(UV_COMPILE) pyproject.toml --output-file requirements.lock
	$(UV_COMPILE) pyproject.toml --extra test --constraint requirements.lock \
		--output-file requirements-test.lock
	echo 'elasticsearch>=8.19,<9' | $(UV_COMPILE) - --output-file requirements-elasticsearch8.lock
	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

FRENCH = locale/fr/LC_MESSAGES/django.po

messages: install ## Bring the strings of the sources into the French catalogue (needs gettext)
	@.venv/bin/python manage.py makemessages --locale fr --no-location --no-wrap --no-obsolete \
		--ignore '.venv*' --ignore node_modules --ignore var --ignore tests --ignore benchmarks
	@msgattrib --sort-output --no-wrap --output-file=$(FRENCH) $(FRENCH)
	@sed -i.before '/^"POT-Creation-Date/d' $(FRENCH) && rm $(FRENCH).before
	@msgfmt --statistics --output-file=/dev/null $(FRENCH)
