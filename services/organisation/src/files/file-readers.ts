import { type FileNoun, fileNouns, problem } from '@antt/contracts';
import { assertInside, currentPrincipal } from '@antt/service-kit';
import { holds } from '@antt/contracts';
import type { EntityManager } from 'typeorm';
import { assertReadable } from '../instruments/standing-instrument.ts';
import { assertWritable } from '../reorganisations/apply-plan.ts';
import { ReorganisationEntity } from '../reorganisations/reorganisation.entity.ts';
import { lastDayOf } from '../units/standing-unit.ts';

/** Throws where the sender may not read the thing with this id. */
type MayRead = (db: EntityManager, id: string) => Promise<void>;

/** A thing that lies in units is read by who may read any of them, on the last day of each. */
function inUnits(noun: FileNoun, unitsSql: string): MayRead {
  return async (db, id) => {
    const { read } = fileNouns[noun];
    const rows: { unit_id: string }[] = await db.query(unitsSql, [id]);
    for (const { unit_id } of rows) {
      const inside = await assertInside(db, read, [unit_id], await lastDayOf(db, unit_id)).then(
        () => true,
        () => false,
      );
      if (inside) return;
    }
    throw problem('outside-area', { permission: read });
  };
}

/** Who may see an act as a whole is who may write all that it touches. */
const ofReorganisation: MayRead = async (db, id) => {
  const found = await db.findOneBy(ReorganisationEntity, { id });
  if (!found) throw problem('reorganisation-not-found', { id });
  await assertWritable(db, found.plan);
};

/** Who may read a file through what it belongs to; each noun says it in its own words. */
const readers: Record<FileNoun, MayRead> = {
  instrument: assertReadable,
  proposal: inUnits('proposal', `select unit_id from proposal where id = $1`),
  reorganisation: ofReorganisation,
  team: inUnits(
    'team',
    `select distinct village_id as unit_id from team_village where team_id = $1`,
  ),
  workplace: inUnits('workplace', `select village_id as unit_id from workplace where id = $1`),
};

export async function assertMayRead(db: EntityManager, noun: FileNoun, id: string): Promise<void> {
  const permission = fileNouns[noun].read;
  if (!holds(currentPrincipal(), permission)) throw problem('not-allowed', { permission });
  await readers[noun](db, id);
}
