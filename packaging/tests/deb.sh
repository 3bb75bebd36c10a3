#!/bin/sh
# Installs the package in a clean Debian root, works with it there, and removes it; everything is printed.
# usage: deb.sh PACKAGE [ROOT]     ROOT: a root made beforehand (debootstrap), used as it is; else one is made. As root.
set -eu
package=$(readlink -f "$1")
here=$(cd "$(dirname "$0")" && pwd)
root=${2:-}
say() { printf '\n== %s\n' "$*"; }
fail() { echo "deb test: $*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail 'root is needed'
if command -v lintian >/dev/null; then
    say lintian
    lintian --allow-root --fail-on error,warning "$package"
fi

if [ -z "$root" ]; then
    root=$(mktemp -d)
    # It becomes somebody's /, which others than root pass through.
    chmod 755 "$root"
    made=yes
    say 'a clean root'
    debootstrap --variant=minbase \
        --include=adduser,libxml2,zlib1g,libstdc++6,openssl,python3,postfix,procps,systemd,systemd-sysv,dbus \
        bookworm "$root" "${MIRROR:-http://deb.debian.org/debian}" >"$root.log" 2>&1 || { tail -20 "$root.log"; exit 1; }
fi
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 "$@"; }
as_hoso() { inside setpriv --reuid=hoso --regid=hoso --init-groups "$@"; }
# What drops and takes files: a member of the group of its own folders, with no other right.
as() {
    who=$1
    shift
    inside setpriv --reuid="$who" --regid="$who" --init-groups "$@"
}
# A party NAME with its folders, as operations.md says.
party() {
    who=$1
    shift
    inside adduser --system --group --quiet --no-create-home "$who"
    inside addgroup --system --quiet "hoso-$who"
    inside adduser --quiet hoso "hoso-$who"
    inside adduser --quiet "$who" "hoso-$who"
    for folder in "$@"; do inside install -d -o hoso -g "hoso-$who" -m 2770 "/var/spool/hoso/$folder"; done
}
cleanup() {
    inside postfix stop >/dev/null 2>&1 || true
    umount "$root/proc" 2>/dev/null || true
    umount "$root/dev/null" "$root/dev/urandom" 2>/dev/null || true
    if [ "${made:-}" = yes ]; then rm -rf "$root" "$root.log"; fi
}
trap cleanup EXIT
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"

say 'install'
cp "$package" "$root/tmp/hoso.deb"
inside dpkg --install /tmp/hoso.deb
inside hoso --version
[ "$(inside stat -c '%U %a' /var/lib/hoso)" = 'hoso 700' ] || fail 'State is not closed'
inside getent passwd hoso
inside test -f /usr/share/doc/hoso/examples/compliance.py
agency=000.00.12.H34
party portal Inbox/online Outbox/portal
party post Inbox/postal
party land "Inbox/agencies/$agency" "Outbox/agencies/$agency"

say 'a mail server that puts everything into one mailbox'
inside postconf -e 'virtual_mailbox_domains = static:all' 'virtual_mailbox_base = /var/mail' \
    'virtual_mailbox_maps = static:all' 'virtual_uid_maps = static:65534' 'virtual_gid_maps = static:65534' \
    'virtual_minimum_uid = 100' 'mydestination =' 'inet_interfaces = 127.0.0.1' 'myhostname = motcua.example.vn' \
    'smtputf8_enable = no' 'maillog_file = /dev/stdout' 'maillog_file_prefixes = /dev,/var' 'compatibility_level = 3.6' \
    'virtual_transport = virtual' 'local_recipient_maps =' 'alias_maps =' 'alias_database ='
install -d -o nobody -g nogroup "$root/var/mail"
inside chown nobody:nogroup /var/mail
inside postfix start-fg >"$root/tmp/postfix.log" 2>&1 &
postfix=$!
sed -i 's|<notices from="\([^"]*\)"/>|<notices from="\1" sendmail="/usr/sbin/sendmail -t -i"/>|; s|settleAfter="[^"]*"|settleAfter="0s"|' \
    "$root/etc/hoso/config/hoso.xml"

say 'doctor'
inside hoso config check
inside hoso doctor || fail 'the doctor finds a failure'
if inside find /var/lib/hoso /var/spool/hoso ! -user hoso | grep .; then fail "root left a file of its own"; fi

say 'a dossier is dropped'
inside hoso new submission --procedure 1.004269 --account 0900000001 /tmp/package
inside hoso check /tmp/package
inside chmod -R a+rX /tmp/package
as portal sh -c 'umask 007; cp -r /tmp/package /var/spool/hoso/Inbox/online/.package && chmod g+w /var/spool/hoso/Inbox/online/.package && mv /var/spool/hoso/Inbox/online/.package /var/spool/hoso/Inbox/online/package'
as_hoso hoso once --verbose
inside hoso list
[ "$(inside hoso list --format tsv | tail -n +2 | cut -f5)" = accepted ] || fail 'the dossier was not accepted'

say 'an independent reader takes its ZIP'
[ "$(inside hoso list --format tsv | tail -n +2 | cut -f1 | cut -d- -f1)" = "$agency" ] || fail 'another agency has it'
cp "$here/agency_reader.py" "$here/read_notice.py" "$root/tmp/"
as land python3 /tmp/agency_reader.py "/var/spool/hoso/Outbox/agencies/$agency" "/var/spool/hoso/Inbox/agencies/$agency" /tmp/taken 0

say 'no party reads or writes where another does'
may_not() { if as "$@" 2>/dev/null; then fail "$* was allowed"; fi; }
for who in portal post land; do
    for folder in /var/lib/hoso /var/spool/hoso/Outbox /var/spool/hoso/Outbox/notices; do may_not "$who" ls "$folder"; done
    may_not "$who" cat /etc/hoso/config/accounts.tsv
    may_not "$who" touch /var/spool/hoso/Inbox/payments/x
done
for who in portal post; do
    may_not "$who" touch "/var/spool/hoso/Inbox/agencies/$agency/x"
    may_not "$who" ls "/var/spool/hoso/Outbox/agencies/$agency"
done
may_not land ls /var/spool/hoso/Outbox/portal
may_not land touch /var/spool/hoso/Inbox/online/x
may_not land touch /var/spool/hoso/Inbox/agencies/000.00.13.H34/x
as_hoso hoso once --verbose
[ "$(inside hoso list --format tsv | tail -n +2 | cut -f5)" = processing ] || fail 'the acknowledgement had no effect'

say 'the notice lies in a mailbox'
inside hoso mail
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ -s "$root/var/mail/all" ] && break
    sleep 1
done
[ -s "$root/var/mail/all" ] || { tail -20 "$root/tmp/postfix.log"; fail 'no letter came'; }
inside python3 /tmp/read_notice.py /var/mail/all 'hồ sơ' /var/spool/hoso/Outbox /var/lib/hoso

say 'what a party drops so that we may not have it stays in the inbox, as an incident'
as post sh -c 'umask 022; mkdir /var/spool/hoso/Inbox/postal/q; umask 077; echo x >/var/spool/hoso/Inbox/postal/x.zip'
as_hoso hoso once
as post ls /var/spool/hoso/Inbox/postal/q /var/spool/hoso/Inbox/postal/x.zip
inside hoso incident list | grep arrivals-forbidden:postal || fail 'it is no incident'
as post rm -r /var/spool/hoso/Inbox/postal/q /var/spool/hoso/Inbox/postal/x.zip

say "the nightly timer's command"
as_hoso sh -c "HOSO_SITE=/etc/hoso $(sed -n 's/^ExecStart=//p' "$root/usr/lib/systemd/system/hoso-nightly.service" 2>/dev/null || sed -n 's/^ExecStart=//p' "$root/lib/systemd/system/hoso-nightly.service")"
as_hoso hoso nightly --date "$(date +%F)"
find "$root/var/spool/hoso/Outbox/reports" -name '*.html' | grep -q . || fail 'no report was made'
inside hoso ledger verify
inside hoso status

say 'the units, under a systemd of their own'
inside postfix stop
wait "$postfix" || true
# There its letters' log goes to the journal.
inside postconf -e 'maillog_file ='
umount "$root/proc"
sh "$here/live.sh" "$root" || [ $? = 77 ] || fail 'the units do not work'
mount -t proc proc "$root/proc"

say "an upgrade leaves the office's configuration alone, whatever samples it brings"
mkdir "$root/tmp/next"
inside dpkg-deb --raw-extract /tmp/hoso.deb /tmp/next/tree
sed -i 's/^Version: .*/&.1/' "$root/tmp/next/tree/DEBIAN/control"
cp "$root/tmp/next/tree/usr/share/hoso/config/procedures/1.004269.xml" "$root/tmp/next/tree/usr/share/hoso/config/procedures/9.999999.xml"
inside dpkg-deb --root-owner-group -Znone --build /tmp/next/tree /tmp/next/hoso.deb
before=$(cd "$root/etc/hoso" && find config -type f | sort | xargs -d '\n' sha256sum)
inside dpkg --install /tmp/next/hoso.deb
[ "$before" = "$(cd "$root/etc/hoso" && find config -type f | sort | xargs -d '\n' sha256sum)" ] || fail 'the upgrade changed the configuration'

say 'remove, then purge: the data stays'
inside dpkg --remove hoso
[ ! -e "$root/usr/bin/hoso" ] || fail 'the program is still there'
[ -f "$root/etc/hoso/config/hoso.xml" ] || fail 'removing took the configuration'
inside dpkg --purge hoso
[ ! -e "$root/etc/hoso/config/hoso.xml" ] || fail 'purging left the configuration'
ls "$root"/var/lib/hoso/ledger/*.jsonl || fail 'purging took the ledger'
say 'all is well'
