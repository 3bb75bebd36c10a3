#!/bin/sh
# Loads what `hoso export` wrote into a PostgreSQL server of its own, as docs/reports.md says, and compares every row.
#
# usage: warehouse.sh HOSO SITE
#
# The server listens on a Unix socket in a folder of its own alone, and is gone at the end. As root it runs as the user postgres
# or nobody, since PostgreSQL refuses root. Ends with 77 where no server is installed.
set -eu
hoso=$1
site=$2

PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
for program in initdb postgres pg_ctl psql; do
    command -v $program >/dev/null || { echo "skipped: PostgreSQL is not installed ($program is missing)"; exit 77; }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/hoso-pg-XXXXXX")
as=
if [ "$(id -u)" = 0 ]; then
    user=postgres
    id postgres >/dev/null 2>&1 || user=nobody
    chown "$user" "$work"
    as="setpriv --reuid=$user --regid=$(id -g $user) --clear-groups env PATH=$PATH HOME=$work"
fi
cleanup() {
    $as pg_ctl -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap cleanup EXIT
cd "$work"

$as initdb -D "$work/data" -A trust -U warehouse --no-sync -E UTF8 --locale=C >/dev/null
$as pg_ctl -D "$work/data" -w -l "$work/log" -o "-c listen_addresses= -c fsync=off -k $work" start >/dev/null || { cat "$work/log"; exit 1; }
ask() { psql -X -q -v ON_ERROR_STOP=1 -h "$work" -U warehouse -d postgres "$@"; }

for format in sql csv jsonl; do "$hoso" --site "$site" export --format $format "$work/out" >/dev/null; done
chmod -R a+rX "$work/out"

# Twice, since a warehouse is loaded again and again; and over a table of before, which has not every column.
ask -f out/dossiers.sql -c "ALTER TABLE hoso_dossiers DROP COLUMN central, DROP COLUMN suspect, DROP COLUMN new_date"
for time in 1 2; do ask -f out/dossiers.sql -f out/events.sql; done

for table in dossiers events; do
    # The rows as JSON, and those of the server with times told in the site's zone: the same objects.
    lines=$(wc -l < out/$table.jsonl)
    rows=$(ask -At -c "SELECT count(*) FROM hoso_$table")
    [ "$lines" -gt 0 ] && [ "$rows" = "$lines" ] || { echo "$table: $rows rows in the server, $lines were exported"; exit 1; }
    ask -c "CREATE TABLE said (row jsonb)" -c "\\copy said FROM '$work/out/$table.jsonl' WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')"
    differing=$(ask -At -c "SELECT count(*) FROM (SELECT t.* FROM said, jsonb_populate_record(NULL::hoso_$table, row) AS t EXCEPT TABLE hoso_$table) AS other")
    ask -c "DROP TABLE said"
    [ "$differing" = 0 ] || { echo "$table: $differing rows differ"; exit 1; }
    # The same from CSV into a table of its own.
    ask -c "CREATE TABLE plain (LIKE hoso_$table INCLUDING ALL)" \
        -c "\\copy plain FROM '$work/out/$table.csv' WITH (FORMAT csv, HEADER true)"
    differing=$(ask -At -c "SELECT count(*) FROM ((TABLE plain EXCEPT TABLE hoso_$table) UNION ALL (TABLE hoso_$table EXCEPT TABLE plain)) AS other")
    ask -c "DROP TABLE plain"
    [ "$differing" = 0 ] || { echo "$table: $differing rows differ between SQL and CSV"; exit 1; }
    echo "$table: $rows rows, the same by SQL, CSV and JSON"
done
ask -At -c "SELECT agency, date_trunc('month', finished_at AT TIME ZONE 'Asia/Ho_Chi_Minh') AS month,
    round(100.0 * count(*) FILTER (WHERE finished_at <= due) / count(*), 1) AS in_time
    FROM hoso_dossiers WHERE ending = 'resolved' AND due IS NOT NULL AND NOT central AND NOT suspect
    AND received_at >= '2018-04-20 00:00+07' GROUP BY 1, 2 ORDER BY 1, 2" | head -3
