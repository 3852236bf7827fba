import {
  type correctDetail,
  detailCorrected,
  DetailKind,
  detailKinds,
  detailRecorded,
  detailRevealed,
  detailWithdrawn,
  type listDetails,
  type PersonDetail,
  problem,
  type recordDetail,
  type revealDetail,
  type withdrawDetail,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain, sql, uuidv7 } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Sealer } from '../sealing/sealer.ts';
import { accountIndex } from './account.rules.ts';
import { DetailEntity } from './detail.entity.ts';
import { parted, shownContent, slotOf } from './detail.rules.ts';
import { permittedOf } from './permitted.ts';
import { assertPerson, survivorOf } from './person-scope.ts';

const listSql = sql(import.meta.url, './list-details.sql');

type Kept = { content: object; sealed: Buffer | null };
type Row = Omit<PersonDetail, 'content' | 'corrections' | 'revealable'> & {
  kind: DetailKind;
  corrections: (Omit<PersonDetail['corrections'][number], 'content'> & {
    content: object;
    sealed: string | null;
  })[];
} & Kept;

/** Residences, insurance, accounts, former service and kin: each for days, none ever overwritten. */
@Injectable()
export class DetailService {
  constructor(
    private readonly db: EntityManager,
    private readonly sealer: Sealer,
  ) {}

  async list(question: Input<typeof listDetails>): Promise<Output<typeof listDetails>> {
    const on = question.on ?? today();
    const id = await survivorOf(this.db, question.id);
    await assertPerson(this.db, 'person.read', id, on);
    const may = await permittedOf(this.db, id, on);
    const kinds = DetailKind.options.filter((kind) => !question.kind || kind === question.kind);
    const readable = kinds.filter((kind) => detailKinds[kind].read.some(may));
    const rows: Row[] = await this.db.query(listSql, [id, question.on ?? null, readable]);
    return {
      items: rows.map((row) => this.shown(row, may)),
      withheld: kinds.filter((kind) => !readable.includes(kind)),
    };
  }

  /** The one that holds that day ends; one that is recorded from a later day on is an obstacle. */
  record(command: Input<typeof recordDetail>): Promise<PersonDetail> {
    const { id, personId, content, validFrom, validTo } = command;
    return this.db.transaction(async (tx) => {
      await assertPerson(tx, 'person.write', personId, today());
      const { open, number = null } = parted(content);
      const known = await tx.findOneBy(DetailEntity, { id });
      if (known) {
        sameAgain<Partial<DetailEntity>>(known, { personId, content: open, validFrom, validTo });
        if (this.opened(id, content.kind, known.sealed) !== number) {
          throw problem('id-reused', { id, field: 'number' });
        }
        return this.one(tx, id, personId);
      }
      const slot = slotOf(content);
      if (slot !== null) {
        await tx.query(
          `update person_detail set valid_to = $4
            where person_id = $1 and kind = $2 and slot = $3 and withdrawn_at is null
              and valid_to is null and valid_from < $4`,
          [personId, content.kind, slot, validFrom],
        );
      }
      const sealed = this.sealed(id, content.kind, number);
      const numberIndex = this.indexOf(content.kind, number);
      const row = { id, personId, kind: content.kind, slot, content: open, sealed, numberIndex };
      await tx.insert(DetailEntity, { ...row, validFrom, validTo } as never);
      await publish(tx, detailRecorded, { id, personId, kind: content.kind });
      return this.one(tx, id, personId);
    });
  }

  correct(command: Input<typeof correctDetail>): Promise<PersonDetail> {
    const { id, content, validFrom, validTo, reason } = command;
    return this.db.transaction(async (tx) => {
      const former = await this.keepFormer(tx, id, reason);
      const { personId, kind } = former;
      if (kind !== content.kind) throw problem('person-detail-is-of-another-kind', { id });
      const { open, number } = parted(content);
      const sealed = number === undefined ? former.sealed : this.sealed(id, kind, number);
      const numberIndex = number === undefined ? former.numberIndex : this.indexOf(kind, number);
      const row = { slot: slotOf(content), content: open, sealed, numberIndex, validFrom, validTo };
      await tx.update(DetailEntity, { id }, row as never);
      await publish(tx, detailCorrected, { id, personId, kind, reason });
      return this.one(tx, id, personId);
    });
  }

  withdraw({ id, reason }: Input<typeof withdrawDetail>): Promise<PersonDetail> {
    return this.db.transaction(async (tx) => {
      const { personId, kind } = await this.keepFormer(tx, id, reason);
      await tx.update(DetailEntity, { id }, { withdrawnAt: () => 'now()' });
      await publish(tx, detailWithdrawn, { id, personId, kind, reason });
      return this.one(tx, id, personId);
    });
  }

  async reveal({ id, reason }: Input<typeof revealDetail>): Promise<Output<typeof revealDetail>> {
    const { personId, kind, sealed } = await this.found(this.db, id);
    const permission = detailKinds[kind].reveal;
    if (!permission) return { number: null };
    const may = await permittedOf(this.db, personId, today());
    if (!may(permission)) throw problem('not-allowed', { permission });
    return this.db.transaction(async (tx) => {
      await publish(tx, detailRevealed, { id, personId, kind, reason });
      return { number: this.opened(id, kind, sealed) };
    });
  }

  private async keepFormer(tx: EntityManager, id: string, reason: string): Promise<DetailEntity> {
    const former = await this.found(tx, id, true);
    await assertPerson(tx, 'person.write', former.personId, today());
    if (former.withdrawnAt) throw problem('person-detail-is-withdrawn', { id });
    await tx.query(
      `insert into person_detail_correction
              (id, detail_id, content, sealed, valid_from, valid_to, reason, corrected_by)
       select $2, id, content, sealed, valid_from, valid_to, $3, $4 from person_detail where id = $1`,
      [id, uuidv7(), reason, currentPrincipal().username],
    );
    return former;
  }

  /** Of somebody outside the area it is not found, like the person. */
  private async found(db: EntityManager, id: string, locked = false): Promise<DetailEntity> {
    const lock = locked ? ({ mode: 'pessimistic_write' } as const) : undefined;
    const row = await db.findOne(DetailEntity, { where: { id }, lock });
    if (!row) throw problem('person-detail-not-found', { id });
    const survivor = await survivorOf(db, row.personId);
    await assertPerson(db, 'person.read', survivor, today());
    return row;
  }

  private async one(tx: EntityManager, id: string, personId: string): Promise<PersonDetail> {
    const rows: Row[] = await tx.query(listSql, [personId, null, DetailKind.options]);
    return this.shown(
      rows.find((row) => row.id === id)!,
      await permittedOf(tx, personId, today()),
    );
  }

  private shown(row: Row, may: Awaited<ReturnType<typeof permittedOf>>): PersonDetail {
    const { kind, content, sealed, corrections, ...rest } = row;
    const { reveal } = detailKinds[kind];
    return {
      ...rest,
      content: shownContent(content, this.opened(row.id, kind, sealed)),
      revealable: sealed !== null && reveal !== null && may(reveal),
      corrections: corrections.map(({ sealed: old, ...former }) => {
        const bytes = old === null ? null : Buffer.from(old, 'base64');
        return {
          ...former,
          content: shownContent(former.content, this.opened(row.id, kind, bytes)),
        };
      }),
    };
  }

  // Bound to the detail and not to the person: a merger makes it somebody else's.
  private sealed(id: string, kind: DetailKind, number: string | null): Buffer | null {
    return number === null ? null : this.sealer.seal(number, { personId: id, field: kind });
  }

  private indexOf(kind: DetailKind, number: string | null): Buffer | null {
    return kind === 'bank-account' && number ? accountIndex(this.sealer, number) : null;
  }

  private opened(id: string, kind: DetailKind, sealed: Buffer | null): string | null {
    return sealed && this.sealer.open(sealed, { personId: id, field: kind });
  }
}
