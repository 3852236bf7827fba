import { searchKey } from '@antt/kernel';
import { sql } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { sortName, tidyName } from '../people/person-name.rules.ts';
import type { StagedPerson } from './roster-stage.ts';

const peopleSql = sql(import.meta.url, './roster-people.sql');
const remarksSql = sql(import.meta.url, './roster-remarks.sql');
const decisionsSql = sql(import.meta.url, './roster-decisions.sql');
const endsSql = sql(import.meta.url, './roster-ends.sql');
const postingsSql = sql(import.meta.url, './roster-postings.sql');

type Written = { people: number; changed: Set<string> };

/** Writes who is new and completes the records of the others; answers whose record became another. */
export async function writePeople(
  tx: EntityManager,
  people: readonly StagedPerson[],
): Promise<Written> {
  const [written] = await tx.query(peopleSql, [JSON.stringify(people.map(rowOf))]);
  const remarks = people.flatMap(({ id, remarks: all }) =>
    Object.entries(all).map(([heading, value]) => ({ person_id: id, heading, value })),
  );
  const noted: { id: string }[] = await tx.query(remarksSql, [JSON.stringify(remarks)]);
  const changed = new Set<string>([...written.changed, ...noted.map(({ id }) => id)]);
  return { people: written.people, changed };
}

function rowOf({ id, name, sex, birthDate, facts, communeId, sealed }: StagedPerson) {
  const tidy = tidyName(name);
  const { phone, ethnicity, religion, education, partyJoinedOn, address, note } = facts;
  return {
    ...{ id, is_new: sealed !== null, name: tidy, sex, birth_date: birthDate },
    ...{ search_key: searchKey(tidy), sort_name: sortName(tidy), commune_id: communeId },
    ...{ phone, ethnicity, religion, education, party_joined_on: partyJoinedOn, address, note },
    ...{ citizen_id: sealed?.citizenId, citizen_id_index: sealed?.index },
  };
}

/** Writes the staged postings with their decisions; ends come first, so that nobody serves twice meanwhile. */
export async function writePostings(
  tx: EntityManager,
  accepted: ReadonlyMap<number, readonly string[]>,
  { people, changed }: Written,
  fileName: string,
): Promise<{ added: number; changed: number; unchanged: number; people: number; ended: number }> {
  const decided: { n: number; decisionId: string }[] = await tx.query(decisionsSql);
  const decisions = new Map(decided.map(({ n, decisionId }) => [n, decisionId]));
  const rows: Row[] = await tx.query(
    `select n, known_id as "knownId", person_id as "personId", valid_to as "validTo" from roster_row`,
  );
  const said = JSON.stringify(
    rows.map(({ n }) => ({
      n,
      decision_id: decisions.get(n) ?? null,
      accepted: accepted.get(n) ?? [],
    })),
  );
  const before: { id: string }[] = await tx.query(
    `select p.id from posting p join roster_row r on r.known_id = p.id
      where p.valid_to is null and r.valid_to is not null`,
  );
  const other: { id: string }[] = await tx.query(endsSql, [said]);
  await tx.query(postingsSql, [said, fileName]);
  const touched = new Set(other.map(({ id }) => id));
  const standing = rows.filter(({ knownId }) => knownId !== null);
  const differing = standing.filter(
    ({ knownId, personId }) => touched.has(knownId!) || changed.has(personId),
  ).length;
  return {
    added: rows.length - standing.length,
    changed: differing,
    unchanged: standing.length - differing,
    people,
    ended: before.length,
  };
}

type Row = { n: number; knownId: string | null; personId: string; validTo: string | null };
