import type { AnyWorkItem, AnyWorkKind } from './use-work.ts';

const places: Record<AnyWorkItem['noun'], string> = {
  unit: '/units',
  team: '/teams',
  instrument: '/instruments',
  draft: '/drafts',
  proposal: '/proposals',
  person: '/people',
  duplicate: '/records',
  recruitment: '/recruitments',
  cessation: '/cessations',
  claim: '/claims',
  supervision: '/supervisions',
  shift: '/duties',
};

/** Pages that list them all; the others have a page for each. */
const listed = new Set<AnyWorkItem['noun']>(['proposal', 'shift', 'duplicate']);

/** Lists that open one of theirs beside them. */
const opened = new Set<AnyWorkItem['noun']>(['cessation', 'claim', 'supervision']);

type Place = { path: string; search?: Record<string, string> };

/**
 * The page on which a piece of work is done; of a commune whose teams lack a workplace the teams are listed,
 * of one with too many members the members.
 */
export function placeOf(kind: AnyWorkKind, { noun, id }: Pick<AnyWorkItem, 'noun' | 'id'>): Place {
  if (kind === 'workplace-missing') {
    return { path: places.team, search: { within: id, lacks: 'workplace' } };
  }
  if (kind === 'members-over-quota') return { path: places.person, search: { within: id } };
  if (opened.has(noun)) return { path: places[noun], search: { open: id } };
  return { path: listed.has(noun) ? places[noun] : `${places[noun]}/${id}` };
}
