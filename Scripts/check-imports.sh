#!/bin/sh
# Each room imports only what the table of docs/architecture.md lets it, and Package.swift names the same for its target:
# the compiler would let a transitive import through.
set -eu
cd "$(dirname "$0")/.."

table=$(awk -F '|' '
    $2 ~ /^ `[A-Za-z0-9]+` $/ && NF == 5 {
        gsub(/[` ]/, "", $2); gsub(/[`,]/, "", $4)
        print $2, $4
    }' docs/architecture.md | sed 's/  */ /g; s/ $//')
# "ROOM DEPENDENCY…" of each target that is no test, whatever lines it is written on.
package=$(tr '\n' ' ' <Package.swift | sed 's/\.\(target\|executableTarget\|testTarget\|systemLibrary\)(/\n\1 /g' |
    sed -n 's/^\(target\|executableTarget\) *name: "\([A-Za-z0-9]*\)", *dependencies: \[\([^]]*\)\].*/\2 \3/p' |
    tr -d '",' | sed 's/  */ /g; s/ $//')

status=0
say() {
    echo "check-imports: $1" >&2
    status=1
}
row() { printf '%s\n' "$1" | sed -n "s/^$2 //p"; }
sorted() { printf '%s\n' "$1" | tr ' ' '\n' | sort | tr '\n' ' '; }

system=' Foundation FoundationEssentials Glibc Dispatch Synchronization '
for folder in Sources/*/; do
    room=$(basename "$folder")
    case "$room" in C*) continue ;; esac
    allowed=$(row "$table" "$room")
    named=$(row "$package" "$room")
    [ -n "$allowed" ] || say "$room has no row in the table of docs/architecture.md"
    [ "$(sorted "$allowed")" = "$(sorted "$named")" ] ||
        say "$room may import «$allowed» by docs/architecture.md, and depends on «$named» in Package.swift"
    imports=$(grep -rhoE '^((package|internal|private|public|fileprivate) )?import [A-Za-z0-9]+' "$folder" --include='*.swift' |
        awk '{print $NF}' | sort -u)
    for import in $imports; do
        case "$system $allowed " in
            *" $import "*) ;;
            *) say "$room imports $import, which docs/architecture.md does not let it" ;;
        esac
    done
done
exit $status
