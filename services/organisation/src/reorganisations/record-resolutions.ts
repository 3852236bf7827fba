import { instrumentRecorded } from '@antt/contracts';
import { type PlainDate, searchKey } from '@antt/kernel';
import { assertInside, publish, uuidv7 } from '@antt/service-kit';
import type { EntityManager } from 'typeorm';
import { InstrumentEntity, InstrumentTerritoryEntity } from '../instruments/instrument.entity.ts';
import { plainInstrument } from '../instruments/standing-instrument.ts';
import type { Resolution } from './resolution.rules.ts';

export type OfCommune = { communeId: string; instrumentId: string };

/** The resolutions of the communes as instruments; one that is known already is taken as it is. */
export async function recordResolutions(
  tx: EntityManager,
  resolutions: Resolution[],
  { on, title }: { on: PlainDate; title: string },
): Promise<OfCommune[]> {
  const communes = resolutions.map(({ commune }) => commune.id);
  await assertInside(tx, 'instrument.write', communes, on);
  const recorded: OfCommune[] = [];
  for (const { commune, number, issuer, signedOn } of resolutions) {
    const known = await tx.findOneBy(InstrumentEntity, { issuer, number, signedOn });
    const instrumentId = known?.id ?? uuidv7();
    recorded.push({ communeId: commune.id, instrumentId });
    if (known) continue;
    const document = {
      ...{ id: instrumentId, kind: 'resolution' as const, number, issuer, signedOn },
      title: `${title} (${commune.kind} ${commune.name})`.slice(0, 500),
      effectiveFrom: on,
      effectiveTo: null,
      subjects: ['reorganisation'],
    };
    const key = searchKey(`${number} ${document.title}`);
    await tx.insert(InstrumentEntity, { ...document, searchKey: key });
    await tx.insert(InstrumentTerritoryEntity, { instrumentId, unitId: commune.id });
    await publish(tx, instrumentRecorded, {
      ...plainInstrument,
      ...document,
      territory: [commune.id],
    });
  }
  return recorded;
}

/** By which resolution an act changed the villages of each commune. */
export async function keepResolutions(
  tx: EntityManager,
  id: string,
  recorded: OfCommune[],
): Promise<void> {
  await tx.query(
    `insert into reorganisation_instrument (reorganisation_id, commune_id, instrument_id)
     select $1, "communeId", "instrumentId"
       from jsonb_to_recordset($2) as r("communeId" uuid, "instrumentId" uuid)`,
    [id, JSON.stringify(recorded)],
  );
}
