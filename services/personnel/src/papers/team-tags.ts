import { figure } from '@antt/paper/words';
import type { PaperFacts } from './paper-facts.ts';
import { rowsOf, type Tag } from './tag.ts';

/** The teams that a paper speaks of. */
export const teamTags: Tag<PaperFacts>[] = [
  { tag: 'số tổ', text: ({ teams }) => figure(teams.length) },
  rowsOf('tổ', ({ teams }) => teams, [
    { tag: 'tên tổ', text: ({ name }) => name },
    { tag: 'thôn, tổ dân phố', text: ({ villages }) => villages.join(', ') },
    { tag: 'số thành viên', text: ({ members }) => figure(members) },
  ]),
];
