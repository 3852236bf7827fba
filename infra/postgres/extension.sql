-- Run in the platform's database as its administrator; may be repeated at every start.
create extension if not exists postgis schema public;
create extension if not exists btree_gist schema public;
create extension if not exists unaccent schema public;
create extension if not exists pg_trgm schema public;

do $$
begin
  -- current_date is the Vietnamese day, whatever the server's own clock says.
  execute format('alter database %I set timezone to %L', current_database(), 'Asia/Ho_Chi_Minh');
  execute format('revoke all on database %I from public', current_database());
end $$;

revoke create on schema public from public;
