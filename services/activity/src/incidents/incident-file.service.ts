import {
  type IncidentFile,
  incidentFileKept,
  incidentFileLimit,
  incidentFileOpened,
  IncidentFileType,
  type keepIncidentFile,
  type openIncidentFile,
  problem,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
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
import { assertTeam, holdsTeam } from './incident-scope.ts';
import { IncidentEntity, IncidentFileEntity } from './incident.entity.ts';

/** Photos and papers that show what a record says; what they are is decided by their bytes. */
@Injectable()
export class IncidentFileService {
  constructor(
    private readonly db: EntityManager,
    private readonly files: Files,
  ) {}

  async keep({ id, incidentId, file }: Input<typeof keepIncidentFile>): Promise<IncidentFile> {
    await this.assertWritable(this.db, incidentId);
    const accepted = { types: IncidentFileType.options, limit: incidentFileLimit };
    const { about, bytes } = await takeFile(this.files, file, accepted);
    const kept = await this.db.transaction(async (tx) => {
      await this.assertWritable(tx, incidentId);
      const { name, size, sha256 } = about;
      const type = IncidentFileType.parse(about.type);
      const known = await tx.findOneBy(IncidentFileEntity, { id });
      if (known) {
        return shown(sameAgain<IncidentFileEntity>(known, { incidentId, type, size, sha256 }));
      }
      const keptBy = currentPrincipal().username;
      await tx.insert(IncidentFileEntity, { id, incidentId, name, type, size, sha256, keptBy });
      await fileContent.put(tx, id, bytes);
      await publish(tx, incidentFileKept, { id, incidentId });
      return shown(await tx.findOneByOrFail(IncidentFileEntity, { id }));
    });
    await this.files.delete(file).catch(() => {});
    return kept;
  }

  /** Told before it is handed out: what was read and not written down would be read unseen. */
  async open({ id }: Input<typeof openIncidentFile>): Promise<Output<typeof openIncidentFile>> {
    const absent = problem('incident-file-not-found', { id });
    const row = await this.db.findOneBy(IncidentFileEntity, { id });
    if (!row) throw absent;
    const { incidentId } = row;
    const { teamId } = await this.db.findOneByOrFail(IncidentEntity, { id: incidentId });
    if (!(await holdsTeam(this.db, 'incident.read', teamId))) throw absent;
    const bytes = await fileContent.get(this.db, id);
    await this.db.transaction((tx) => publish(tx, incidentFileOpened, { id, incidentId }));
    return { ...shown(row), file: await handFile(this.files, row.name, bytes) };
  }

  private async assertWritable(db: EntityManager, id: string): Promise<void> {
    const incident = await db.findOneBy(IncidentEntity, { id });
    const isSeen = incident && (await holdsTeam(db, 'incident.read', incident.teamId));
    if (!isSeen) throw problem('incident-not-found', { id });
    await assertTeam(db, 'incident.write', incident.teamId);
    if (incident.state === 'withdrawn') throw problem('incident-is-withdrawn', { id });
  }
}

/** The evidence of a record, the first one first. */
export async function incidentFilesOf(db: EntityManager, id: string): Promise<IncidentFile[]> {
  const rows = await db.find(IncidentFileEntity, {
    where: { incidentId: id },
    order: { keptAt: 'asc', id: 'asc' },
  });
  return rows.map(shown);
}

function shown({ keptAt, keptBy: _, ...row }: IncidentFileEntity): IncidentFile {
  return { ...row, keptAt: keptAt.toISOString() };
}
