import {
  type keepPersonFile,
  type listPersonFiles,
  type openPersonFile,
  type Permission,
  type PersonFile,
  personFileKept,
  PersonFileKind,
  personFileKinds,
  personFileLimit,
  personFileOpened,
  PersonFileType,
  personFileWithdrawn,
  problem,
  typesOfPersonFile,
  type withdrawPersonFile,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
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
import { createHash } from 'node:crypto';
import { EntityManager, In } from 'typeorm';
import { permittedOf } from '../people/permitted.ts';
import { assertPerson, communeOf, peopleScope, survivorOf } from '../people/person-scope.ts';
import { Sealer } from '../sealing/sealer.ts';
import { PersonFileEntity } from './person-file.entity.ts';
import { withoutMetadata } from './picture.rules.ts';
import { UnreadablePicture } from './unreadable-picture.ts';

type Taken = Awaited<ReturnType<typeof takeFile>>;

/** What it takes to read files of a kind. */
const needed = (kind: PersonFileKind): readonly Permission[] => personFileKinds[kind];

/** Portraits, decisions, certificates and other papers of people: sealed, and each opening goes into the audit log. */
@Injectable()
export class PersonFileService {
  constructor(
    private readonly db: EntityManager,
    private readonly files: Files,
    private readonly sealer: Sealer,
  ) {}

  async list(question: Input<typeof listPersonFiles>): Promise<Output<typeof listPersonFiles>> {
    const id = await survivorOf(this.db, question.id);
    await assertPerson(this.db, 'person.read', id, today());
    const may = await permittedOf(this.db, id, today());
    const kinds = PersonFileKind.options.filter((kind) => needed(kind).every(may));
    const records: { id: string }[] = await this.db.query('select id from person_records($1)', [
      id,
    ]);
    const rows = await this.db.find(PersonFileEntity, {
      where: { personId: In(records.map((record) => record.id)), kind: In(kinds) },
      order: { keptAt: 'desc', id: 'desc' },
    });
    const seesWithdrawn = await mayWrite(this.db, id);
    return {
      items: rows
        .filter(({ withdrawnAt }) => !withdrawnAt || seesWithdrawn)
        .map((row) => this.shown(row)),
      withheld: PersonFileKind.options.filter((kind) => !kinds.includes(kind)),
    };
  }

  async keep({ id, personId, kind, file }: Input<typeof keepPersonFile>): Promise<PersonFile> {
    await assertPerson(this.db, 'person.write', personId, today());
    const accepted = { types: typesOfPersonFile(kind), limit: personFileLimit };
    const taken = await takeFile(this.files, file, accepted);
    const { about, bytes } = kind === 'portrait' ? portraitOf(taken) : taken;
    const kept = await this.db.transaction(async (tx) => {
      // Again under the lock: it must not be closed, merged or removed meanwhile.
      await tx.query('select from person where id = $1 for share', [personId]);
      await assertPerson(tx, 'person.write', personId, today());
      const { name, size, sha256 } = about;
      const type = PersonFileType.parse(about.type);
      const known = await tx.findOneBy(PersonFileEntity, { id });
      if (known) {
        sameAgain<Partial<PersonFileEntity>>(known, { personId, kind, type, size, sha256 });
        return this.shown(known);
      }
      await tx.insert(PersonFileEntity, {
        ...{ id, personId, kind, type, size, sha256 },
        name: this.sealer.seal(name, { personId: id, field: 'file-name' }),
        keptBy: currentPrincipal().username,
      });
      const place = { personId: id, field: 'file' };
      await fileContent.put(tx, id, this.sealer.sealBytes(Buffer.from(bytes), place));
      await publish(tx, personFileKept, { id, personId, kind });
      return this.shown(await tx.findOneByOrFail(PersonFileEntity, { id }));
    });
    await this.files.delete(file).catch(() => {});
    return kept;
  }

  async open({ id }: Input<typeof openPersonFile>): Promise<Output<typeof openPersonFile>> {
    const row = await this.readable(this.db, id);
    const { personId, kind } = row;
    const sealed = Buffer.from(await fileContent.get(this.db, id));
    const bytes = this.sealer.openBytes(sealed, { personId: id, field: 'file' });
    const kept = this.shown(row);
    // Told before it is handed out: what was read and not written down would be read unseen.
    await this.db.transaction((tx) => publish(tx, personFileOpened, { id, personId, kind }));
    return { ...kept, file: await handFile(this.files, kept.name, bytes) };
  }

  withdraw({ id, reason }: Input<typeof withdrawPersonFile>): Promise<PersonFile> {
    return this.db.transaction(async (tx) => {
      const { personId, kind, withdrawnAt } = await this.readable(tx, id, true);
      await assertPerson(tx, 'person.write', personId, today());
      if (withdrawnAt) throw problem('person-file-is-withdrawn', { id });
      await tx.update(PersonFileEntity, { id }, { withdrawnAt: () => 'now()' });
      await publish(tx, personFileWithdrawn, { id, personId, kind, reason });
      return this.shown(await tx.findOneByOrFail(PersonFileEntity, { id }));
    });
  }

  /** Of somebody outside the area it is not found, like the person. */
  private async readable(db: EntityManager, id: string, locked = false): Promise<PersonFileEntity> {
    const lock = locked ? ({ mode: 'pessimistic_write' } as const) : undefined;
    const row = await db.findOne(PersonFileEntity, { where: { id }, lock });
    if (!row) throw problem('person-file-not-found', { id });
    const survivor = await survivorOf(db, row.personId);
    await assertPerson(db, 'person.read', survivor, today()).catch(() => {
      throw problem('person-file-not-found', { id });
    });
    const may = await permittedOf(db, survivor, today());
    const permission = needed(row.kind).find((one) => !may(one));
    if (permission) throw problem('not-allowed', { permission });
    if (row.withdrawnAt && !(await mayWrite(db, survivor))) {
      throw problem('person-file-not-found', { id });
    }
    return row;
  }

  // Bound to the file and not to the person: a merger makes it somebody else's.
  private shown({ name, keptAt, withdrawnAt, keptBy: _, ...row }: PersonFileEntity): PersonFile {
    return {
      ...row,
      name: this.sealer.open(name, { personId: row.id, field: 'file-name' }),
      keptAt: keptAt.toISOString(),
      withdrawn: withdrawnAt !== null,
    };
  }
}

/** Where and by which device it was taken is nobody's business; a paper stays byte for byte what it is. */
function portraitOf({ about, bytes }: Taken): Taken {
  const { name, type } = about;
  try {
    const clean = withoutMetadata(type, bytes);
    const sha256 = createHash('sha256').update(clean).digest('hex');
    return { about: { ...about, size: clean.length, sha256 }, bytes: clean };
  } catch (error) {
    if (error instanceof UnreadablePicture) throw problem('portrait-unreadable', { name });
    throw error;
  }
}

/** Does the sender keep the record, whether or not it is closed for editing now? */
async function mayWrite(db: EntityManager, personId: string): Promise<boolean> {
  const scope = await peopleScope(db, 'person.write', today());
  return scope === null || scope.includes(await communeOf(db, personId, today()));
}
