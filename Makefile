# Copyright (c) 2026, the onlyoffice.docspace contributors
# GNU General Public License v3.0+ (see LICENSES/GPL-3.0-or-later.txt or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

# Needs git, make and Python >= 3.11. All set-up goes into .cache/ and is done when first needed.
PYTHON ?= python3
LANES := @$(PYTHON) -m tools.lanes
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help demo portal unit check lint docs sanity units integration system browser coming dist-test test coverage mutation bench reliability lock build pages clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

demo: ## remove two leavers from a group of the simulated portal: preview, apply, again
	$(LANES) exec demo python demo/run.py

portal: ## run the simulated portal alone, until stopped (PORT=, STATE=file.json, COST=real)
	$(LANES) exec demo python -m tests.portal

unit: ## unit tests with plain pytest, the fast loop (ARGS="-k name")
	$(LANES) exec dev python -m pytest $(or $(ARGS),-q -n auto --dist worksteal)

check: ## lint, unit and the playbooks on ansible-core 2.21: before each commit, in minutes
	$(LANES) run lint unit playbooks

lint: ## ruff, strict mypy, import-linter, ansible-lint, reuse, antsibull-changelog, antsibull-docs
	$(LANES) run lint

docs: ## the documentation as web pages, in .cache/site/html
	$(LANES) run docs

sanity: ## ansible-test sanity on ansible-core 2.16 and 2.21
	$(LANES) run sanity

units: ## ansible-test units on ansible-core 2.16 and 2.21
	$(LANES) run units

integration: ## playbooks against the simulated portal on ansible-core 2.16, 2.19 and 2.21
	$(LANES) run integration

system: ## generated playbooks against simulated portals, on ansible-core 2.16 and 2.21
	$(LANES) run system

browser: ## the report of access in a headless Chromium, which root gets from Debian if it is not there
	$(LANES) run browser

reliability: ## faults at every request again, and their totals into docs/reliability.md
	$(LANES) exec core-2.21 python -m pytest -q tests/system/test_faults.py --write-totals docs/reliability.md

coming: ## some of these on a pre-release of the next ansible-core: finds warnings, no failures
	$(LANES) run coming

dist-test: ## galaxy-importer on the built tarball, and the demo from it
	$(LANES) run dist-test

test: ## everything above; 20 to 40 minutes
	$(LANES) run lint docs unit sanity units integration system browser coming dist-test

coverage: ## branch coverage of plugins/, units and integration together
	$(LANES) run coverage

mutation: ## mutation test of plugins/module_utils by the unit tests (not part of make test)
	$(LANES) run mutation

lock: ## requirements/*.txt anew from requirements/*.in (needs PyPI)
	$(LANES) run lock

pages: ## docs/docsite/rst/failure_codes.rst anew, from the source code
	$(LANES) exec dev python -m tools.pages

build: ## build dist/onlyoffice-docspace-*.tar.gz
	$(LANES) run build

bench: ## compare with what a user would pick instead, 1 to 2 hours (ARGS="--quick", ARGS="--help")
	$(LANES) exec bench python -m tests.benchmarks $(ARGS)

clean: ## remove .cache/ and dist/
	rm -rf .cache dist
