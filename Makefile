# Ganglion: `make run` opens the workbench, `make test` runs every test. Both install what is missing first.

# A binary for this processor is two to five times faster; `make PORTABLE=1` makes one for any of its kind.
ifndef PORTABLE
CPU_FLAGS := -Xcc -march=native
endif
# The Swift library inside the binary: it starts in a quarter of the time and runs where no Swift is installed.
ifeq ($(shell uname -s),Linux)
STATIC_FLAGS := --static-swift-stdlib
endif
RELEASE := -c release $(CPU_FLAGS) $(STATIC_FLAGS)
PREFIX ?= /usr/local
BINARY := .build/release/ganglion

.PHONY: run build test setup install uninstall format clean

run: build
	@$(BINARY) $(ARGS)

build: setup
	swift build $(RELEASE) --product ganglion

# The end-to-end tests drive the binary as it ships.
test: build
	GANGLION_BINARY=$(BINARY) swift test --parallel

setup:
	@.ci/setup

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/ganglion
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/ganglion
	rm -rf $(DESTDIR)$(PREFIX)/share/ganglion/presets
	cp -R presets $(DESTDIR)$(PREFIX)/share/ganglion/presets

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/ganglion
	rm -rf $(DESTDIR)$(PREFIX)/share/ganglion

format:
	swift format --in-place --recursive --configuration .swift-format Package.swift Sources Tests

clean:
	swift package clean
