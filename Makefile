# The contracts of this repository: site, serve, test, lint, audit, bench. Everything installs itself into .venv.
# On Windows without make, README gives the same lines.
SHELL := /bin/bash
PY := .venv/bin/python
BIN := .venv/bin

.PHONY: site serve test lint audit bench pictures lock clean

site: .venv/ready
	$(BIN)/khlang check
	$(BIN)/khlang build

serve: .venv/ready
	$(BIN)/khlang serve

test: .venv/ready-dev lint
	$(PY) -m pytest -n auto --dist loadfile

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/zizmor --offline --quiet .github/workflows

audit: test
	@bash scripts/audit-tools
	$(PY) -m pytest audit

bench: .venv/ready-dev .venv-bench/ready
	$(PY) -m benchmarks --write docs/benchmarks.md

# Takes every picture of README, docs and guide anew: after the look has changed.
pictures: .venv/ready-dev
	$(PY) scripts/pictures.py

# Refreshes the locks from pyproject.toml: a maintainer's step, with a look at what changed.
lock: .venv/ready-dev
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" -o requirements/site.txt pyproject.toml requirements/build.in
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" -o requirements/dev.txt pyproject.toml requirements/build.in --group dev
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" -o requirements/bench.txt --group bench

.venv-bench/ready: requirements/bench.txt
	python3 -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

.venv/ready: requirements/site.txt pyproject.toml
	@bash scripts/setup site
	@touch $@

.venv/ready-dev: requirements/dev.txt pyproject.toml scripts/setup
	@bash scripts/setup dev
	@touch $@ .venv/ready

clean:
	rm -rf .venv .venv-bench
