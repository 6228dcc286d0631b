# One target per intention; `make` alone lists them. Each sets up .venv first, once, with what that intention needs:
# packaging/prepare.sh leaves a stamp in .venv, which grows old when the project's needs or their pins change.

python := .venv/bin/python
needs := pyproject.toml packaging/constraints.txt packaging/prepare.sh
# With an X server the sample opens in a window, which takes more libraries than a picture of it
ready_to_show := .venv/ready-to-$(if $(DISPLAY),window,run)

# What a person may add: make demo DEMO=--close-after-first-paint, make test TEST="-k passages", make bench BENCH=... PEERS=...
DEMO :=
TEST :=
BENCH :=
PEERS :=

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench bench-window bench-quality bench-findings bench-loading bench-mutate gallery icons thesaurus licences package clean

help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

demo: $(ready_to_show) ## Compare the sample pair in the window; without a display: demo/window.png and demo/report.html
	$(python) -m rewritediff sample --output-folder demo $(DEMO)

test: .venv/ready-to-test ## Run all tests, in two processes
	$(python) -m pytest -n 2 $(TEST)

lint: .venv/ready-to-test ## Check style, format, types and the direction of imports
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	$(python) -m mypy
	.venv/bin/lint-imports

format: .venv/ready-to-test ## Format the code and mend what the linter can mend
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: .venv/ready-to-test ## Measure speed and memory, alone and beside other programs
	$(python) benchmarks/speed.py $(BENCH)
	@echo
	$(python) benchmarks/peers.py $(PEERS)

bench-window: .venv/ready-to-test ## Measure the window: opening, resizing, scrolling, filtering, pauses, start and end
	$(python) benchmarks/window.py $(BENCH)

bench-quality: .venv/ready-to-test ## Measure how good links and relations are, on the labelled pairs
	$(python) benchmarks/quality.py $(BENCH)
	$(python) benchmarks/relations.py

bench-findings: .venv/ready-to-test ## Measure what findings catch and what they flag in vain, on the labelled pairs
	$(python) benchmarks/findings.py $(BENCH)

bench-loading: .venv/ready-to-test ## Measure what it costs to open documents, the program and its worker together
	$(python) benchmarks/loading.py $(BENCH)

bench-mutate: .venv/ready-to-test ## Load sample documents damaged at random, and count what breaks
	$(python) benchmarks/mutate.py $(BENCH)

gallery: .venv/ready-to-test ## Render the pictures of the documentation from the real window
	$(python) docs/make_gallery.py

icons: .venv/ready-to-run ## Render the icon's pictures from resources/icons/rewritediff.svg
	$(python) packaging/make_icons.py

thesaurus: .venv/ready-to-run ## Boil WordNet (Debian: wordnet-base) down to resources/thesaurus/en.txt
	$(python) packaging/make_thesaurus.py

licences: .venv/ready-to-test ## Write docs/licences.md from what the installed libraries say of themselves
	$(python) packaging/make_licences.py

package: .venv/ready-to-package ## Build wheel and frozen program into dist/, and try the program there
	$(python) packaging/make_packages.py

clean: ## Remove what the other targets made, but for .venv
	rm -rf build dist demo .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find rewritediff tests packaging benchmarks docs -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

.venv/ready-to-%: $(needs)
	sh packaging/prepare.sh $*
