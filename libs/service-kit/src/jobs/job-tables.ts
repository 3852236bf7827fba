/** Tables of long work, as statements for a service's migration; `jobFileTables` go on from there. */
export const jobTables: readonly string[] = [
  `create table job (
    id text primary key,
    kind text not null,
    dry_run boolean not null,
    status text not null,
    file_name text not null,
    file bytea not null,
    options jsonb not null,
    progress jsonb not null default '{"phase": "waiting", "done": 0, "total": null}',
    counts jsonb not null default '{}',
    errors int not null default 0,
    warnings int not null default 0,
    principal jsonb not null,
    account_id uuid not null,
    traceparent text not null,
    attempts int not null default 0,
    created_at timestamptz not null default now(),
    beat_at timestamptz,
    finished_at timestamptz
  )`,
  `create index job_account on job (account_id, created_at desc)`,
  `create index job_open on job (created_at) where status in ('queued', 'running')`,
  `create table job_problem (
    job_id text not null,
    seq int not null,
    body jsonb not null,
    primary key (job_id, seq),
    constraint job_not_found foreign key (job_id) references job (id) on delete cascade
  )`,
];

/** What a job keeps when its file has gone, as statements for a service's next migration. */
export const jobFileTables: readonly string[] = [
  `alter table job
     alter column file drop not null,
     add column sha256 text,
     add column size bigint`,
  `update job set sha256 = encode(sha256(file), 'hex'), size = octet_length(file)`,
  `alter table job
     alter column sha256 set not null,
     alter column size set not null`,
  `create index job_file on job (finished_at) where file is not null`,
];
