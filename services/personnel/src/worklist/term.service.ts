import type { PeopleWorkItem, PeopleWorkKind } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { ClaimService } from '../claims/claim.service.ts';
import { RecruitmentService } from '../recruitments/recruitment.service.ts';
import { SupervisionService } from '../supervisions/supervision.service.ts';

type Question = { on: PlainDate; within?: string | undefined };
type Item = Omit<PeopleWorkItem, 'place'>;

/** How much is asked for at once. */
const limit = 500;

/** Work whose term is reckoned in working days, by those who keep it. */
@Injectable()
export class TermService {
  constructor(
    private readonly db: EntityManager,
    private readonly recruitments: RecruitmentService,
    private readonly claims: ClaimService,
    private readonly supervisions: SupervisionService,
  ) {}

  /** The items of a kind, the earliest term first. */
  async items(kind: PeopleWorkKind, question: Question): Promise<PeopleWorkItem[]> {
    // The work list's own cursor is none of the lists behind it.
    const items = await this.of(kind, { on: question.on, within: question.within, limit });
    const names = await this.communes(items, question.on);
    return items
      .map((item) => ({ ...item, place: names.get(item.unitId ?? '') ?? null }))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  private async of(kind: PeopleWorkKind, question: Question & { limit: number }): Promise<Item[]> {
    if (kind === 'recruitment-due') {
      const items = await whole((cursor) =>
        this.recruitments.list({ ...question, state: 'open', cursor }),
      );
      return items.flatMap(({ id, commune, communeId, clocks, draftedOn }) => {
        const open = clocks.filter(({ doneOn }) => doneOn === null).map(({ dueOn }) => dueOn);
        const drafted = draftedOn.split('-').reverse().join('/');
        const name = commune ? `${commune.kind} ${commune.name} · ${drafted}` : drafted;
        return termOf({ noun: 'recruitment', id, name, unitId: communeId }, open);
      });
    }
    if (kind === 'claim-due') {
      const items = await whole((cursor) => this.claims.list({ ...question, cursor }));
      return items.flatMap(({ id, personName, communeId, terms, decidedOn }) => {
        // A dossier may be refused before it was appraised: nothing is owed then.
        const open = decidedOn ? [] : terms.filter(({ done }) => done === null);
        const days = open.map(({ due }) => due);
        return termOf({ noun: 'claim', id, name: personName, unitId: communeId }, days);
      });
    }
    const items = await whole((cursor) => this.supervisions.list({ ...question, cursor }));
    return items
      .filter(({ owed, needsReplacement }) =>
        kind === 'supervision-unattended' ? needsReplacement : owed.length > 0,
      )
      .map(({ id, personName, communeId, owed }) => ({
        noun: 'supervision' as const,
        id,
        name: personName,
        unitId: communeId,
        since: kind === 'supervision-unattended' ? null : dayAfter(owed[0]!),
      }));
  }

  private async communes(items: readonly Item[], on: PlainDate): Promise<Map<string, string>> {
    const rows: { id: string; name: string }[] = await this.db.query(
      `select distinct on (unit_id) unit_id as id, kind || ' ' || name as name from unit_version
        where unit_id = any ($1) and valid_from <= $2 order by unit_id, valid_from desc`,
      [items.map(({ unitId }) => unitId), on],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

type Page<T> = { items: T[]; nextCursor: string | null };

/** A list from its first page to its last. */
async function whole<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    all.push(...items);
    cursor = nextCursor ?? undefined;
  } while (cursor);
  return all;
}

/** Its earliest open term; nothing where none runs. */
function termOf(item: Omit<Item, 'since'>, open: PlainDate[]): Item[] {
  return open.length === 0 ? [] : [{ ...item, since: open.sort()[0]! }];
}

/** The day after a quarter, on which its report is owed. */
function dayAfter(quarter: string): PlainDate {
  const [year, part] = quarter.split('-Q').map(Number) as [number, number];
  return part === 4 ? `${year + 1}-01-01` : `${year}-${String(part * 3 + 1).padStart(2, '0')}-01`;
}

export function keyOf({ since, id }: Pick<Item, 'since' | 'id'>): string {
  return `${since ?? '9'} ${id}`;
}
