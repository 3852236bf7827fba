import {
  type Cessation,
  type CessationGround,
  type CessationRow,
  fieldRevealed,
  type getCessation,
  type listCessations,
  problem,
  type revealCessationBasis,
  type SensitiveField,
  sensitiveFields,
} from '@antt/contracts';
import { type Input, type Output, today } from '@antt/kernel';
import { publish, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { permittedOf, profileSight } from '../people/permitted.ts';
import { assertPerson, peopleScope, peopleWithin } from '../people/person-scope.ts';
import { BasisSeal } from './basis.ts';
import { CessationFacts } from './cessation-facts.ts';
import { CessationEntity } from './cessation.entity.ts';

const listSql = sql(import.meta.url, './list-cessations.sql');

/** What the paper behind a ground speaks of, where it is more than who sees the profile may see. */
const speaksOf: Partial<Record<CessationGround, SensitiveField>> = {
  health: 'health',
  offence: 'criminal-record',
};

type Found = CessationRow & {
  ground: CessationGround;
  villageHead: string;
  frontHead: string;
  sealedBasis: Buffer;
  hasBasis: boolean;
  accepted: string[];
  reason: string;
  sortKey: string;
  total: number;
};

/** Who ceased and when is for who sees people; why, for who sees their profile. */
@Injectable()
export class CessationViewService {
  constructor(
    private readonly db: EntityManager,
    private readonly facts: CessationFacts,
    private readonly seal: BasisSeal,
  ) {}

  async list(question: Input<typeof listCessations>): Promise<Output<typeof listCessations>> {
    const { on, within, personId, teamId, state, cursor, limit } = question;
    if (personId) await assertPerson(this.db, 'person.read', personId, on);
    const rows: Found[] = await this.db.query(listSql, [
      on,
      personId ? null : await peopleScope(this.db, 'person.read', on),
      await peopleWithin(this.db, within, on),
      personId ?? null,
      teamId ?? null,
      state ?? null,
      null,
      cursor ?? null,
      limit,
    ]);
    const last = rows.at(-1);
    const seen = await profileSight(this.db, personId, on);
    return {
      items: rows.map((row) => shown(row, seen(row))),
      nextCursor: last && rows.length === limit ? last.sortKey : null,
      total: last?.total ?? 0,
    };
  }

  async get({ id, on }: Input<typeof getCessation>): Promise<Cessation> {
    const cessation = await this.seen(id);
    const may = await permittedOf(this.db, cessation.personId, today());
    const seen = may('person-profile.read');
    const [row]: Found[] = await this.db.query(listSql, [
      ...[on, null, null, null, null, null],
      ...[id, null, 1],
    ]);
    const { ground, hasBasis } = row!;
    const field = speaksOf[ground];
    const open = seen ? this.seal.open(row!.sealedBasis, cessation) : null;
    const sealed = field !== undefined || !open;
    const proposed = cessation.state === 'proposed' && open !== null;
    const findings = proposed ? await this.facts.findings(this.db, cessation) : [];
    return {
      ...shown(row!, seen),
      villageHead: row!.villageHead,
      frontHead: row!.frontHead,
      basis: sealed ? null : open.basis,
      note: sealed ? null : open.note,
      revealable: hasBasis && field !== undefined && may(sensitiveFields[field]),
      accepted: row!.accepted,
      reason: open ? row!.reason : null,
      findings,
    };
  }

  /** Law 30/2023/QH15 Art. 17.3.b, d: papers on health and offences are told with a reason (law BR-31). */
  async reveal(
    command: Input<typeof revealCessationBasis>,
  ): Promise<Output<typeof revealCessationBasis>> {
    const { id, reason } = command;
    const cessation = await this.seen(id);
    const field = speaksOf[cessation.ground];
    const permission = field ? sensitiveFields[field] : 'person-profile.read';
    const { personId, sealedBasis } = cessation;
    const may = await permittedOf(this.db, personId, today());
    if (!may(permission)) throw problem('not-allowed', { permission });
    return this.db.transaction(async (tx) => {
      if (field) await publish(tx, fieldRevealed, { id: personId, field, reason });
      return this.seal.open(sealedBasis, cessation);
    });
  }

  private async seen(id: string): Promise<CessationEntity> {
    const cessation = await this.db.getRepository(CessationEntity).findOneBy({ id });
    if (!cessation) throw problem('cessation-not-found', { id });
    await assertPerson(this.db, 'person.read', cessation.personId, today());
    return cessation;
  }
}

function shown(row: Found, seen: boolean): CessationRow {
  const { ground, conduct, letterOn } = row;
  return {
    ...row,
    ground: seen ? ground : null,
    conduct: seen ? conduct : null,
    // A letter's day tells a resignation from the other grounds, and so does the clock that it starts.
    letterOn: seen ? letterOn : null,
    proposalDueOn: seen ? row.proposalDueOn : null,
    withheld: !seen,
  };
}
