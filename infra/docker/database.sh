#!/usr/bin/env bash
# Run once by the database image on an empty volume: extensions, then a schema and two roles for each service.
set -euo pipefail

sql=${SQL_FOLDER:-/antt/postgres}
database=${POSTGRES_DB:-antt}

psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d "$database" -f "$sql/extension.sql"

for service in identity organisation personnel activity; do
  password="${service^^}_DATABASE_PASSWORD"
  migrator_password="${service^^}_MIGRATOR_PASSWORD"
  psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d "$database" \
    -v service="$service" -v password="${!password:?}" -v migrator_password="${!migrator_password:?}" <<SQL
select set_config('antt.service', :'service', false) as service,
       set_config('antt.password', :'password', false) is not null as password,
       set_config('antt.migrator_password', :'migrator_password', false) is not null as migrator \gset
\i $sql/service.sql
SQL
done
