#!/bin/sh
# Installs hoso below DESTDIR: the program, its manual, completions, units, examples, and a configuration where there is none.
# usage: install.sh PROGRAM [DESTDIR [PREFIX]]
set -eu
program=$1
destdir=${2:-}
prefix=${3:-/usr/local}
source=$(cd "$(dirname "$0")/.." && pwd)
share="$destdir$prefix/share"
doc="$share/doc/hoso"

install -D -m 755 "$program" "$destdir$prefix/bin/hoso"

for page in "$source"/packaging/man/*.[1-8]; do
    section=${page##*.}
    install -d "$share/man/man$section"
    gzip -9nc "$page" >"$share/man/man$section/$(basename "$page").gz"
    chmod 644 "$share/man/man$section/$(basename "$page").gz"
done

zsh=site-functions
[ "$prefix" = /usr ] && zsh=vendor-completions
install -D -m 644 "$source/packaging/completions/hoso.bash" "$share/bash-completion/completions/hoso"
install -D -m 644 "$source/packaging/completions/_hoso" "$share/zsh/$zsh/_hoso"
install -D -m 644 "$source/packaging/completions/hoso.fish" "$share/fish/vendor_completions.d/hoso.fish"

units="$destdir$prefix/lib/systemd/system"
for unit in "$source"/packaging/systemd/*.service "$source"/packaging/systemd/*.timer "$source"/packaging/systemd/*.path; do
    install -d "$units"
    sed "s|/usr/bin/hoso|$prefix/bin/hoso|" "$unit" >"$units/$(basename "$unit")"
    chmod 644 "$units/$(basename "$unit")"
done
install -D -m 644 "$source/packaging/systemd/hoso.sysusers" "$destdir$prefix/lib/sysusers.d/hoso.conf"
install -D -m 644 "$source/packaging/systemd/hoso.tmpfiles" "$destdir$prefix/lib/tmpfiles.d/hoso.conf"

# A site of the system's own: configuration, spool and state each where an administrator looks for it. A configuration that is
# there is the office's: nothing is ever added to it.
sample() {
    install -d "$1/procedures" "$1/templates" "$1/trust/intermediates"
    for file in agencies.xml calendar.xml accounts.tsv; do install -m 644 "$source/config/$file" "$1/$file"; done
    install -m 644 "$source"/config/procedures/*.xml "$1/procedures/"
    sed 's|<folders [^>]*/>|<folders inbox="/var/spool/hoso/Inbox" outbox="/var/spool/hoso/Outbox" state="/var/lib/hoso"/>|' \
        "$source/config/hoso.xml" >"$1/hoso.xml"
    chmod 644 "$1/hoso.xml"
}
sample "$share/hoso/config"
if [ ! -e "$destdir/etc/hoso/config" ]; then
    sample "$destdir/etc/hoso/config"
    # Registered accounts are personal data.
    chmod 640 "$destdir/etc/hoso/config/accounts.tsv"
fi

install -d "$doc"
install -m 644 "$source/README.md" "$doc/"
for page in "$source"/docs/*.md; do install -m 644 "$page" "$doc/"; done
install -d "$doc/examples/documents"
install -m 644 "$source"/docs/formats/examples/*.xml "$doc/examples/documents/"
install -m 644 "$source/packaging/cron/hoso.crontab" "$source/packaging/monitoring/hoso.rules.yml" \
    "$source/deploy/spark/compliance.py" "$doc/examples/"
