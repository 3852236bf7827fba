import {
  type changePerson,
  fieldRevealed,
  type getPerson,
  holds,
  type listPeople,
  type Permission,
  type Person,
  type PersonRow,
  personChanged,
  personRecorded,
  problem,
  type recordPerson,
  type revealField,
  type SensitiveField,
  sensitiveFields,
} from '@antt/contracts';
import { type Input, type Output, type PlainDate, searchKey, today } from '@antt/kernel';
import { currentPrincipal, publish, sameAgain, sql } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { Sealer } from '../sealing/sealer.ts';
import { listSource, namedSource } from './list-source.ts';
import { sortName, tidyName } from './person-name.rules.ts';
import { sights } from './permitted.ts';
import {
  assertCommune,
  assertPerson,
  peopleScope,
  peopleWithin,
  survivorOf,
} from './person-scope.ts';
import { type FoundPerson, shownPerson, shownRow, type Sight } from './person-view.rules.ts';
import { PersonEntity } from './person.entity.ts';

const oneSql = sql(import.meta.url, './one-person.sql');

/** The column of each sensitive field; a bank account has days, so it is a detail. */
const columns: Record<Exclude<SensitiveField, 'bank-account'>, string> = {
  'citizen-id': 'citizen_id',
  health: 'health',
  'criminal-record': 'criminal_record',
};

@Injectable()
export class PersonService {
  constructor(
    private readonly db: EntityManager,
    private readonly sealer: Sealer,
  ) {}

  async list(question: Input<typeof listPeople>): Promise<Output<typeof listPeople>> {
    const { on, within, teamId, q, state, position, cursor, limit } = question;
    const after = cursor ? readCursor(cursor) : null;
    const communes = narrowed(
      await peopleScope(this.db, 'person.read', on),
      await peopleWithin(this.db, within, on),
    );
    const pattern = q ? likePattern(searchKey(q)) : null;
    const source = await listSource(this.db, { communes, teamId, state, position, pattern });
    const rows: FoundPerson[] = await this.db.query(source.statement, [
      on,
      communes,
      teamId ?? null,
      pattern,
      state ?? null,
      position ?? null,
      after?.sortName ?? null,
      after?.id ?? null,
      limit,
      source.counts,
    ]);
    const total = source.known ?? rows[0]?.total ?? 0;
    // Without anybody there is one row that only counts.
    const people = rows.filter(({ id }) => id !== null);
    const last = people.at(-1);
    const may = await sights(this.db, on);
    return {
      items: people.map((row) => this.shown(row, sight(may(row.communeId)))),
      nextCursor: last && people.length === limit ? JSON.stringify([last.sortName, last.id]) : null,
      total,
      totalIsLeast: total === source.most,
    };
  }

  /** Records by id, as the list tells them: to whom may see them all. */
  async rows(ids: readonly string[], on: PlainDate): Promise<Map<string, PersonRow>> {
    const asked = [on, null, null, null, null, null, null, null, ids.length, 0, ids];
    const rows: FoundPerson[] = await this.db.query(namedSource, asked);
    const may = await sights(this.db, on);
    const shown = rows
      .filter(({ id }) => id !== null)
      .map((row) => this.shown(row, sight(may(row.communeId))));
    return new Map(shown.map((row) => [row.id, row]));
  }

  /** Of a record that was merged it is the one that stands for it now. */
  async get({ id: asked, on }: Input<typeof getPerson>): Promise<Person> {
    const id = await survivorOf(this.db, asked);
    await assertPerson(this.db, 'person.read', id, on);
    return this.person(this.db, id, on);
  }

  async record(command: Input<typeof recordPerson>): Promise<Person> {
    const { citizenId, ...facts } = command;
    const { id, communeId } = command;
    const on = today();
    await assertCommune(this.db, 'person.write', communeId, on);
    const row = { ...facts, ...namesOf(facts.name) };
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(PersonEntity, { id });
      if (known) {
        // Of somebody else's person nothing is told, not even which field differs.
        await assertPerson(tx, 'person.write', id, on);
        sameAgain<Partial<PersonEntity>>(known, row);
        if ((await this.opened(tx, id, 'citizen-id')) !== citizenId) {
          throw problem('id-reused', { id, field: 'citizenId' });
        }
        return this.person(tx, id, on);
      }
      await tx.insert(PersonEntity, { ...row, version: 1, ...this.sealedId(id, citizenId) });
      await publish(tx, personRecorded, { id, communeId });
      return this.person(tx, id, on);
    });
  }

  /** Only the parts that the command names, and only if nobody else was faster. */
  async change(command: Input<typeof changePerson>): Promise<Person> {
    const { id, version, citizenId, health, criminalRecord, ...facts } = command;
    const on = today();
    await assertPerson(this.db, 'person.write', id, on);
    if (facts.communeId) await assertCommune(this.db, 'person.write', facts.communeId, on);
    return this.db.transaction(async (tx) => {
      const names = facts.name === undefined ? {} : namesOf(facts.name);
      const sealed = citizenId === undefined ? {} : this.sealedId(id, citizenId);
      const texts = {
        ...this.sealedText(id, 'health', health),
        ...this.sealedText(id, 'criminal-record', criminalRecord),
      };
      const row = { ...facts, ...names, ...sealed, ...texts, version: version + 1 };
      const { affected } = await tx.update(PersonEntity, { id, version }, row);
      if (affected === 0) throw problem('person-changed-meanwhile', { id });
      const { id: _, version: __, ...named } = command;
      await publish(tx, personChanged, { id, fields: Object.keys(named).sort() });
      return this.person(tx, id, on);
    });
  }

  async reveal(command: Input<typeof revealField>): Promise<Output<typeof revealField>> {
    const { field, reason } = command;
    const id = await survivorOf(this.db, command.id);
    const permission = sensitiveFields[field];
    if (!holds(currentPrincipal(), permission)) throw problem('not-allowed', { permission });
    await assertPerson(this.db, permission, id, today());
    return this.db.transaction(async (tx) => {
      const value = await this.opened(tx, id, field);
      await publish(tx, fieldRevealed, { id, field, reason });
      return { field, value };
    });
  }

  private async person(db: EntityManager, id: string, on: PlainDate): Promise<Person> {
    const [row] = await db.query(oneSql, [id, on]);
    if (!row) throw problem('person-not-found', { id });
    const kept: SensitiveField[] = row.kept;
    const may = (await sights(db, on))(row.communeId);
    const mayTell = (field: SensitiveField) => may(sensitiveFields[field]);
    return shownPerson(this.shown(row, sight(may)), row, sight(may), kept.filter(mayTell));
  }

  private shown(row: FoundPerson, seen: Sight) {
    const place = { personId: row.id, field: 'citizen-id' };
    return shownRow(row, row.citizenId && this.sealer.open(row.citizenId, place), seen);
  }

  private async opened(
    db: EntityManager,
    personId: string,
    field: SensitiveField,
  ): Promise<string | null> {
    if (field === 'bank-account') return this.account(db, personId);
    const [row] = await db.query(`select ${columns[field]} as sealed from person where id = $1`, [
      personId,
    ]);
    return row?.sealed ? this.sealer.open(row.sealed, { personId, field }) : null;
  }

  /** The one that holds today; of merged records that of the one that stands for them. */
  private async account(db: EntityManager, personId: string): Promise<string | null> {
    const [row] = await db.query(
      `select d.id, d.sealed from person_records($1) r
         join person_detail d on d.person_id = r.id
        where d.kind = 'bank-account' and d.withdrawn_at is null
          and d.valid_from <= $2 and (d.valid_to is null or $2 < d.valid_to)
        order by r.steps, d.valid_from desc limit 1`,
      [personId, today()],
    );
    return row ? this.sealer.open(row.sealed, { personId: row.id, field: 'bank-account' }) : null;
  }

  private sealedText(
    personId: string,
    field: 'health' | 'criminal-record',
    text: string | undefined,
  ): Partial<Pick<PersonEntity, 'health' | 'criminalRecord'>> {
    if (text === undefined) return {};
    const sealed = text === '' ? null : this.sealer.seal(text, { personId, field });
    return field === 'health' ? { health: sealed } : { criminalRecord: sealed };
  }

  private sealedId(personId: string, citizenId: string) {
    const field = 'citizen-id';
    return {
      citizenId: this.sealer.seal(citizenId, { personId, field }),
      citizenIdIndex: this.sealer.indexOf(citizenId, field),
    };
  }
}

/** Both limits at once; null is everywhere. */
function narrowed(scope: string[] | null, within: string[] | null): string[] | null {
  if (scope === null || within === null) return scope ?? within;
  const seen = new Set(scope);
  return within.filter((id) => seen.has(id));
}

function namesOf(name: string) {
  const tidy = tidyName(name);
  return { name: tidy, searchKey: searchKey(tidy), sortName: sortName(tidy) };
}

/** A day of birth is for who sees the profile, and for who pays. */
function sight(may: (permission: Permission) => boolean): Sight {
  const profile = may('person-profile.read');
  return { profile, birthDate: profile || may('bank-account.read') };
}

function likePattern(key: string): string {
  return key.replace(/[\\%_]/g, String.raw`\$&`);
}

function readCursor(text: string): { sortName: string; id: string } {
  try {
    const [sortName, id] = JSON.parse(text) as [string, string];
    if (typeof sortName === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { sortName, id };
  } catch {
    // named below
  }
  throw problem('invalid-input', { errors: [{ path: 'cursor', message: 'unknown' }] });
}
