#!/bin/sh
# Makes hoso_VERSION_ARCH.deb of a program that was built with the Swift runtime inside.
# usage: build.sh PROGRAM OUTPUT-FOLDER
set -eu
program=$1
output=$2
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
version=$(sed -n 's/.*static let version = "\(.*\)".*/\1/p' "$source/Sources/hoso/Hoso.swift")
architecture=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"

cp "$program" "$root/hoso"
strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/hoso"
tree="$root/tree"
umask 022
sh "$source/packaging/install.sh" "$root/hoso" "$tree" /usr
doc="$tree/usr/share/doc/hoso"
rm -rf "$doc/LICENSE"
install -m 644 "$here/copyright" "$doc/copyright"
sed "s/@VERSION@/$version/" "$here/changelog" | gzip -9nc >"$doc/changelog.gz"
chmod 644 "$doc/changelog.gz"
install -D -m 644 "$here/lintian-overrides" "$tree/usr/share/lintian/overrides/hoso"
# No conffiles: with them an upgrade would put its samples into the office's catalogue. postinst copies the sample, once.
rm -rf "$tree/etc"

install -d "$tree/DEBIAN"
(cd "$tree" && find usr -type f | LC_ALL=C sort | xargs -d '\n' md5sum) >"$tree/DEBIAN/md5sums"
for script in postinst prerm postrm; do install -m 755 "$here/$script" "$tree/DEBIAN/$script"; done
size=$(du -ks --exclude=DEBIAN "$tree" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" "$here/control" >"$tree/DEBIAN/control"
chmod 644 "$tree/DEBIAN/control" "$tree/DEBIAN/md5sums"

install -d "$output"
dpkg-deb --root-owner-group -Zxz --build "$tree" "$output/hoso_${version}_${architecture}.deb"
