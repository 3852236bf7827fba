import type { MessageId } from '../../i18n/message.ts';
import type { Counted, Typed } from './draft.rules.ts';

export type DraftColumn = {
  id: Typed | 'number' | 'unit' | 'norm' | 'decided' | 'active' | 'serving' | 'cost' | 'remark';
  title: MessageId;
  width?: number | string;
  numeric?: boolean;
  typed?: Typed;
};

const figure = (id: Counted, width: number): DraftColumn => ({
  id,
  typed: id,
  title: `drafts.column.${id}` as MessageId,
  width,
  numeric: true,
});
const beside = (
  id: 'norm' | 'decided' | 'active' | 'serving' | 'cost',
  width: number,
): DraftColumn => ({
  id,
  title: `drafts.column.${id}` as MessageId,
  width,
  numeric: true,
});

/** As an annex has them, then what they are weighed against. */
export const wideColumns: DraftColumn[] = [
  { id: 'number', title: 'drafts.column.number', width: 44 },
  { id: 'unit', title: 'drafts.column.unit', width: 190 },
  figure('villages', 62),
  figure('teams', 62),
  figure('members', 74),
  figure('leaders', 62),
  figure('deputies', 62),
  figure('ordinary', 62),
  beside('norm', 104),
  beside('decided', 112),
  beside('active', 72),
  beside('serving', 72),
  beside('cost', 88),
  { id: 'remark', title: 'drafts.column.remark' },
  { id: 'note', typed: 'note', title: 'drafts.column.note', width: '14%' },
];

/** On a phone: the commune, its two figures, and what follows of them. */
export const narrowColumns: DraftColumn[] = [
  { id: 'unit', title: 'drafts.column.unit' },
  figure('teams', 56),
  figure('members', 64),
  beside('active', 62),
];
