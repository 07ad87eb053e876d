# The project's commands; CI calls the same ones. Each sets up what it needs first (see .ci/setup).
export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH):$(CURDIR)/.tools/bin
# The theme's notice of its end is known: see docs/decisions/pages-on-disk.md.
export NO_MKDOCS_2_WARNING := 1
GENERATED := calculators/rules policy/schema.json mkdocs.yml
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.PHONY: help serve build test check lint types drift prove wheel bench lock clean setup

help: ## say what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1|/' | column -t -s '|'

serve: setup ## build the guide and serve it at http://127.0.0.1:8000, anew after every change
	python -m smallprint serve

build: setup ## write the finished guide to site/
	mkdocs build --strict

test: setup ## run every test, those in a real browser too
	.ci/setup browser
	pytest -n 2 --dist worksteal $(TESTS)

check: lint types drift prove ## check style, types, that what is generated is that of the policy files, and their laws

lint: setup
	ruff check
	ruff format --check
	python -m smallprint fmt --check

types: setup
	mypy
	tsc
	tsc -p tsconfig.service-worker.json

drift: setup
	python -m smallprint build
	@test -z "$$(git status --porcelain $(GENERATED))" || { git status --short $(GENERATED); echo "Not committed as the policy files have it. The files are written now: commit them."; exit 1; }

prove: setup
	python -m smallprint prove

wheel: setup ## write the calculators' wheels, for pip and for Pyodide, to dist/
	python -m smallprint.packing.wheel

bench: setup ## measure the calculators against others, in ratios
	.ci/setup browser
	python -m benchmarks

lock: setup ## take the newest versions that requirements.in and package.json allow
	for list in requirements .ci/uv .ci/node; do uv pip compile --quiet --upgrade --generate-hashes --no-emit-index-url --no-header --python-version 3.13 $$list.in -o $$list.txt; done
	npm update --package-lock-only

clean: ## remove what was built and fetched
	git clean -fdX -q

setup:
	@.ci/setup
