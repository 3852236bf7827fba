import {
  fileKept,
  fileNouns,
  holds,
  type keepFile,
  type KeptFile,
  type openFile,
  problem,
} from '@antt/contracts';
import type { Input, Output, Problem } from '@antt/kernel';
import {
  currentPrincipal,
  fileContent,
  Files,
  handFile,
  publish,
  sameAgain,
  takeFile,
} from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { thingsOf, wasGiven } from './attached-files.ts';
import { assertMayRead } from './file-readers.ts';
import { FileEntity } from './file.entity.ts';

@Injectable()
export class FileService {
  constructor(
    private readonly db: EntityManager,
    private readonly files: Files,
  ) {}

  async keep({ id, noun, file }: Input<typeof keepFile>): Promise<KeptFile> {
    const permission = fileNouns[noun].write;
    const sender = currentPrincipal();
    if (!holds(sender, permission)) throw problem('not-allowed', { permission });
    const { about: taken, bytes } = await takeFile(this.files, file);
    const about = { noun, ...taken, accountId: sender.accountId };
    const kept = await this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(FileEntity, { id });
      if (known) return keptFile(sameAgain(known, about));
      await tx.insert(FileEntity, { id, ...about });
      await fileContent.put(tx, id, bytes);
      const kept = keptFile(await tx.findOneByOrFail(FileEntity, { id }));
      await publish(tx, fileKept, { ...kept, noun });
      return kept;
    });
    await this.files.delete(file).catch(() => {});
    return kept;
  }

  async open({ id, known }: Input<typeof openFile>): Promise<Output<typeof openFile>> {
    const found = await this.db.findOneBy(FileEntity, { id });
    if (!found) throw problem('file-not-found', { id });
    await this.assertMayOpen(found);
    const kept = keptFile(found);
    if (known === kept.sha256) return { ...kept, file: null };
    const bytes = await fileContent.get(this.db, id);
    return { ...kept, file: await handFile(this.files, kept.name, bytes) };
  }

  /** Its sender, until it belongs to something; then who may read any of what it belongs to. */
  private async assertMayOpen({ id, accountId }: FileEntity): Promise<void> {
    const things = await thingsOf(this.db, id);
    if (things.length === 0) {
      const isOwn = accountId === currentPrincipal().accountId;
      if (isOwn && !(await wasGiven(this.db, id))) return;
      throw problem('file-not-found', { id });
    }
    let refusal: Problem | null = null;
    for (const { noun, nounId } of things) {
      refusal = await assertMayRead(this.db, noun, nounId).then(
        () => null,
        (error: Problem) => error,
      );
      if (!refusal) return;
    }
    // whose things it belongs to is not told to who may see none of them
    throw refusal?.type === 'not-allowed' ? refusal : problem('file-not-found', { id });
  }
}

function keptFile({ id, name, type, size, sha256, keptAt }: FileEntity): KeptFile {
  return { id, name, type, size, sha256, keptAt: keptAt.toISOString() };
}
