import type { RowProblem } from '@antt/contracts';
import { today } from '@antt/kernel';
import { assertInside, sql, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { assertEachOpen } from '../editing/assert-open.ts';
import { peopleScope } from '../people/person-scope.ts';
import type { Sealer } from '../sealing/sealer.ts';
import { finding } from './finding.ts';
import type { RosterRow } from './roster-columns.ts';
import { isSame, peopleOf, together, type RosterPerson } from './roster-person.rules.ts';
import { type KnownTeam, teamsOf } from './roster-team.rules.ts';

const teamsSql = sql(import.meta.url, './known-teams.sql');
const peopleSql = sql(import.meta.url, './known-people.sql');
const stageSql = sql(import.meta.url, './roster-stage.sql');

/** Somebody of the file with the id that the record has or is given; sealed where it is new. */
export type StagedPerson = RosterPerson & {
  id: string;
  communeId: string;
  sealed: { citizenId: string; index: string } | null;
};

type Known = {
  id: string;
  index: string;
  name: string;
  birthDate: string;
  sex: 'male' | 'female';
  communeId: string;
};

/** Finds the team and the person of each row and stages the rows (table `roster_row`) where that is possible. */
export async function stageRoster(
  tx: EntityManager,
  rows: readonly RosterRow[],
  sealer: Sealer,
  choices: Record<string, string> | undefined,
): Promise<{ people: StagedPerson[]; problems: RowProblem[] }> {
  const teams: KnownTeam[] = await tx.query(teamsSql);
  const { teamIds, problems } = teamsOf(rows, teams, choices);
  const { people, problems: disagreeing } = peopleOf(rows);
  problems.push(...disagreeing);
  const known = await knownPeople(tx, [...people.keys()], sealer);
  const scope = await peopleScope(tx, 'posting.write', today());
  const ids = new Map<string, string>();
  for (const person of people.values()) {
    const standing = known.get(person.citizenId);
    ids.set(person.citizenId, standing?.id ?? uuidv7());
    if (!standing) continue;
    // Whose record it is, is not told: only that it is not this one, or not the sender's.
    if (scope !== null && !scope.includes(standing.communeId)) {
      problems.push(finding('roster-person-elsewhere', person.at));
    } else if (!isSame(standing, person))
      problems.push(finding('roster-person-differs', person.at));
  }
  if (problems.some(({ severity }) => severity === 'error')) return { people: [], problems };
  await assertEachOpen(tx, [...new Set([...known.values()].map((one) => one.communeId))]);
  await tx.query(stageSql, [
    JSON.stringify(rows.map((row, n) => staged(row, n, teamIds[n]!, ids))),
  ]);
  await tx.query('analyze roster_row');
  const homes = await homesOf(tx);
  const stagedPeople = new Map<string, StagedPerson>();
  for (const person of people.values()) {
    const id = ids.get(person.citizenId)!;
    const isNew = !known.has(person.citizenId);
    const communeId = homes.get(id) ?? '';
    const sealed = isNew ? sealedOf(id, person, sealer) : null;
    // Two citizen IDs of the file are one person where their records were merged.
    const before = stagedPeople.get(id);
    stagedPeople.set(id, {
      ...{ ...person, ...(before ? together(before, person) : {}) },
      ...{ id, communeId, sealed },
    });
  }
  return { people: [...stagedPeople.values()], problems: remarksOn(rows) };
}

function staged(row: RosterRow, n: number, teamId: string, ids: ReadonlyMap<string, string>) {
  const { at, position, validFrom, validTo, number, signedOn, issuer, citizenId } = row;
  return {
    ...{ n, at, posting_id: uuidv7(), person_id: ids.get(citizenId), team_id: teamId, position },
    ...{ valid_from: validFrom, valid_to: validTo, number, signed_on: signedOn, issuer },
  };
}

function sealedOf(personId: string, { citizenId }: RosterPerson, sealer: Sealer) {
  const field = 'citizen-id';
  return {
    citizenId: sealer.seal(citizenId, { personId, field }).toString('hex'),
    index: sealer.indexOf(citizenId, field).toString('hex'),
  };
}

/** Records that stand, by citizen ID; of one that was merged the record that stands for it. */
async function knownPeople(
  tx: EntityManager,
  citizenIds: readonly string[],
  sealer: Sealer,
): Promise<Map<string, Known>> {
  const byIndex = new Map(
    citizenIds.map((one) => [sealer.indexOf(one, 'citizen-id').toString('hex'), one]),
  );
  const rows: Known[] = await tx.query(peopleSql, [[...byIndex.keys()], today()]);
  return new Map(rows.map((row) => [byIndex.get(row.index)!, row]));
}

/** The commune of each person's last team in the file: it keeps the record of who is new. */
async function homesOf(tx: EntityManager): Promise<Map<string, string>> {
  const rows: { id: string; communeId: string }[] = await tx.query(
    `select distinct on (person_id) person_id as id, commune_id as "communeId"
       from roster_row where commune_id is not null order by person_id, valid_from desc`,
  );
  return new Map(rows.map(({ id, communeId }) => [id, communeId]));
}

/** What is odd about whole columns is told once. */
function remarksOn(rows: readonly RosterRow[]): RowProblem[] {
  const without = rows.filter(({ number }) => number === null).length;
  return without > 0
    ? [finding('roster-without-decision', null, { count: without }, 'warning')]
    : [];
}

/**
 * Each team of the file lies in the sender's area on the day from which the row holds, in a commune that is open
 * for editing.
 */
export async function assertEachChangeable(tx: EntityManager): Promise<void> {
  const days: { on: string; ids: string[] }[] = await tx.query(
    `select valid_from as on, array_agg(distinct commune_id) as ids from roster_row group by valid_from`,
  );
  for (const { on, ids } of days) await assertInside(tx, 'posting.write', ids, on);
  await assertEachOpen(tx, [...new Set(days.flatMap(({ ids }) => ids))]);
}
