import {
  type closeEditing,
  editingClosed,
  type EditingClosure,
  editingOpened,
  type EditingWindow,
  editingWindowOpened,
  type listClosures,
  type openEditing,
  type openEditingWindow,
} from '@antt/contracts';
import { type Input, type Output, type PlainDate, today } from '@antt/kernel';
import { assertInside, currentPrincipal, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { communeRefs } from '../people/commune-ref.ts';
import { peopleScope, peopleWithin } from '../people/person-scope.ts';

const windowColumns = `id, commune_id as "communeId", opens_at as "opensAt", closes_at as "closesAt",
  reason, opened_by as "openedBy"`;

type FoundWindow = Omit<EditingWindow, 'opensAt' | 'closesAt'> & { opensAt: Date; closesAt: Date };

/** Who may change records of people, when: a province closes them before it counts or pays. */
@Injectable()
export class EditingService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listClosures>): Promise<Output<typeof listClosures>> {
    const { on, within } = question;
    const scope = await peopleScope(this.db, 'person.read', on);
    const inside = await peopleWithin(this.db, within, on);
    const items = await this.closures(this.db, on, [scope, inside]);
    return { items, nextCursor: null, total: items.length };
  }

  close({ communeId, reason }: Input<typeof closeEditing>): Promise<EditingClosure> {
    return this.db.transaction(async (tx) => {
      await assertInside(tx, 'setting.write', [communeId], today());
      const added = await tx.query(
        `insert into editing_closure (commune_id, reason, closed_by) values ($1, $2, $3)
         on conflict do nothing returning 1`,
        [communeId, reason, currentPrincipal().username],
      );
      if (added.length > 0) await publish(tx, editingClosed, { communeId, reason });
      return (await this.closures(tx, today(), [[communeId], null]))[0]!;
    });
  }

  open({ communeId, reason }: Input<typeof openEditing>): Promise<Output<typeof openEditing>> {
    return this.db.transaction(async (tx) => {
      await assertInside(tx, 'setting.write', [communeId], today());
      const [, opened] = await tx.query('delete from editing_closure where commune_id = $1', [
        communeId,
      ]);
      if (opened > 0) await publish(tx, editingOpened, { communeId, reason });
      return { communeId };
    });
  }

  openWindow(command: Input<typeof openEditingWindow>): Promise<EditingWindow> {
    const { id, communeId, opensAt, closesAt, reason } = command;
    return this.db.transaction(async (tx) => {
      await assertInside(tx, 'setting.write', [communeId], today());
      const [known]: FoundWindow[] = await tx.query(
        `select ${windowColumns} from editing_window where id = $1`,
        [id],
      );
      if (known) {
        sameAgain<object>(known, {
          communeId,
          reason,
          opensAt: new Date(opensAt),
          closesAt: new Date(closesAt),
        });
        return shown(known);
      }
      const openedBy = currentPrincipal().username;
      await tx.query(
        `insert into editing_window (id, commune_id, opens_at, closes_at, reason, opened_by)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, communeId, opensAt, closesAt, reason, openedBy],
      );
      await publish(tx, editingWindowOpened, { ...command, openedBy });
      return { ...command, openedBy };
    });
  }

  private async closures(
    db: EntityManager,
    on: PlainDate,
    [scope, within]: [string[] | null, string[] | null],
  ): Promise<EditingClosure[]> {
    const found: (Omit<EditingClosure, 'commune' | 'closedAt' | 'windows'> & { closedAt: Date })[] =
      await db.query(
        `select commune_id as "communeId", reason, closed_by as "closedBy", closed_at as "closedAt"
           from editing_closure
          where ($1::uuid[] is null or commune_id = any ($1))
            and ($2::uuid[] is null or commune_id = any ($2))
          order by closed_at desc, commune_id`,
        [scope, within],
      );
    const ids = found.map(({ communeId }) => communeId);
    const communes = await communeRefs(db, ids, on);
    const windows: FoundWindow[] = await db.query(
      `select ${windowColumns} from editing_window
        where commune_id = any ($1) and closes_at > now() order by opens_at`,
      [ids],
    );
    return found.map((row) => ({
      ...row,
      commune: communes.get(row.communeId) ?? null,
      closedAt: row.closedAt.toISOString(),
      windows: windows.filter(({ communeId }) => communeId === row.communeId).map(shown),
    }));
  }
}

function shown(row: FoundWindow): EditingWindow {
  return { ...row, opensAt: row.opensAt.toISOString(), closesAt: row.closesAt.toISOString() };
}
