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

.PHONY: run build test setup install uninstall man format clean

run: build
	@$(BINARY) $(ARGS)

build: setup
	swift build $(RELEASE) --product ganglion

# The end-to-end tests drive the binary as it ships.
test: build
	GANGLION_BINARY=$(BINARY) swift test --parallel

setup:
	@.ci/setup

SHARE := $(DESTDIR)$(PREFIX)/share

# The program finds its presets from where it is: ../share/ganglion/presets.
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/ganglion $(SHARE)/bash-completion/completions \
	  $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d $(SHARE)/man/man1
	install -s -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/ganglion
	rm -rf $(SHARE)/ganglion/presets
	cp -R presets $(SHARE)/ganglion/presets
	$(BINARY) --generate-completion-script bash > $(SHARE)/bash-completion/completions/ganglion
	$(BINARY) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_ganglion
	$(BINARY) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/ganglion.fish
	$(BINARY) man > $(SHARE)/man/man1/ganglion.1

man: build
	@$(BINARY) man

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/ganglion $(SHARE)/bash-completion/completions/ganglion \
	  $(SHARE)/zsh/site-functions/_ganglion $(SHARE)/fish/vendor_completions.d/ganglion.fish \
	  $(SHARE)/man/man1/ganglion.1
	rm -rf $(SHARE)/ganglion

format:
	swift format --in-place --recursive --configuration .swift-format Package.swift Sources Tests

clean:
	swift package clean
