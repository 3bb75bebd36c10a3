#!/bin/sh
# The tests under the address and the thread sanitizer, each in a build folder of its own; where the toolchain has one.
# What is left out starts this very program in a bounded address space, which a sanitizer's shadow memory does not fit into.
set -eu
cd "$(dirname "$0")/.."
swift=${SWIFT:-swift}
for kind in ${SANITIZERS:-address thread}; do
    echo "== $kind"
    probe=$(mktemp -d)
    printf 'print("x")\n' >"$probe/main.swift"
    if ! ${SWIFTC:-swiftc} -sanitize="$kind" -o "$probe/probe" "$probe/main.swift" 2>/dev/null; then
        echo "this toolchain has no $kind sanitizer"
        rm -rf "$probe"
        continue
    fi
    rm -rf "$probe"
    # Traps must end a test at once; leaks are looked for in C memory only at the end of a process, where the tests' own runner holds some.
    SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS="halt_on_error=1 suppressions=$PWD/Scripts/thread-sanitizer.txt" \
        $swift test --sanitize="$kind" --scratch-path ".build/$kind" --skip hosoTests "$@"
done
