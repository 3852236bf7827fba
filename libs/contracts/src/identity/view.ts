import { operation } from '@antt/kernel';
import { z } from 'zod';

/** A page with its filters that somebody keeps: the part of the address after the `?`. */
export const View = z.object({
  id: z.uuid(),
  page: z.string().max(60),
  name: z.string().trim().min(1).max(100),
  search: z.string().max(2000),
});
export type View = z.infer<typeof View>;

export const listViews = operation('identity.view.list', {
  http: 'GET /views',
  allow: 'signed-in',
  summary: 'Views I keep',
  input: z.strictObject({}),
  output: z.object({ items: z.array(View) }),
});

export const keepView = operation('identity.view.keep', {
  http: 'POST /views',
  allow: 'signed-in',
  summary: 'Keep a page with its filters under a name',
  input: z.strictObject(View.shape),
  output: View,
});

export const deleteView = operation('identity.view.delete', {
  http: 'DELETE /views/:id',
  allow: 'signed-in',
  summary: 'Drop a view of mine',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({}),
});
