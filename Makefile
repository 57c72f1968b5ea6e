# The two commands: `make run` opens the window, `make test` runs everything. Each sets up what it
# needs and is quick the second time. Works from any folder: `make -C PATH/TO/CHECKOUT run`.
HERE := $(shell dirname "$(strip $(MAKEFILE_LIST))")
PY := .venv/bin/python

.PHONY: run test setup setup-dev check shots bench translations schemas conformance clean

run: setup
	@cd "$(HERE)" && exec $(PY) main.py $(ARGS)

test: setup-dev
	@cd "$(HERE)" && exec sh scripts/check.sh

setup:
	@sh "$(HERE)/scripts/setup.sh" run

setup-dev:
	@sh "$(HERE)/scripts/setup.sh" test

check: test

shots: setup-dev
	@cd "$(HERE)" && exec $(PY) -m scripts.shots

bench: setup-dev
	@cd "$(HERE)" && exec $(PY) -m benchmarks

translations: setup-dev
	@cd "$(HERE)" && exec $(PY) -m scripts.translations

schemas: setup-dev
	@cd "$(HERE)" && exec $(PY) -m scripts.schemas

conformance: setup-dev
	@cd "$(HERE)" && exec $(PY) -m scripts.conformance

clean:
	@cd "$(HERE)" && rm -rf .venv build dist shots .coverage .mypy_cache .ruff_cache .hypothesis
