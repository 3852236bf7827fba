import {
  type DutyOrder,
  dutyOrdered,
  type listDutyOrders,
  type recordDutyOrder,
} from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { communeRefs } from '../people/commune-ref.ts';
import { assertCommune, peopleScope, peopleWithin } from '../people/person-scope.ts';

const columns = `id, commune_id as "communeId", kind, body, number, signed_on as "signedOn",
  first_day as "from", last_day as "to", place, task, out_of_area as "outOfArea",
  mobilising_body as "mobilisingBody", hazard_grade as "hazardGrade"`;

/** Who sends people on duty where and when. */
@Injectable()
export class DutyOrderService {
  constructor(private readonly db: EntityManager) {}

  async list(question: Input<typeof listDutyOrders>): Promise<Output<typeof listDutyOrders>> {
    const { from, to, within } = question;
    const items: DutyOrder[] = await this.db.query(
      `select ${columns} from duty_order
        where first_day <= $2 and last_day >= $1
          and ($3::uuid[] is null or commune_id = any ($3))
          and ($4::uuid[] is null or commune_id = any ($4))
        order by first_day desc, id`,
      [
        from,
        to,
        await peopleScope(this.db, 'duty.read', to),
        await peopleWithin(this.db, within, to),
      ],
    );
    const communes = await communeRefs(
      this.db,
      items.map(({ communeId }) => communeId),
      to,
    );
    return {
      items: items.map((order) => ({ ...order, commune: communes.get(order.communeId) ?? null })),
      nextCursor: null,
      total: items.length,
    };
  }

  record(order: Input<typeof recordDutyOrder>): Promise<DutyOrder> {
    const { id, communeId } = order;
    return this.db.transaction(async (tx) => {
      await assertCommune(tx, 'duty.approve', communeId, order.from);
      const [known] = await tx.query(`select ${columns} from duty_order where id = $1`, [id]);
      if (known) return sameAgain<DutyOrder>(known, order);
      await tx.query(
        `insert into duty_order (id, commune_id, kind, body, number, signed_on, first_day, last_day,
                place, task, out_of_area, mobilising_body, hazard_grade)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
        [
          id,
          communeId,
          order.kind,
          order.body,
          order.number,
          order.signedOn,
          order.from,
          order.to,
          order.place,
          order.task,
          order.outOfArea,
          order.mobilisingBody,
          order.hazardGrade,
        ],
      );
      await publish(tx, dutyOrdered, order);
      return order;
    });
  }
}
