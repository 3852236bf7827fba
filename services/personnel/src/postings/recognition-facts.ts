import type { Finding, Posting } from '@antt/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Sealer } from '../sealing/sealer.ts';
import { parameterOf } from '../settings/parameter-of.ts';
import { findingsOf } from './recognition.rules.ts';

/** What a member was asked at recognition and is not asked again for another title. */
export const askedOnce: readonly string[] = [
  'person-over-age',
  'citizen-id-legacy',
  'education-unknown',
  'education-too-low',
];

/** Gathers what the rules of recognition ask for, for a posting that was written already. */
@Injectable()
export class RecognitionFacts {
  constructor(private readonly sealer: Sealer) {}

  async findings(
    tx: EntityManager,
    { personId, teamId, position, validFrom }: Posting,
    communeId: string,
    { isMember = false } = {},
  ): Promise<Finding[]> {
    const specialTags = await parameterOf(tx, 'special-area-tags', communeId, validFrom);
    const [row] = await tx.query(
      `select p.birth_date as "birthDate", p.education, p.citizen_id as "citizenId",
              exists (select 1 from unit_tag t join unit_above($2, $4) a on a.id = t.unit_id where t.tag = any ($5)
                         and t.valid_from <= $4 and (t.valid_to is null or $4 < t.valid_to)) as special,
              (select count(*) from posting d where d.team_id = $3 and d.position = 'deputy'
                  and d.valid_from <= $4 and (d.valid_to is null or $4 < d.valid_to))::int as deputies
         from person p where p.id = $1`,
      [personId, communeId, teamId, validFrom, specialTags],
    );
    const citizenId: string | null =
      row.citizenId && this.sealer.open(row.citizenId, { personId, field: 'citizen-id' });
    const found = findingsOf(
      {
        birthDate: row.birthDate,
        education: row.education,
        citizenIdDigits: citizenId?.length ?? null,
      },
      {
        specialArea: row.special,
        position,
        deputies: row.deputies,
        deputiesAllowed: await parameterOf(tx, 'deputies-per-team', communeId, validFrom),
      },
      validFrom,
    );
    return isMember ? found.filter(({ rule }) => !askedOnce.includes(rule)) : found;
  }
}
