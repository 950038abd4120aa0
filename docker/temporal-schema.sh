#!/bin/sh
# Makes Temporal's two databases and brings their schemas up to this release; may run again and again.
set -eu

for name in temporal temporal_visibility; do
  folder=${name#temporal_}
  tool() {
    temporal-sql-tool --plugin postgres12 --endpoint postgres --port 5432 --user millrace --database "$name" "$@"
  }
  tool create-database
  tool setup-schema --version 0.0
  tool update-schema --schema-dir "/etc/temporal/schema/postgresql/v12/$folder/versioned"
done
