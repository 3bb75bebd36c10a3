#!/bin/sh
# Boots a Debian root, in which the package is installed, with systemd as process 1 of namespaces of its own, and runs the
# units there: readiness, watchdog, reload, what must not be started again, the nightly timer, mail, stop. As root.
# usage: live.sh ROOT
# Ends with 77 where this machine lets no systemd be booted, having said why.
set -eu
root=$(readlink -f "$1")
say() { printf '\n== %s\n' "$*"; }
fail() {
    echo "live test: $*" >&2
    in_root journalctl --no-pager -u hoso -u hoso-nightly -u hoso-mail 2>/dev/null | tail -40 >&2 || true
    exit 1
}

unified=
for place in /sys/fs/cgroup /sys/fs/cgroup/unified; do
    [ "$(stat -f -c %T "$place" 2>/dev/null)" = cgroup2fs ] && unified=$place && break
done
[ -n "$unified" ] || { echo 'live test: skipped, there is no cgroup2 hierarchy'; exit 77; }
group=$unified/hoso-test-$$
mkdir "$group" 2>/dev/null || { echo "live test: skipped, $unified cannot be written to"; exit 77; }

boot=$(mktemp)
cat >"$boot" <<'BOOT'
root=$1
mount --bind "$root" "$root"
mountpoint -q "$root/proc" && umount -R "$root/proc"
mount -t proc proc "$root/proc"
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for device in null zero full random urandom tty; do
    touch "$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
hostname hoso-test
exec env -i container=hoso-test PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    chroot "$root" /lib/systemd/systemd --system --show-status=false
BOOT
# The shell that joins the group becomes the one that is waited for, so that only what is booted belongs to it.
sh -c 'echo $$ >"$1/cgroup.procs" && exec unshare --fork --pid --kill-child=KILL --mount --uts --ipc --net --cgroup \
    --propagation private sh -e "$2" "$3"' - "$group" "$boot" "$root" &
outer=$!
stop() {
    kill -KILL "$outer" 2>/dev/null || true
    wait "$outer" 2>/dev/null || true
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        find "$group" -depth -type d -exec rmdir {} + 2>/dev/null && break
        sleep 1
    done
    rm -f "$boot"
}
trap stop EXIT
pid=
for _ in $(seq 50); do
    pid=$(cat "/proc/$outer/task/$outer/children" 2>/dev/null | tr -d ' ')
    [ -n "$pid" ] && [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = systemd ] && break
    kill -0 "$outer" 2>/dev/null || { echo 'live test: skipped, this machine lets no systemd be booted'; exit 77; }
    sleep 0.2
done
in_root() { nsenter --target "$pid" --all --root --wd "$@"; }

# Waits up to 60 s until a command says so.
until_true() {
    for _ in $(seq 300); do
        "$@" >/dev/null 2>&1 && return 0
        sleep 0.2
    done
    return 1
}
shown() { in_root systemctl show --value -p "$2" "$1"; }
is() { [ "$(shown "$1" "$2")" = "$3" ]; }
logged() { in_root journalctl --no-pager -o cat -u "$1" | grep -q -- "$2"; }
state_is() { [ "$(in_root hoso list --format tsv | tail -n 1 | cut -f5)" = "$1" ]; }

say 'systemd'
until_true sh -c "nsenter --target $pid --all --root --wd systemctl is-system-running | grep -Eq 'running|degraded'" || fail 'systemd did not come up'
in_root systemctl --version | head -1

say 'the service is ready once it says so, and says what it does'
in_root systemctl enable --now hoso.service hoso-nightly.timer hoso-mail.path hoso-mail.timer
is hoso.service ActiveState active || fail 'the service is not active'
is hoso.service Type notify || fail 'not of Type=notify'
until_true sh -c "nsenter --target $pid --all --root --wd systemctl show --value -p StatusText hoso.service | grep -q 'dossiers open'" ||
    fail 'no STATUS line'
shown hoso.service StatusText
main=$(shown hoso.service MainPID)

say 'the watchdog is fed by work'
[ "$(shown hoso.service WatchdogUSec)" = 5min ] || fail 'no watchdog'
before=$(shown hoso.service WatchdogTimestampMonotonic)
in_root kill -USR1 "$main"
until_true logged hoso '^status' || fail 'SIGUSR1 wrote no status'
until_true sh -c "[ \"\$(nsenter --target $pid --all --root --wd systemctl show --value -p WatchdogTimestampMonotonic hoso.service)\" != $before ]" ||
    fail 'the watchdog was not fed'

say 'a dossier that is dropped is taken in, under the hardening; its letter goes by the mail unit'
rm -f "$root/var/mail/all"
in_root rm -rf /tmp/live
in_root hoso new submission --procedure 1.004269 --account 0900000001 /tmp/live
in_root chmod -R a+rX /tmp/live
in_root setpriv --reuid=portal --regid=portal --init-groups sh -c 'umask 007; cp -r /tmp/live /var/spool/hoso/Inbox/online/.live && chmod g+w /var/spool/hoso/Inbox/online/.live && mv /var/spool/hoso/Inbox/online/.live /var/spool/hoso/Inbox/online/live'
until_true state_is accepted || fail 'the daemon did not take the dossier in'
logged hoso '^taken' || fail 'the journal has no taken'
in_root journalctl -o json -u hoso | grep '"MESSAGE":"taken' | tail -1 | grep -q '"PRIORITY":"6"' || fail 'the journal has no priority'
until_true test -s "$root/var/mail/all" || fail 'the mail unit sent no letter'

say 'a letter a second, as in the morning: the unit that hands them over goes on'
for _ in 1 2 3 4 5 6 7 8; do in_root systemctl start hoso-mail.service || fail 'the mail unit was started too often'; done
is hoso-mail.path ActiveState active || fail 'nobody watches for letters any more'

say 'reload: a bad configuration keeps the old one and says so, a good one is taken'
in_root cp -p /etc/hoso/config/hoso.xml /etc/hoso/hoso.xml.good
in_root sed -i 's/workers="[^"]*"/workers="many"/' /etc/hoso/config/hoso.xml
in_root systemctl reload hoso.service
until_true logged hoso '^configurationKept' || fail 'a bad configuration was not told'
is hoso.service ActiveState active || fail 'a bad configuration ended the service'
in_root cp -p /etc/hoso/hoso.xml.good /etc/hoso/config/hoso.xml
in_root rm /etc/hoso/hoso.xml.good
in_root systemctl reload hoso.service
until_true logged hoso '^reloading' || fail 'a good configuration was not read again'
[ "$(shown hoso.service MainPID)" = "$main" ] || fail 'reloading started another process'

say 'the nightly timer, while the daemon holds the site'
in_root systemctl list-timers --no-pager hoso-nightly.timer hoso-mail.timer
in_root systemctl start hoso-nightly.service || fail 'the nightly run failed beside the daemon'
is hoso-nightly.service Result success || fail 'the nightly run did not end well beside the daemon'
until_true logged hoso '^order.*nightly' || fail 'the daemon did not do the work of the night'
[ "$(shown hoso.service MainPID)" = "$main" ] || fail 'the nightly run started another process'

say 'what the daemon makes is for members of its group alone, under the hardening too'
in_root find /var/spool/hoso/Inbox /var/spool/hoso/Outbox -mindepth 1 -type d ! -name agencies ! -perm 2770 | grep . &&
    fail 'a folder is closed to members, or open to others'

say 'killed, it is started again'
in_root kill -KILL "$main"
until_true sh -c "[ \"\$(nsenter --target $pid --all --root --wd systemctl show --value -p NRestarts hoso.service)\" = 1 ]" || fail 'it was not started again'
until_true is hoso.service ActiveState active || fail 'it did not come back'

say 'stopped while it hangs: a daemon that feeds no watchdog is killed and started again'
in_root mkdir -p /run/systemd/system/hoso.service.d
printf '[Service]\nWatchdogSec=3s\nRestartSec=1s\n' | in_root tee /run/systemd/system/hoso.service.d/test.conf >/dev/null
in_root systemctl daemon-reload
in_root systemctl restart hoso.service
in_root kill -STOP "$(shown hoso.service MainPID)"
until_true logged hoso 'Watchdog timeout' || fail 'the watchdog did not bite'
until_true is hoso.service ActiveState active || fail 'it did not come back after the watchdog'

say 'what does not mend itself is not started again'
in_root systemctl stop hoso.service
is hoso.service ActiveState inactive || fail 'it did not stop'
is hoso.service Result success || fail 'it did not stop well'
logged hoso '^ended' || fail 'the journal does not say that it ended as asked'
as_hoso="setpriv --reuid=hoso --regid=hoso --init-groups"
in_root sh -c "$as_hoso flock /var/lib/hoso/lock sleep 30 & sleep 1; systemctl start hoso.service" && fail 'it started beside another'
is hoso.service ActiveState failed || fail 'it did not give up'
is hoso.service ExecMainStatus 75 || fail "it ended with $(shown hoso.service ExecMainStatus), not 75"
is hoso.service NRestarts 0 || fail 'it was tried again'
in_root pkill -x sleep || true
in_root cp -p /etc/hoso/config/hoso.xml /etc/hoso/hoso.xml.good
in_root sed -i 's/workers="[^"]*"/workers="many"/' /etc/hoso/config/hoso.xml
in_root systemctl start hoso.service && fail 'it started with a mistake in its configuration'
is hoso.service ExecMainStatus 78 || fail "it ended with $(shown hoso.service ExecMainStatus), not 78"
sleep 3
is hoso.service ActiveState failed || fail 'it is tried again with a mistake in its configuration'
is hoso.service NRestarts 0 || fail 'it was tried again with a mistake in its configuration'
in_root mv /etc/hoso/hoso.xml.good /etc/hoso/config/hoso.xml

say 'what fails at every start is given up, and told to root'
[ "$(shown hoso.service StartLimitIntervalUSec)" = 30min ] || fail 'ten seconds between starts meet no limit'
told() { in_root journalctl --no-pager -o cat -t hoso | grep -c '^hoso failed; see: journalctl -u hoso$'; }
before=$(told)
printf '[Unit]\nStartLimitBurst=3\n[Service]\nRestartSec=1s\nInaccessiblePaths=/var/lib/hoso\n' |
    in_root tee /run/systemd/system/hoso.service.d/test.conf >/dev/null
in_root systemctl daemon-reload
in_root systemctl reset-failed hoso.service
in_root systemctl start hoso.service && fail 'it started without its State'
until_true is hoso.service ActiveState failed || fail 'it is tried for ever'
sleep 1
[ "$(told)" -gt "$before" ] || fail 'root was not told of the service'
in_root rm /run/systemd/system/hoso.service.d/test.conf
in_root systemctl daemon-reload
in_root systemctl reset-failed hoso.service

say 'the nightly timer, where no daemon is'
in_root systemctl start hoso-nightly.service || fail 'the nightly run failed'
is hoso-nightly.service Result success || fail 'the nightly run did not end well'
in_root hoso status | grep -q nightly || fail 'no nightly in the status'

say 'a nightly run that fails is told to root'
in_root mv /etc/hoso/config/agencies.xml /etc/hoso/agencies.kept
in_root systemctl start hoso-nightly.service && fail 'a run without agencies went well'
until_true sh -c "nsenter --target $pid --all --root --wd journalctl --no-pager -o cat -t hoso | grep -q 'hoso-nightly failed'" || fail 'root was not told'
in_root mv /etc/hoso/agencies.kept /etc/hoso/config/agencies.xml

say "what each boot does leaves an administrator's rights alone"
in_root systemd-sysusers hoso.conf
in_root chgrp adm /var/spool/hoso/Inbox/payments
in_root chmod 2750 /var/spool/hoso/Inbox/payments
in_root systemd-tmpfiles --create hoso.conf
[ "$(in_root stat -c '%a %G' /var/spool/hoso/Inbox/payments)" = '2750 adm' ] || fail 'the rights of a folder are undone'
in_root install -d -o hoso -g hoso -m 2770 /var/spool/hoso/Inbox/payments

say 'a second site, by the template'
in_root install -d -o hoso -g hoso -m 751 /srv/hoso
in_root setpriv --reuid=hoso --regid=hoso --init-groups hoso init /srv/hoso/thu-hai
in_root sh -c 'cd /srv/hoso/thu-hai && find Inbox -type d -exec chmod 2770 {} + && chmod 751 . &&
    install -d -o hoso -g hoso -m 2771 Inbox Inbox/agencies Outbox Outbox/agencies'
in_root systemctl start hoso@thu-hai.service hoso-nightly@thu-hai.timer hoso-mail@thu-hai.path hoso-mail@thu-hai.timer ||
    fail 'the template does not start'
is hoso@thu-hai.service ActiveState active || fail 'the second site is not served'
in_root systemctl start hoso-nightly@thu-hai.service || fail 'the nightly run of the second site failed'
in_root systemctl start hoso-mail@thu-hai.service || fail 'the letters of the second site are not handed over'
in_root systemctl stop hoso-nightly@thu-hai.timer hoso-mail@thu-hai.path hoso-mail@thu-hai.timer
in_root systemctl stop hoso@thu-hai.service
is hoso@thu-hai.service Result success || fail 'the second site did not stop well'

say 'the hardening, as the running systemd sees it'
in_root systemd-analyze security --no-pager --threshold=15 hoso.service | tail -1

in_root systemctl disable --now hoso.service hoso-nightly.timer hoso-mail.path hoso-mail.timer
say 'all is well under systemd'
