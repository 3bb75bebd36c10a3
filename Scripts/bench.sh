#!/bin/sh
# Runs generated dossiers through a new site and says how long it took; figures hold for one machine and one run only.
# usage: bench.sh HOSO [COUNT]
set -eu
hoso=$1
count=${2:-500}
site=$(mktemp -d)
trap 'rm -rf "$site"' EXIT
rmdir "$site"
"$hoso" init "$site" >/dev/null
sed -i 's/settleAfter="[^"]*"/settleAfter="0s"/' "$site/config/hoso.xml"
scan="$site/scan.pdf"
{ printf '%%PDF-1.4\n'; head -c 180000 /dev/zero | tr '\0' 'x'; } >"$scan"
digest=$(sha256sum "$scan" | cut -d' ' -f1)
size=$(stat -c %s "$scan")
number=0
while [ "$number" -lt "$count" ]; do
    number=$((number + 1))
    package="$site/Inbox/online/.p$number"
    mkdir "$package"
    cp "$scan" "$package/cccd.pdf"
    cat >"$package/hoso.xml" <<XML
<submission xmlns="urn:hoso:package:1" id="bench-$number"><procedure code="1.004269" level="3"/>
<submitter account="0900000001"><name>Mẫu</name><idNumber>062090001234</idNumber><phone>0900000001</phone>
<email>mau@example.vn</email><address>Kon Tum</address></submitter>
<submittedAt>2026-11-23T08:15:00+07:00</submittedAt><resultDelivery>counter</resultDelivery>
<form component="PYC"><field name="a">b</field></form>
<attachments><attachment component="CCCD" file="cccd.pdf" size="$size" sha256="$digest"/></attachments></submission>
XML
    mv "$package" "$site/Inbox/online/p$number"
done
start=$(date +%s.%N)
"$hoso" --site "$site" once
end=$(date +%s.%N)
taken=$("$hoso" --site "$site" list --format tsv | tail -n +2 | wc -l)
echo "$taken of $count packages of 180 KB taken in" \
    "$(echo "$start $end $count" | awk '{printf "%.1f s, %.0f a second", $2 - $1, $3 / ($2 - $1)}')"
