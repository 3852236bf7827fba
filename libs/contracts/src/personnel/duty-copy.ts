import { event, operation } from '@antt/kernel';
import { z } from 'zod';
import { DutyKind } from './shift.ts';

const moment = z.iso.datetime({ offset: true });

/**
 * An approved shift as copies take it. `version` grows with each change of it; one that is `gone` was replaced by a
 * correction, which counts only when it is approved in its turn.
 */
export const DutyCopy = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  teamId: z.uuid(),
  kind: DutyKind,
  withPolice: z.boolean(),
  startsAt: moment,
  endsAt: moment,
  version: z.number().int(),
  gone: z.boolean(),
});
export type DutyCopy = z.infer<typeof DutyCopy>;

export const listDutyCopies = operation('personnel.duty.copy', {
  allow: 'services',
  summary: 'All approved shifts by id, for a service that keeps copies',
  input: z.strictObject({ after: z.uuid().optional() }),
  output: z.object({ duties: z.array(DutyCopy) }),
  deadline: 20_000,
});

export const countDuties = operation('personnel.duty.count', {
  allow: 'services',
  summary: 'How many approved shifts there are, and what their versions come to',
  input: z.strictObject({}),
  output: z.object({ duties: z.number().int(), versions: z.number().int() }),
});

/** Told by the database itself, whatever changed them. */
export const dutiesChanged = event(
  'personnel.duties-changed.v1',
  z.object({ duties: z.array(DutyCopy).max(500) }),
  { audited: false },
);
