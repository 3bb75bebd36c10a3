#!/bin/sh
# Every test that docs/law.md names is there: each word in the last column of its tables finds one in `swift test list`.
# The list is read from the file named as first argument, else asked for.
set -eu
cd "$(dirname "$0")/.."

list=${1:-}
if [ -z "$list" ]; then
    list=$(mktemp)
    trap 'rm -f "$list"' EXIT
    "${SWIFT:-swift}" test list >"$list"
fi
words=$(sed -n 's/^|.*| \([^|]*\) |$/\1/p' docs/law.md | grep -o '`[^`]*`' | tr -d '`' | sort -u)
if [ -z "$words" ]; then echo 'check-law: docs/law.md names no test' >&2; exit 1; fi
status=0
for word in $words; do
    grep -q -- "$word" "$list" || { echo "check-law: docs/law.md names $word, which finds no test" >&2; status=1; }
done
exit $status
