#!/bin/sh
# The real thing beside `hoso selftest crash`: kill -9 at random moments on a real disk, a disk that is full for a while, and a
# folder of the outbox that is taken away and brought back. At the end what went in must have come out, once.
#
#   sh Scripts/soak.sh HOSO   N=100000 packages, of which 5 % are hostile; RESTARTS=200; SOAK_DIR where to do it. As root the
#                             site lies on a file system of its own, which can be filled.
set -eu
hoso=$(realpath "$1")
count=${N:-100000}
restarts=${RESTARTS:-200}
home=$(mktemp -d "${SOAK_DIR:-${TMPDIR:-/tmp}}/hoso-soak-XXXXXX")
disk=$home/disk
site=$disk/site
trap 'umount "$disk" 2>/dev/null || true; rm -rf "$home"' EXIT

fail() { echo "soak: $*" >&2; exit 1; }
files() { find "$1" -mindepth 1 -maxdepth 1 ! -name '.*' | wc -l; }

# FROM TO: small forms, every twentieth of them hostile in one of four ways, each put in by a rename.
drop() {
    mkdir -p "$disk/drafts/$1"
    awk -v from="$1" -v to="$2" -v folder="$disk/drafts/$1" 'BEGIN {
        for (i = from; i <= to; i++) {
            file = sprintf("%s/s-%d.xml", folder, i)
            if (i % 20 == 0) {
                kind = (i / 20) % 4
                if (kind == 0) printf "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>" > file
                else if (kind == 1) printf "<submission xmlns=\"urn:hoso:package:1\" id=\"s-%d\"><procedure", i > file
                else if (kind == 2) printf "<thing xmlns=\"urn:hoso:package:1\" id=\"s-%d\"/>", i > file
                else printf "PK\003\004%d", i > file
            } else
                printf "<submission xmlns=\"urn:hoso:package:1\" id=\"s-%d\"><procedure code=\"1.004269\" level=\"3\"/><submitter account=\"0900000001\"><name>An</name><idNumber>062090001234</idNumber><phone>0900123456</phone><email>an@example.vn</email><address>12 Tran Phu</address></submitter><submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery><form component=\"PYC\"/><attachments/></submission>", i > file
            close(file)
        }
    }'
    find "$disk/drafts/$1" -type f -exec mv -t "$site/Inbox/online" {} +
    rmdir "$disk/drafts/$1"
}

ledger_size() { find "$site/State/ledger" -name '*.jsonl' -printf '%s\n' 2>/dev/null | awk '{ sum += $1 } END { print sum + 0 }'; }
random() { awk -v seed="$(od -An -N4 -tu4 /dev/urandom)" -v most="$1" 'BEGIN { srand(seed); printf "%.3f", rand() * most }'; }

# PROCESS: waits until it has taken in as much as chance says, up to two waves, or has nothing left to do.
let_work() {
    until=$(($(ledger_size) + $(random $((wave * 5000)) | cut -d. -f1)))
    looks=0
    while [ "$(ledger_size)" -lt "$until" ] && [ "$looks" -lt 100 ] && kill -0 "$1" 2>/dev/null; do
        [ "$looks" -lt 5 ] || [ "$(files "$site/Inbox/online")" -gt 0 ] || break
        sleep 0.2
        looks=$((looks + 1))
    done
    sleep "$(random 0.4)"
}

# Takes what is free on the disk, but for so many bytes.
fill() { fallocate -l "$(($(df -B1 --output=avail "$disk" | tail -1) - $1))" "$disk/ballast" 2>/dev/null || true; }

# The largest resident size so far of a process and of those that read for it.
watch() {
    for process in "$1" $(cat "/proc/$1/task/"*/children 2>/dev/null); do
        peak=$(awk '/VmHWM/ { print $2 }' "/proc/$process/status" 2>/dev/null || true)
        [ "${peak:-0}" -le "$largest" ] || largest=$peak
    done
}

once() {
    "$hoso" --site "$site" once >/dev/null 2>>"$home/log" &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do watch "$pid"; sleep 0.2; done
    wait "$pid"
}

mkdir "$disk"
if [ "$(id -u)" = 0 ]; then
    truncate -s $((count * 100000 + 500000000)) "$home/image"
    mkfs.ext4 -q -F -m 0 -i 4096 "$home/image"
    mount -o loop "$home/image" "$disk" 2>/dev/null || rm "$home/image"
fi
[ -f "$home/image" ] || echo "soak: the disk is never filled, since only root may mount one of its own"
echo "soak: $count packages, at least $restarts kills, in $home"
"$hoso" init "$site" >/dev/null
sed -i "s/settleAfter=\"[^\"]*\"/settleAfter=\"0s\" reserve=\"100MB\"/" "$site/config/hoso.xml"
largest=0
kills=0
dropped=0
wave=$(((count + restarts - 1) / restarts))
while [ "$kills" -lt "$restarts" ] || [ "$dropped" -lt "$count" ]; do
    dropper=
    # What comes, comes while hoso works, and not all at once: `FS10` has tests of its own.
    if [ "$dropped" -lt "$count" ] && [ "$(files "$site/Inbox/online")" -lt $((2 * wave)) ]; then
        last=$((dropped + wave))
        [ "$last" -le "$count" ] || last=$count
        drop $((dropped + 1)) "$last" &
        dropper=$!
        dropped=$last
    fi
    "$hoso" --site "$site" run >/dev/null 2>>"$home/log" &
    pid=$!
    let_work "$pid"
    # In every tenth round somebody takes a folder of the outbox away for a moment, and in another the disk is full at once.
    [ $((kills % 10)) != 5 ] || mv "$site/Outbox/notices" "$site/Outbox/away"
    if [ $((kills % 10)) = 8 ] && [ -f "$home/image" ]; then
        [ -z "$dropper" ] || wait "$dropper"
        dropper=
        fill 0
    fi
    [ $((kills % 10)) != 5 ] && [ $((kills % 10)) != 8 ] || sleep 0.5
    watch "$pid"
    kill -9 "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    rm -f "$disk/ballast"
    kills=$((kills + 1))
    if [ -d "$site/Outbox/away" ]; then
        if [ -d "$site/Outbox/notices" ]; then
            find "$site/Outbox/notices" -type f -exec mv -t "$site/Outbox/away" {} +
            rmdir "$site/Outbox/notices"
        fi
        mv "$site/Outbox/away" "$site/Outbox/notices"
    fi
    [ -z "$dropper" ] || wait "$dropper"
done
left=$(files "$site/Inbox/online")
if [ -f "$home/image" ]; then
    fill 50000000
    once
    grep -q 'nothing more is taken in' "$home/log" || fail "the disk was full, and nobody said so"
    [ "$(files "$site/Inbox/online")" -ge "$left" ] || fail "something was taken in below the reserve"
    rm -f "$disk/ballast"
fi
echo "after $kills kills $((count - left)) of $count packages were taken in; the next run takes in the rest"
once
once

[ "$(files "$site/Inbox/online")" = 0 ] || fail "$(files "$site/Inbox/online") packages are still in the inbox"
[ "$(files "$site/State/working")" = 0 ] || fail "claims are still in hand"
[ -z "$(find "$site/Outbox" -name '.hoso-*')" ] || fail "hidden files are left in the outbox"
"$hoso" --site "$site" ledger verify >"$home/verify" || fail "$(cat "$home/verify")"
"$hoso" --site "$site" list --format tsv | tail -n +2 >"$home/list"
good=$(wc -l <"$home/list")
bad=$(files "$site/State/quarantine")
[ $((good + bad)) = "$count" ] || fail "$count packages went in, $good dossiers and $bad quarantined came out"
[ "$(cut -f1 "$home/list" | sort -u | wc -l)" = "$good" ] || fail "a code was given twice"
[ "$(cut -f2 "$home/list" | sort -u | wc -l)" = "$good" ] || fail "a submission took effect twice"
[ "$(files "$site/Outbox/notices")" = "$good" ] || fail "$good dossiers, $(files "$site/Outbox/notices") letters"
echo "$count packages in: $good dossiers, $bad quarantined, $good letters; ledger: $(head -1 "$home/verify")"
echo "$kills kills; $(grep -c 'repaired after an interruption' "$home/log") starts repaired something; $(grep -c ENOSPC "$home/log") ended with a full disk; largest resident size $((largest / 1024)) MB"
