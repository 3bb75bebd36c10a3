#!/bin/sh
# Installs what a build needs where it is missing: libxml2 and zlib with their headers, and pkg-config.
set -eu

if ! command -v swift >/dev/null 2>&1; then
    echo 'setup: Swift 6.2 or newer is needed (https://www.swift.org/install)' >&2
    exit 1
fi

if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists libxml-2.0 zlib; then
    exit 0
fi

if ! command -v apt-get >/dev/null 2>&1; then
    echo 'setup: please install the development files of libxml2 and zlib, and pkg-config' >&2
    exit 1
fi

as_root=''
if [ "$(id -u)" -ne 0 ]; then as_root='sudo'; fi
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    libxml2-dev zlib1g-dev pkg-config
