import type { WorkItem, WorkKind } from '@antt/contracts';

const places: Record<WorkItem['noun'], string> = {
  unit: '/units',
  team: '/teams',
  instrument: '/instruments',
  draft: '/drafts',
  proposal: '/proposals',
};

type Place = { path: string; search?: Record<string, string> };

/**
 * The page on which a piece of work is done; the one of proposals lists them all, and of a commune whose teams lack
 * a workplace the teams are listed.
 */
export function placeOf(kind: WorkKind, { noun, id }: Pick<WorkItem, 'noun' | 'id'>): Place {
  if (kind === 'workplace-missing') {
    return { path: places.team, search: { within: id, lacks: 'workplace' } };
  }
  return { path: noun === 'proposal' ? places.proposal : `${places[noun]}/${id}` };
}
