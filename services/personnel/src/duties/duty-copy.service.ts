import type { countDuties, DutyCopy, listDutyCopies } from '@antt/contracts';
import type { Input, Output } from '@antt/kernel';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';

type Row = Omit<DutyCopy, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date };

/** Approved shifts for services that keep copies. */
@Injectable()
export class DutyCopyService {
  constructor(private readonly db: EntityManager) {}

  async list({ after }: Input<typeof listDutyCopies>): Promise<Output<typeof listDutyCopies>> {
    const rows: Row[] = await this.db.query(
      `select id, person_id as "personId", team_id as "teamId", kind, with_police as "withPolice",
              starts_at as "startsAt", ends_at as "endsAt", version::int, false as gone
         from shift where state = 'approved' and ($1::uuid is null or id > $1) order by id limit 500`,
      [after ?? null],
    );
    const duties = rows.map(({ startsAt, endsAt, ...row }) => ({
      ...row,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    }));
    return { duties };
  }

  async count(): Promise<Output<typeof countDuties>> {
    const [counted] = await this.db.query(
      `select count(*)::int as duties, coalesce(sum(version), 0)::bigint as versions
         from shift where state = 'approved'`,
    );
    return counted;
  }
}
