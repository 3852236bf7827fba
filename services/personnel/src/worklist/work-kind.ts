import { parameters, type PeopleWorkKind } from '@antt/contracts';
import { sql } from '@antt/service-kit';

const pairs = sql(import.meta.url, '../people/likely-pairs.sql');
const text = (name: string) => sql(import.meta.url, `./${name}.sql`).trimEnd();
const placed = text('placed-teams');
const ofPlaced = (name: string) => `${placed}\n${text(name)}`;
const serving = ofPlaced('serving-people');
const ofServing = (name: string) => ({
  text: `${serving}\n${text(name)}`,
  more: [parameters['remind-days-before'].byDefault],
});

/** A kind's own question; it asks `more` besides day, scope and within, and last who asks where it says so. */
export type WorkQuestion = { text: string; more: readonly unknown[]; asksWho?: true };

const least = parameters['least-members-per-team'].byDefault;
const strength = ofPlaced('team-strength');

/** The kinds that are one question to the database; the terms of the others are reckoned in working days. */
export const workQuestions: Partial<Record<PeopleWorkKind, WorkQuestion>> = {
  'leader-vacant': { text: strength, more: [1, null, 'leader'] },
  'team-under-strength': { text: strength, more: [least, 'least-members-per-team', null] },
  'members-over-quota': { text: ofPlaced('members-over-quota'), more: [] },
  'team-ended': { text: text('team-ended'), more: [] },
  'age-review-due': ofServing('age-review-due'),
  'document-expiring': ofServing('document-expiring'),
  'supply-due': ofServing('supply-due'),
  'supply-unreturned': { text: text('supply-unreturned'), more: [] },
  'cessation-due': { text: text('cessation-due'), more: [] },
  'shift-waiting': { text: text('shift-waiting'), more: [] },
  'likely-duplicate': {
    text: text('likely-duplicate').replace('/* pairs */', () => `\n${pairs}\n`),
    more: [],
  },
  'removal-waiting': { text: text('removal-waiting'), more: [], asksWho: true },
};
