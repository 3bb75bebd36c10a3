# hoso: what a developer and an administrator type. `make help` lists it.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
DEMO ?= demo-site
MINUTES ?= 5
SEED ?= 1
FUZZ_SEEDS ?= Tests $(wildcard ../shared/corpus)
# Options of the benchmark, such as BENCH="--kb 20 --rounds 9 --growth".
BENCH ?=
SOURCES := Package.swift Sources Tests

.PHONY: help setup build demo test test-spark look check check-sanitized format soak bench fuzz install deb deb-test clean

help:
	@echo 'make setup    installs what a build needs (libxml2, zlib, pkg-config) where it is missing'
	@echo 'make demo     sets up, builds, and runs sample dossiers of every kind through a new site'
	@echo 'make test     sets up and runs all tests'
	@echo 'make test-spark  installs Spark below .build, counts made-up ledgers on a cluster that loses a worker, and compares'
	@echo 'make look     publishes the demonstration, and has every page looked at in headless Chromium'
	@echo 'make check    formatting, imports, tests in debug and release, the tests that docs/law.md names'
	@echo 'make soak     kills and starts hoso again and again over N packages, and counts (N=100000 RESTARTS=200)'
	@echo 'make bench    measures the main job on generated dossiers, beside a floor in C and a plain Python pipeline'
	@echo 'make fuzz     feeds every reader with mutated files, MINUTES=5 unless said'
	@echo 'make check-sanitized  the tests under the address and the thread sanitizer'
	@echo 'make install  installs below $$(DESTDIR)$$(PREFIX)'
	@echo 'make deb      makes a Debian package below .build/deb'
	@echo 'make deb-test installs it in a clean Debian root, works with it there and under systemd, removes it (as root)'

setup:
	@sh Scripts/setup.sh

# With the Swift runtime inside: so it starts quicker, needs less memory, and runs where no toolchain is.
build: setup
	$(SWIFT) build -c release --product hoso --static-swift-stdlib

demo: build
	.build/release/hoso demo $(DEMO)

test: setup
	$(SWIFT) test

# Of each site six events or so for a dossier: SITES=10 DOSSIERS=82500 are five millions.
SITES ?= 3
DOSSIERS ?= 3000
test-spark: build
	test -x .build/spark/bin/spark-submit || { python3 -m venv .build/spark && .build/spark/bin/pip install --quiet pyspark==4.0.1; }
	.build/spark/bin/python Tests/interop/spark-equal.py .build/release/hoso --sites $(SITES) --dossiers $(DOSSIERS)

look: build
	.build/release/hoso demo $(DEMO) >/dev/null
	.build/release/hoso --site $(DEMO) publish .build/look
	python3 Tests/interop/look-at-site.py .build/look --shots .build/look-shots

check: setup
	$(SWIFT) format lint --strict --recursive --configuration .swift-format $(SOURCES)
	sh Scripts/check-imports.sh
	$(SWIFT) test
	SWIFT='$(SWIFT)' sh Scripts/check-law.sh
	$(SWIFT) test -c release -Xswiftc -enable-testing

format:
	$(SWIFT) format --in-place --recursive --configuration .swift-format $(SOURCES)

soak: build
	sh Scripts/soak.sh .build/release/hoso

bench: build
	.build/release/hoso selftest bench
	python3 Benchmarks/compare.py .build/release/hoso $(BENCH)

fuzz: build
	.build/release/hoso selftest fuzz --minutes $(MINUTES) --seed $(SEED) $(addprefix --seeds ,$(FUZZ_SEEDS))

check-sanitized: setup
	sh Scripts/check-sanitized.sh

install: build
	sh packaging/install.sh .build/release/hoso '$(DESTDIR)' '$(PREFIX)'

deb: build
	sh packaging/debian/build.sh .build/release/hoso .build/deb

deb-test: deb
	sh packaging/tests/deb.sh .build/deb/hoso_*.deb

clean:
	rm -rf .build $(DEMO)
