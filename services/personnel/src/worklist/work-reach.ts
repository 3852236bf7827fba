import type { Permission } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { currentPrincipal } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';
import type { WorkQuestion } from './work-kind.ts';

export type Question = { on: PlainDate; within?: string | undefined };
export type Reach = [on: PlainDate, scope: string[] | null, within: string[] | null];

export const isInside = (unitId: string | null, [, scope]: Reach): boolean =>
  scope === null || (unitId !== null && scope.includes(unitId));

/** A kind's own question in a wrapper. A function: a `$1` of the question is no group of a pattern. */
export const around = (wrapper: string, { text }: WorkQuestion): string =>
  wrapper.replace('/* work */', () => `\n${text}\n`);

/** What a question asks: where, and what is its own. */
export const askedOf = (reach: Reach, { more, asksWho }: WorkQuestion): unknown[] => [
  ...reach,
  ...more,
  ...(asksWho ? [currentPrincipal().accountId] : []),
];

/** Where each permission reaches, asked once for all kinds. */
export class Reaches {
  readonly question: Question;
  private readonly db: EntityManager;
  private readonly known = new Map<Permission, Promise<Reach>>();

  constructor(db: EntityManager, question: Question) {
    this.db = db;
    this.question = question;
  }

  of(permission: Permission): Promise<Reach> {
    const known = this.known.get(permission) ?? this.ask(permission);
    this.known.set(permission, known);
    return known;
  }

  private async ask(permission: Permission): Promise<Reach> {
    const { on, within } = this.question;
    return [
      on,
      await peopleScope(this.db, permission, on),
      await peopleWithin(this.db, within, on),
    ];
  }
}
