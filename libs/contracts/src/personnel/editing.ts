import { event, operation, pageOf, PlainDate } from '@antt/kernel';
import { z } from 'zod';
import { CommuneRef } from './commune-ref.ts';

const reason = z.string().trim().min(5).max(500);
const moment = z.iso.datetime({ offset: true });

/** A time in which a commune that is closed for editing may be edited all the same, because it asked to. */
export const EditingWindow = z.object({
  id: z.uuid(),
  communeId: z.uuid(),
  opensAt: moment,
  closesAt: moment,
  reason,
  openedBy: z.string(),
});
export type EditingWindow = z.infer<typeof EditingWindow>;

/** A commune whose records of people stay as they are, until it is opened again. */
export const EditingClosure = z.object({
  communeId: z.uuid(),
  commune: CommuneRef.nullable(),
  closedAt: moment,
  closedBy: z.string(),
  reason: z.string(),
  windows: z.array(EditingWindow),
});
export type EditingClosure = z.infer<typeof EditingClosure>;

export const listClosures = operation('personnel.editing.list', {
  http: 'GET /editing-closures',
  allow: 'person.read',
  summary: 'Communes whose records of people are closed for editing, with their windows',
  input: z.strictObject({ on: PlainDate, within: z.uuid().optional() }),
  output: pageOf(EditingClosure),
});

export const closeEditing = operation('personnel.editing.close', {
  http: 'POST /editing-closures',
  allow: 'setting.write',
  summary: 'Close the records of people of a commune for editing',
  input: z.strictObject({ communeId: z.uuid(), reason }),
  output: EditingClosure,
});

export const openEditing = operation('personnel.editing.open', {
  http: 'POST /editing-closures/:communeId/ends',
  allow: 'setting.write',
  summary: 'Open the records of people of a commune for editing again',
  input: z.strictObject({ communeId: z.uuid(), reason }),
  output: z.object({ communeId: z.uuid() }),
});

export const openEditingWindow = operation('personnel.editing.open-window', {
  http: 'POST /editing-windows',
  allow: 'setting.write',
  summary: 'Let a closed commune edit for a time, on its request',
  input: EditingWindow.omit({ openedBy: true }).strict(),
  output: EditingWindow,
});

export const editingClosed = event(
  'personnel.editing-closed.v1',
  z.object({ communeId: z.uuid(), reason: z.string() }),
);
export const editingOpened = event(
  'personnel.editing-opened.v1',
  z.object({ communeId: z.uuid(), reason: z.string() }),
);
export const editingWindowOpened = event('personnel.editing-window-opened.v1', EditingWindow);
