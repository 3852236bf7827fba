import type { WorkItem } from '@antt/contracts';

const places: Record<WorkItem['noun'], string> = {
  unit: '/units',
  team: '/teams',
  instrument: '/instruments',
  draft: '/drafts',
  proposal: '/proposals',
};

/** The page on which a piece of work is done; the one of proposals lists them all. */
export const pathOf = ({ noun, id }: Pick<WorkItem, 'noun' | 'id'>) =>
  noun === 'proposal' ? places.proposal : `${places[noun]}/${id}`;
