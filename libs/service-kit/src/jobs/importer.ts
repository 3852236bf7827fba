import type { ImportKind, ImportOptions, Permission, RowProblem } from '@antt/contracts';
import type { EntityManager } from 'typeorm';

/** The uploaded file of a job. */
export type ImportFile = { name: string; bytes: Uint8Array; options: ImportOptions };

/** What a file says, and what is wrong with how it says it. */
export type Reading<T> = { content: T | null; problems: RowProblem[] };

/** What `apply` is lent by the job it runs in. */
export type ImportTools = {
  jobId: string;
  /** Everything will be taken back: what costs much, or leaves the database, need not be done. */
  dryRun: boolean;
  /** What is told of as done, out of `total`. */
  progress: (done: number, total: number) => void;
};

/** What happened, or would happen (a dry run does everything and takes it back). */
export type Outcome = {
  counts: Record<string, number>;
  problems: RowProblem[];
  /** Writes what the job keeps besides, together with its end: also what a dry run found out. */
  keep?: (db: EntityManager) => Promise<void>;
};

/**
 * Takes one kind of file in. `read` looks at the file alone; `apply` checks it against what is there and
 * writes it, all in one transaction that is taken back on any error, and always on a dry run.
 */
export type Importer<T = unknown> = {
  kind: ImportKind;
  permission: Permission;
  read(file: ImportFile): Promise<Reading<T>>;
  apply(
    tx: EntityManager,
    content: T,
    file: Omit<ImportFile, 'bytes'>,
    tools: ImportTools,
  ): Promise<Outcome>;
};

/** How the files of jobs lie in the database: as they came, or sealed where they hold what no disk may tell. */
export type FileSeal = { seal(bytes: Buffer): Buffer; open(kept: Buffer): Buffer };

/** As they came. */
export const unsealed: FileSeal = { seal: (bytes) => bytes, open: (kept) => kept };
