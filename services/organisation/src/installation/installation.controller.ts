import { getInstallation, type Installation } from '@antt/contracts';
import { Handles } from '@antt/service-kit';
import { Controller } from '@nestjs/common';
import { EntityManager } from 'typeorm';

const tables = {
  units: 'unit',
  boundaries: 'boundary',
  instruments: 'instrument',
  quotas: 'quota',
  teams: 'team',
  workplaces: 'workplace',
} as const;

@Controller()
export class InstallationController {
  constructor(private readonly db: EntityManager) {}

  @Handles(getInstallation)
  async get(): Promise<Installation> {
    const counts = Object.entries(tables).map(
      ([noun, table]) => `(select count(*)::int from ${table}) as ${noun}`,
    );
    const [row] = await this.db.query(
      `select coalesce((select kind from installation), 'real') as kind, ${counts.join(', ')}`,
    );
    const { kind, ...holds } = row;
    return { kind, empty: holds.units === 0, holds };
  }
}
