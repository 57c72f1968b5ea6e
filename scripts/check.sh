#!/bin/sh
# Everything that must hold: format, lint, types, import contracts, tests with branch coverage.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
export QT_QPA_PLATFORM=offscreen

$bin/ruff format --check annotator tests benchmarks scripts main.py
$bin/ruff check annotator tests benchmarks scripts main.py
$bin/mypy
$bin/lint-imports
$bin/coverage erase
$bin/coverage run -m pytest -q -n 2 "$@"
$bin/coverage combine -q
# Of the engine every branch is tested; of the window nine in ten.
$bin/coverage report --omit 'annotator/ui/*' --fail-under=100
$bin/coverage report --include 'annotator/ui/*' --sort=cover --fail-under=90
