import {
  type FileNoun,
  filesAttached,
  filesDetached,
  type KeptFile,
  problem,
} from '@antt/contracts';
import { currentPrincipal, publish } from '@antt/service-kit';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { FileEntity, FileLinkEntity } from './file.entity.ts';

/**
 * Gives files to a thing of the noun; those that it has already stay. Whoever calls has settled that the sender
 * may write the thing; a file that nobody gave to anything yet must be the sender's own.
 */
export async function attachFiles(
  tx: EntityManager,
  noun: FileNoun,
  nounId: string,
  fileIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)].sort();
  const held = await tx.findBy(FileLinkEntity, { noun, nounId, fileId: In(wanted) });
  const standing = new Set(held.filter((link) => !link.detachedAt).map((link) => link.fileId));
  const missing = wanted.filter((id) => !standing.has(id));
  if (missing.length === 0) return;
  // Locked: the sweep of files that belong to nothing must not take them meanwhile.
  const files = await tx.find(FileEntity, {
    where: { id: In(missing) },
    lock: { mode: 'pessimistic_write' },
  });
  const again = new Set(held.map((link) => link.fileId));
  for (const id of missing) {
    const file = files.find((one) => one.id === id);
    const isOwn = file?.accountId === currentPrincipal().accountId || again.has(id);
    if (!file || !isOwn) throw problem('file-not-found', { id });
    if (file.noun !== noun) throw problem('file-is-for-another-noun', { id, name: file.name });
  }
  await tx.query(
    `insert into file_link (file_id, noun, noun_id) select unnest($1::uuid[]), $2, $3
     on conflict (file_id, noun, noun_id) do update set detached_at = null`,
    [missing, noun, nounId],
  );
  await publish(tx, filesAttached, { noun, nounId, fileIds: missing });
}

/** Takes files off a thing. They are kept, for its history, but listed and opened through it no more. */
export async function detachFiles(
  tx: EntityManager,
  noun: FileNoun,
  nounId: string,
  fileIds: readonly string[],
): Promise<void> {
  const links = { noun, nounId, fileId: In([...fileIds]), detachedAt: IsNull() };
  const standing = await tx.findBy(FileLinkEntity, links);
  if (standing.length === 0) return;
  await tx.update(FileLinkEntity, links, { detachedAt: new Date() });
  await publish(tx, filesDetached, { noun, nounId, fileIds: standing.map((link) => link.fileId) });
}

/** The files of each thing of the noun, oldest first; a thing without any is not in the answer. */
export async function filesOf(
  db: EntityManager,
  noun: FileNoun,
  nounIds: readonly string[],
): Promise<Map<string, KeptFile[]>> {
  const rows: { noun_id: string; files: KeptFile[] }[] = await db.query(
    `select l.noun_id, json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type,
              'size', f.size, 'sha256', f.sha256, 'keptAt', f.kept_at) order by l.attached_at, f.id) as files
       from file_link l join file f on f.id = l.file_id
      where l.noun = $1 and l.noun_id = any ($2) and l.detached_at is null group by l.noun_id`,
    [noun, nounIds],
  );
  const dated = (file: KeptFile) => ({ ...file, keptAt: new Date(file.keptAt).toISOString() });
  return new Map(rows.map(({ noun_id, files }) => [noun_id, files.map(dated)]));
}

/** What a file belongs to today. */
export function thingsOf(db: EntityManager, fileId: string): Promise<FileLinkEntity[]> {
  return db.findBy(FileLinkEntity, { fileId, detachedAt: IsNull() });
}

/** Has anything ever had the file? */
export async function wasGiven(db: EntityManager, fileId: string): Promise<boolean> {
  return db.existsBy(FileLinkEntity, { fileId, nounId: Not(IsNull()) });
}
