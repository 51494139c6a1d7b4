# make serve — the playbook at http://127.0.0.1:8000, live; make test — every test.

# Any Python from 3.12 on will do; the one of .python-version comes first.
PYTHON ?= $(shell for p in python3.13 python3.14 python3.12 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo $$p && break; done)
# How many tests run at a time: more than there are processors, since browsers keep tests waiting.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
# What is tested: everything, or some folders; in which browsers.
TESTS ?=
export BROWSERS ?= chromium firefox
RUN = PATH="$(CURDIR)/.venv/bin:$$PATH" PYTHONPATH="$(CURDIR)" NO_MKDOCS_2_WARNING=1

# These tests answer each calculator hundreds of times: they are for slips in what they are about.
HEAVY = $(wildcard tests/calculators/test_laws_levers.py tests/calculators/test_laws_s*.py \
	tests/calculators/test_laws_variants.py tests/calculators/test_*workbooks.py)
FORMULAS = 'calculators.[!k]*' 'calculators.kit.[!dt]*' 'calculators.kit.declaration*' \
	'calculators.kit.typed*'
ABOUT = 'calculators.kit.decision*' 'calculators.kit.takeaway*' 'calculators.*.workbook*'

.PHONY: serve build book test check audit bench fuzz mutate lock setup setup-test

serve: setup  ## the playbook with live reload
	@$(RUN) STRICT=false python -m mkdocs serve --livereload

build: setup  ## the site into site/
	@$(RUN) python -m mkdocs build

book: setup  ## the whole of it as EPUB and PDF, into book/; BOOK=book make build offers them
	@$(RUN) BOOK= python -m mkdocs build
	@$(RUN) python -m macros.book site book

test: check  ## every check and every test, or TESTS=…; WORKERS=0, one after another
	@$(RUN) python -m pytest --numprocesses $(WORKERS) --dist worksteal $(TESTS)

check: setup-test  ## format, lint, types and workflows
	@$(RUN) ruff format --check
	@$(RUN) ruff check
	@$(RUN) mypy
	@$(RUN) npx --no-install tsc
	@$(RUN) npx --no-install tsc --project tsconfig.worker.json
	@$(RUN) zizmor --offline --quiet --persona pedantic .github

audit: setup-test  ## whether anything is known against what is pinned; asks PyPI and npm
	@$(RUN) python -m tools.audit

bench: setup-test build  ## times and sizes, into benchmarks/results.md; PART=keys, or other parts, alone
	@$(RUN) python -m benchmarks $(PART)

fuzz: setup-test  ## 100 000 inputs that nobody should type; SEED=…, others; INPUTS=…, more
	@$(RUN) python -m tests.fuzz --seed $(or $(SEED),1) --inputs $(or $(INPUTS),100000)

mutate: setup-test  ## how many slips put into the calculators the tests find; hours
	@rm -rf mutants && mkdir mutants && ln -s ../node_modules mutants/
	@$(RUN) PYTEST_ADDOPTS="$(HEAVY:%=--ignore=%)" mutmut run --max-children $$(nproc) $(FORMULAS)
	@rm mutants/mutmut-stats.json  # of the tests that reach a slip, all now
	@$(RUN) mutmut run --max-children $$(nproc) $(ABOUT)
	@$(RUN) python -m tools.mutants

lock: setup-test  ## pin again what pyproject.toml and package.json ask for
	@for part in site test; do file=requirements$$( [ $$part = test ] && echo -test ).txt; \
	$(RUN) uv pip compile --quiet --universal --python-version 3.12 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --upgrade --group $$part -o $$file; done
	@$(RUN) npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

setup setup-test:
	@test -n "$(PYTHON)" || { echo "Python 3.12 or newer is needed."; exit 1; }
	@$(PYTHON) tools/setup.py $(if $(findstring test,$@),test,site)
