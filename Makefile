# make demo    everything from a bare Debian 12 with Swift to the sample article's statements
# make test    everything from there to passed tests
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

JOBS ?= $(shell nproc)
PREFIX ?= /usr/local
RELEASE := swift build -c release -j $(JOBS)
dictum = $$($(RELEASE) --show-bin-path)/dictum

.PHONY: help demo test lint format build golden docs docc newcomer test-spark test-pages screenshots fuzz trouble tsan test-bare bench bench-speed bench-neural bench-batch bench-export bench-pages bench-serve worst-cases install clean dependencies dist wheel test-dist test-python

help:
	@echo "make demo     analyse the sample article"
	@echo "make test     lint, build, test"
	@echo "make newcomer  what a newcomer does, with times: a stage, a package, exec, a program over the library"
	@echo "make golden   rewrite the golden reports in Tests/Golden"
	@echo "make test-spark  the Spark example, where there is Java"
	@echo "make test-pages  the pages and the desk in a headless Chromium"
	@echo "make screenshots  the pictures in Docs/images"
	@echo "make fuzz [SECONDS=60]  bytes of every kind at everything that reads bytes, under sanitizers"
	@echo "make trouble  two thousand articles under kill -9, a full disk, a stage that crashes and one that hangs"
	@echo "make tsan     batches and the desk under the thread sanitizer"
	@echo "make bench [CORPORA=FOLDER]  speed, accuracy and growth beside other programs: writes Docs/benchmarks.md"
	@echo "make bench-speed  start-up, one long document, stages of one's own"
	@echo "make bench-batch CORPORA=FOLDER  ten thousand articles: memory, jobs, interruptions"
	@echo "make bench-export CORPORA=FOLDER  ten thousand reports into SQLite: time, size, the summary's figures"
	@echo "make bench-serve  the desk under load: memory, answers, latency"
	@echo "make bench-pages [FOLDER=FOLDER]  articles of web pages, beside other extractors"
	@echo "make bench-neural  the encoder beside ONNX Runtime"
	@echo "make worst-cases  sixty texts made to be hard: does time grow with size?"
	@echo "make docs     regenerate what Docs/ takes from the code"
	@echo "make docc     the library's documentation as pages: build/docc"
	@echo "make lint     formatting and file lengths"
	@echo "make format   format the sources"
	@echo "make dist     a tarball and a .deb that run on a bare Debian 12: build/dist"
	@echo "make wheel    the Python package with the program inside: build/wheel"
	@echo "make test-bare  make demo and make test in a bare Debian 12 with Swift, git and make (root, debootstrap)"
	@echo "make test-dist  try all three in a bare Debian 12 (root, debootstrap)"
	@echo "make test-python  the Python package: ruff, mypy, pytest"
	@echo "make install  install to PREFIX ($(PREFIX))"

dependencies:
	@Scripts/install-dependencies

build: dependencies
	$(RELEASE) --product dictum

demo: build
	@echo
	$(dictum) run Pipelines/news.yaml Examples/trilateral.txt --summary --out out
	@echo
	@echo "The report: out/trilateral.json"

lint: dependencies
	swift format lint --strict --recursive --parallel Package.swift Sources Plugins Tests $(wildcard Benchmarks Fuzzing)
	Scripts/check-lengths

format:
	swift format --in-place --recursive --parallel Package.swift Sources Plugins Tests $(wildcard Benchmarks Fuzzing)

test: dependencies lint
	swift build --build-tests --explicit-target-dependency-import-check error -j $(JOBS)
	swift test --skip-build

newcomer: dependencies
	Scripts/newcomer

test-spark: dependencies
	Scripts/test-spark

test-pages: build
	-Scripts/install-dependencies chromium fonts-dejavu-core fonts-liberation python3-venv
	DICTUM="$(dictum)" Scripts/test-pages

screenshots: build
	Scripts/install-dependencies chromium fonts-dejavu-core fonts-liberation python3-venv
	DICTUM="$(dictum)" Scripts/test-pages --screenshots

golden: build
	Scripts/golden "$(dictum)"

docs: build
	$(dictum) reference > Docs/reference.md
	$(dictum) schema --standard > Docs/report.schema.json
	$(dictum) schema --pipeline > Docs/pipeline.schema.json
	$(dictum) schema --manifest > Docs/manifest.schema.json
	$(dictum) schema --summary > Docs/summary.schema.json

docc: dependencies
	Scripts/docc

bench: build
	Scripts/install-dependencies python3-venv
	Scripts/bench-report "$(dictum)" $(if $(CORPORA),--corpora "$(CORPORA)") $(BENCH)

bench-speed: dependencies
	Scripts/bench

SECONDS ?= 60
fuzz: dependencies
	Scripts/fuzz --seconds $(SECONDS) $(TARGETS)

trouble: build
	Scripts/batch-under-trouble "$(dictum)"

tsan: dependencies
	Scripts/thread-sanitizer

test-bare:
	Scripts/test-bare $(BARE)

worst-cases: build
	Scripts/worst-cases "$(dictum)" $(shell grep -L -e '- encode' Pipelines/*.yaml)
	Scripts/worst-cases "$(dictum)" --bytes 2500 $(shell grep -l -e '- encode' Pipelines/*.yaml)

bench-neural: dependencies
	Scripts/bench-neural

bench-batch: build
	Scripts/bench-batch "$(CORPORA)"

bench-export: build
	DICTUM="$(dictum)" Scripts/bench-export "$(CORPORA)"

bench-pages: build
	Scripts/install-dependencies python3-venv
	Scripts/bench-pages "$(dictum)" "$(FOLDER)"

bench-serve: build
	Scripts/install-dependencies wrk curl
	DICTUM="$(dictum)" Scripts/bench-serve

install: build
	install -D "$(dictum)" "$(DESTDIR)$(PREFIX)/bin/dictum"
	install -d "$(DESTDIR)$(PREFIX)/share/dictum/models"
	install -m 644 Models/* "$(DESTDIR)$(PREFIX)/share/dictum/models"

dist: dependencies
	Scripts/dist

wheel: dependencies
	Scripts/wheel

test-dist: dist wheel
	Scripts/install-dependencies debootstrap
	Scripts/test-dist

test-python: build
	-Scripts/install-dependencies python3-venv
	Scripts/test-python "$(dictum)"

clean:
	swift package clean
	rm -rf out
