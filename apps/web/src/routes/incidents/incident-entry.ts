import type { Incident, IncidentKind, recordIncident } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import type { IntlShape } from 'react-intl';
import type { Question } from '../../api.ts';
import { formatDay } from '../../day.ts';
import { dayOfMoment } from '../../moment.ts';
import { entryKey, type EntryOf, type KeptPhoto } from '../../outbox/entry.ts';
import { nameIn } from './incident-text.ts';
import { clockOf, type Entered, figuresOf, momentAfter, momentOf } from './incident.rules.ts';

/** A record as the form holds it. */
export type Fields = {
  kindCode: string;
  teamId: string;
  day: PlainDate;
  known: string;
  reported?: string;
  onScene?: string;
  place?: string;
  lon?: number | null;
  lat?: number | null;
  outOfArea?: boolean;
  summary?: string;
  sameAsId?: string | null;
  acts?: Incident['acts'];
  figures?: Entered;
  reason?: string;
};
export type IncidentEntry = EntryOf<'incident'>;

export const incidentKey = (accountId: string, id: string) => entryKey(accountId, 'incident', id);

type Of = { id: string; kind: IncidentKind | undefined };

/** What the record says, as it is sent. */
export function factsOf(fields: Fields, { id, kind }: Of) {
  const { day, known, reported, onScene } = fields;
  const knownAt = momentOf(day, known);
  const asked = (at: 'reported' | 'onScene', time: string | undefined) =>
    time && kind && kind[at] !== 'none' ? momentAfter(knownAt, time) : null;
  return {
    ...{ id, teamId: fields.teamId, kindCode: fields.kindCode, knownAt },
    sameAsId: fields.sameAsId ?? null,
    ...{ reportedAt: asked('reported', reported), onSceneAt: asked('onScene', onScene) },
    ...{ place: fields.place ?? '', lon: fields.lon ?? null, lat: fields.lat ?? null },
    ...{ outOfArea: fields.outOfArea ?? false, summary: fields.summary ?? '' },
    ...{ acts: fields.acts ?? [], figures: kind ? figuresOf(kind, fields.figures ?? {}) : {} },
  };
}

/** A record that is corrected, as the form holds it. */
export function fieldsOf(wrong: Incident): Partial<Fields> {
  const { knownAt, reportedAt, onSceneAt, kindCode, teamId, place, lon, lat } = wrong;
  return {
    ...{ kindCode, teamId, place, lon, lat, outOfArea: wrong.outOfArea, summary: wrong.summary },
    ...{ acts: wrong.acts, figures: wrong.figures, sameAsId: wrong.sameAsId },
    ...{ day: dayOfMoment(knownAt), known: clockOf(knownAt) },
    ...(reportedAt && { reported: clockOf(reportedAt) }),
    ...(onSceneAt && { onScene: clockOf(onSceneAt) }),
  };
}

type Kept = Of & {
  accountId: string;
  teamName: string;
  before: IncidentEntry | undefined;
  files: KeptPhoto[];
};

/** A record as the queue of the device keeps it, with what it says in words; it may be half written. */
export function entryOf(intl: IntlShape, fields: Partial<Fields>, kept: Kept): IncidentEntry {
  const { accountId, id, kind, teamName, before, files } = kept;
  const now = new Date().toISOString();
  const at = [fields.known, fields.day && formatDay(fields.day)].filter(Boolean).join(' ');
  // Without its kind it would leave without figures and times, and nobody would be told.
  const isKnown = fields.kindCode === undefined || fields.kindCode === kind?.code;
  const isWhole = fields.day !== undefined && Boolean(fields.known) && isKnown;
  const line = (label: string, value: string | undefined) => (value ? [{ label, value }] : []);
  const text = (name: 'known' | 'summary' | 'column.place' | 'column.team') =>
    intl.formatMessage({ id: `incidents.${name}` });
  return {
    kind: 'incident',
    key: incidentKey(accountId, id),
    ...{ accountId, state: 'draft', problem: null, attempts: 0, isRecorded: false, files },
    title: kind ? nameIn(intl, kind) : intl.formatMessage({ id: 'incidents.new' }),
    note: [teamName, at].filter(Boolean).join(' · '),
    lines: [
      ...line(text('column.team'), teamName),
      ...line(text('known'), at),
      ...line(text('column.place'), fields.place),
      ...line(text('summary'), fields.summary),
      ...(kind?.fields ?? []).flatMap((field) =>
        line(nameIn(intl, field), String(fields.figures?.[field.code] ?? '')),
      ),
    ],
    ...{ madeAt: before?.madeAt ?? now, changedAt: now },
    fields,
    command: isWhole
      ? factsOf(fields as Fields, { id, kind })
      : ({ id } as Question<typeof recordIncident>),
  };
}
