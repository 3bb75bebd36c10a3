#!/bin/sh
# The real thing beside `hoso selftest crash`: kill -9 at random moments on a real disk, a disk that is full for a while, and a
# folder of the outbox that is taken away and brought back. At the end what went in must have come out, once.
#
#   sh Scripts/soak.sh HOSO        N=100000 packages, of which 5 % are hostile; RESTARTS=200; SOAK_DIR where to do it
set -eu
hoso=$(realpath "$1")
count=${N:-100000}
restarts=${RESTARTS:-200}
home=$(mktemp -d "${SOAK_DIR:-${TMPDIR:-/tmp}}/hoso-soak-XXXXXX")
site=$home/site
small=$home/small
trap 'umount "$small" 2>/dev/null || true; rm -rf "$home"' EXIT

fail() { echo "soak: $*" >&2; exit 1; }
files() { find "$1" -mindepth 1 -maxdepth 1 ! -name '.*' | wc -l; }

# FROM TO FOLDER: small forms, every twentieth of them hostile in one of four ways.
drop() {
    awk -v from="$1" -v to="$2" -v folder="$3" 'BEGIN {
        for (i = from; i <= to; i++) {
            name = sprintf("%s/s-%d.xml", folder, i); draft = name ".tmp"
            if (i % 20 == 0) {
                kind = (i / 20) % 4
                if (kind == 0) printf "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>" > draft
                else if (kind == 1) printf "<submission xmlns=\"urn:hoso:package:1\" id=\"s-%d\"><procedure", i > draft
                else if (kind == 2) printf "<thing xmlns=\"urn:hoso:package:1\" id=\"s-%d\"/>", i > draft
                else printf "PK\003\004%d", i > draft
            } else
                printf "<submission xmlns=\"urn:hoso:package:1\" id=\"s-%d\"><procedure code=\"1.004269\" level=\"3\"/><submitter account=\"0900000001\"><name>An</name><idNumber>062090001234</idNumber><phone>0900123456</phone><email>an@example.vn</email><address>12 Tran Phu</address></submitter><submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery><form component=\"PYC\"/><attachments/></submission>", i > draft
            close(draft); print draft, name
        }
    }' | while read -r draft name; do mv "$draft" "$name"; done
}

set_up() {
    "$hoso" init "$1" >/dev/null
    sed -i "s/settleAfter=\"[^\"]*\"/settleAfter=\"0s\" reserve=\"$2\"/" "$1/config/hoso.xml"
}

# SITE COUNT: what went in has come out.
check() {
    [ "$(files "$1/Inbox/online")" = 0 ] || fail "$(files "$1/Inbox/online") packages are still in the inbox"
    [ "$(files "$1/State/working")" = 0 ] || fail "claims are still in hand"
    [ -z "$(find "$1/Outbox" -name '.hoso-*')" ] || fail "hidden files are left in the outbox"
    "$hoso" --site "$1" ledger verify >"$home/verify" || fail "$(cat "$home/verify")"
    "$hoso" --site "$1" list --format tsv | tail -n +2 >"$home/list"
    good=$(wc -l <"$home/list")
    bad=$(files "$1/State/quarantine")
    [ $((good + bad)) = "$2" ] || fail "$2 packages went in, $good dossiers and $bad quarantined came out"
    [ "$(cut -f1 "$home/list" | sort -u | wc -l)" = "$good" ] || fail "a code was given twice"
    [ "$(cut -f2 "$home/list" | sort -u | wc -l)" = "$good" ] || fail "a submission took effect twice"
    [ "$(files "$1/Outbox/notices")" = "$good" ] || fail "$good dossiers, $(files "$1/Outbox/notices") letters"
    echo "$2 packages in: $good dossiers, $bad quarantined, $good letters; ledger: $(head -1 "$home/verify")"
}

echo "soak: $count packages, at least $restarts kills, in $home"
set_up "$site" 100MB
largest=0
kills=0
dropped=0
wave=$(((count + restarts - 1) / restarts))
while [ "$kills" -lt "$restarts" ] || [ "$dropped" -lt "$count" ]; do
    if [ "$dropped" -lt "$count" ]; then
        last=$((dropped + wave))
        [ "$last" -le "$count" ] || last=$count
        drop $((dropped + 1)) "$last" "$site/Inbox/online" &
        dropper=$!
        dropped=$last
    else
        dropper=
    fi
    "$hoso" --site "$site" run >/dev/null 2>>"$home/log" &
    pid=$!
    # From a tenth of a second to one and a half.
    sleep "$(awk -v seed="$(od -An -N4 -tu4 /dev/urandom)" 'BEGIN { srand(seed); printf "%.3f", 0.1 + rand() * 1.4 }')"
    # In every tenth round somebody takes a folder of the outbox away for a moment.
    if [ $((kills % 10)) = 5 ]; then
        mv "$site/Outbox/notices" "$site/Outbox/away"
        sleep 0.2
    fi
    peak=$(awk '/VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null || echo 0)
    [ "${peak:-0}" -le "$largest" ] || largest=$peak
    kill -9 "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    kills=$((kills + 1))
    if [ -d "$site/Outbox/away" ]; then
        if [ -d "$site/Outbox/notices" ]; then
            find "$site/Outbox/notices" -type f -exec mv {} "$site/Outbox/away/" \;
            rmdir "$site/Outbox/notices"
        fi
        mv "$site/Outbox/away" "$site/Outbox/notices"
    fi
    [ -z "$dropper" ] || wait "$dropper"
done
"$hoso" --site "$site" once 2>>"$home/log"
"$hoso" --site "$site" once 2>>"$home/log"
check "$site" "$count"
echo "$kills kills; largest resident size $((largest / 1024)) MB; $(grep -c 'repaired after an interruption' "$home/log") starts repaired something"

mkdir "$small"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=24m none "$small" 2>/dev/null; then
    set_up "$small/site" 8MB
    drop 1 3000 "$small/site/Inbox/online"
    "$hoso" --site "$small/site" once 2>"$home/full"
    grep -q 'nothing more is taken in' "$home/full" || fail "the disk was full, and nobody said so"
    left=$(files "$small/site/Inbox/online")
    [ "$left" -gt 0 ] || fail "intake did not stop before the disk was full"
    mount -o remount,size=256m "$small"
    "$hoso" --site "$small/site" once 2>"$home/full"
    check "$small/site" 3000
    echo "full disk: intake stopped with $left of 3000 packages left, and went on by itself"
    umount "$small"
    # And with next to no reserve: the disk is full in the middle of something.
    mount -t tmpfs -o size=16m none "$small"
    set_up "$small/site" 1B
    drop 1 3000 "$small/site/Inbox/online"
    stops=0
    for size in 16 18 20 24 32 256; do
        mount -o remount,size="${size}m" "$small"
        "$hoso" --site "$small/site" once 2>"$home/full" && continue
        grep -q ENOSPC "$home/full" || fail "a start on a full disk ended with: $(tail -1 "$home/full")"
        stops=$((stops + 1))
    done
    check "$small/site" 3000
    echo "full disk without a reserve: $stops starts ended with an error, and the next ones were right"
    umount "$small"
else
    echo "full disk: not tried, since only root may mount a small disk"
fi
