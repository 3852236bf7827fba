import {
  type checkEquipment,
  type Equipment,
  equipmentChecked,
  equipmentIssued,
  equipmentWithdrawn,
  type EquipmentWithdrawal,
  type issueEquipment,
  problem,
  type withdrawEquipment,
} from '@antt/contracts';
import type { Input, PlainDate } from '@antt/kernel';
import { assertInside, publish, sameAgain } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { villagesOf } from '../teams/team-holding.ts';
import { activeTeams, ownOn } from '../workplaces/stay.ts';
import {
  EquipmentEntity,
  EquipmentFindingEntity,
  EquipmentWithdrawalEntity,
} from './equipment.entity.ts';
import { serviceEnd } from './equipment.rules.ts';

/** What teams get and give back; nothing is taken off the books without a withdrawal. */
@Injectable()
export class EquipmentActService {
  constructor(private readonly db: EntityManager) {}

  issue({ serviceEndsOn, ...command }: Input<typeof issueEquipment>): Promise<Equipment> {
    const { id, item, teamId, workplaceId, receivedOn } = command;
    return this.db.transaction(async (tx) => {
      await this.assertWritable(tx, teamId, receivedOn);
      const known = await tx.findOneBy(EquipmentEntity, { id });
      if (known) {
        return sameAgain(
          known,
          serviceEndsOn === undefined ? command : { ...command, serviceEndsOn },
        );
      }
      await activeTeams(tx, [teamId], receivedOn);
      if (workplaceId) await ownOn(tx, workplaceId, receivedOn);
      const [norm] = await tx.query(
        `select service_years as years from equipment_norm where item = $1
          order by valid_from <= $2::date desc, valid_from desc limit 1`,
        [item, receivedOn],
      );
      if (!norm) throw problem('equipment-item-unknown', { item });
      const ends = norm.years === null ? null : serviceEnd(receivedOn, norm.years);
      const issued = {
        ...command,
        serviceEndsOn: serviceEndsOn === undefined ? ends : serviceEndsOn,
      };
      await tx.insert(EquipmentEntity, issued);
      await publish(tx, equipmentIssued, issued);
      return issued;
    });
  }

  /** No more than is left on any day from then on. */
  withdraw(command: Input<typeof withdrawEquipment>): Promise<EquipmentWithdrawal> {
    const { id, equipmentId, quantity, on } = command;
    return this.db.transaction(async (tx) => {
      const equipment = await this.locked(tx, equipmentId, on);
      const known = await tx.findOneBy(EquipmentWithdrawalEntity, { id });
      if (known) {
        const { withdrawnOn, ...rest } = known;
        return sameAgain({ ...rest, on: withdrawnOn }, command);
      }
      const [{ gone }] = await tx.query(
        `select coalesce(sum(quantity), 0)::int as gone from equipment_withdrawal
          where equipment_id = $1`,
        [equipmentId],
      );
      const left = equipment.quantity - gone;
      if (quantity > left) throw problem('equipment-not-enough', { on, quantity, left });
      const { on: withdrawnOn, ...rest } = command;
      await tx.insert(EquipmentWithdrawalEntity, { ...rest, withdrawnOn });
      await publish(tx, equipmentWithdrawn, command);
      return command;
    });
  }

  check({ id, condition, on }: Input<typeof checkEquipment>): Promise<Equipment> {
    return this.db.transaction(async (tx) => {
      const equipment = await this.locked(tx, id, on);
      const known = await tx.findOneBy(EquipmentFindingEntity, { equipmentId: id, foundOn: on });
      if (known?.condition !== condition) {
        await tx.upsert(EquipmentFindingEntity, { equipmentId: id, foundOn: on, condition }, [
          'equipmentId',
          'foundOn',
        ]);
        await publish(tx, equipmentChecked, { id, condition, on });
      }
      return { ...equipment, condition };
    });
  }

  private async locked(tx: EntityManager, id: string, on: PlainDate): Promise<EquipmentEntity> {
    const equipment = await tx.findOne(EquipmentEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    const absent = problem('equipment-not-found', { id });
    if (!equipment) throw absent;
    await this.assertWritable(tx, equipment.teamId, on, absent);
    if (on < equipment.receivedOn) {
      throw problem('equipment-not-there-yet', { on, day: equipment.receivedOn });
    }
    return equipment;
  }

  /** Of a team that has ended its last villages count. */
  private async assertWritable(
    tx: EntityManager,
    teamId: string,
    on: PlainDate,
    absent = problem('team-not-found', { id: teamId, on }),
  ): Promise<void> {
    const held = await villagesOf(tx, [teamId], on);
    if (held.length > 0) return assertInside(tx, 'team.write', held, on, absent);
    const last: { village_id: string; day: PlainDate }[] = await tx.query(
      `select village_id, coalesce(valid_to - 1, valid_from) as day from team_village
        where team_id = $1 order by valid_to desc nulls first limit 1`,
      [teamId],
    );
    if (last.length === 0) throw absent;
    await assertInside(tx, 'team.write', [last[0]!.village_id], last[0]!.day, absent);
  }
}
