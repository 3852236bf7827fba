-- One service: its schema, the role that owns the tables (…_migrator) and the role it works as.
-- Run as administrator with antt.service, antt.password and antt.migrator_password set for the
-- session; may be repeated at every start.
do $$
declare
  service text := current_setting('antt.service');
  migrator text := service || '_migrator';
  role text;
begin
  foreach role in array array[service, migrator] loop
    begin
      execute format('create role %I', role);
    exception when duplicate_object or unique_violation then null; -- made by an earlier start
    end;
    -- Imports stage their rows in temporary tables.
    execute format('grant connect, temporary on database %I to %I', current_database(), role);
    -- A service sees its own tables and the extensions, never another service's.
    execute format('alter role %I in database %I set search_path to %I, public',
                   role, current_database(), service);
  end loop;

  execute format('alter role %I login password %L', service, current_setting('antt.password'));
  execute format('alter role %I login password %L', migrator, current_setting('antt.migrator_password'));

  -- Managed servers give an administrator who is no superuser: he must be a member to hand over the schema.
  execute format('grant %I to current_user', migrator);
  execute format('create schema if not exists %I authorization %I', service, migrator);
  execute format('grant usage on schema %I to %I', service, service);

  execute format('alter default privileges for role %I in schema %I
                    grant select, insert, update, delete on tables to %I', migrator, service, service);
  execute format('alter default privileges for role %I in schema %I
                    grant usage, select on sequences to %I', migrator, service, service);
end $$;
