#!/bin/sh
# Each target imports only what Package.swift lets it: the compiler would let a transitive import through.
set -eu
cd "$(dirname "$0")/.."

allowed() {
    case "$1" in
        Bytes) echo 'CSHA256' ;;
        Files) echo 'CLinux Bytes' ;;
        Simulation) echo 'Bytes Files' ;;
        Documents) echo 'CLibXML2 CZlib Bytes' ;;
        Signatures) echo 'Bytes Files Documents' ;;
        Dossiers) echo 'Bytes Signatures' ;;
        Settings) echo 'Bytes Files Documents Dossiers' ;;
        Ledgers) echo 'Bytes Files Dossiers' ;;
        Intake) echo 'Bytes Files Documents Signatures Dossiers' ;;
        Publications) echo 'Bytes Documents Signatures Dossiers' ;;
        Delivery) echo 'Bytes Files Documents Dossiers Publications' ;;
        Pipeline) echo 'Bytes Files Documents Signatures Dossiers Settings Ledgers Intake Publications Delivery' ;;
        Selftests) echo 'Bytes Files Documents Simulation Dossiers Settings Ledgers Publications Pipeline' ;;
        hoso) echo 'Bytes Files Documents Signatures Dossiers Settings Ledgers Intake Publications Delivery Pipeline Selftests' ;;
    esac
}
system=' Foundation FoundationEssentials Glibc Dispatch Synchronization '
status=0
for folder in Sources/*/; do
    room=$(basename "$folder")
    case "$room" in C*) continue ;; esac
    imports=$(grep -rhoE '^((package|internal|private|public|fileprivate) )?import [A-Za-z0-9]+' "$folder" --include='*.swift' |
        awk '{print $NF}' | sort -u)
    for import in $imports; do
        case "$system $(allowed "$room") " in
            *" $import "*) ;;
            *) echo "check-imports: $room imports $import, which docs/architecture.md does not let it" >&2; status=1 ;;
        esac
    done
done
exit $status
