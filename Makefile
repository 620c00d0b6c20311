# Two commands on a machine that has Python and make: `make demo` and `make test`.
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
  BIN := .venv/Scripts
else
  BIN := .venv/bin
endif
STAMP := .venv/installed

.PHONY: demo test check format bench shots simulate lock clean

demo: $(STAMP)
	@$(BIN)/communetui demo --dir build/demo

# Compiled code is kept whatever the machine's habit: tests are rewritten, and programs that they start compiled, once.
test: export PYTHONDONTWRITEBYTECODE =
test: $(STAMP)
	$(BIN)/python -m compileall -q src db sync
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# PEERS=1 adds posting, harlequin and bagels, each in an environment of its own under build/.
bench: $(STAMP)
	$(BIN)/python -m benchmarks $(if $(PEERS),--peers)

shots: $(STAMP)
	$(BIN)/python -m docs.shots

# Histories of several stations and a hub beyond those of the suite: `make simulate SEED=7 RUNS=1` shows one again.
SEED ?= 0
RUNS ?= 500
simulate: $(STAMP)
	@$(BIN)/python -m tests.simulator --seed $(SEED) --runs $(RUNS)

# The lock holds versions and hashes only. Afterwards run `make test`: the stamp is older than the lock.
lock: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  --upgrade pyproject.toml --extra hub --group dev --output-file requirements.txt

$(STAMP): requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --compile --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q src db sync
	@$(BIN)/python -c "open('$(STAMP)', 'w').close()"

clean:
	$(PYTHON) -c "import shutil; [shutil.rmtree(d, ignore_errors=True) for d in ('.venv', 'build')]"
