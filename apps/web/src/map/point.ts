import type { listPoints } from '@antt/contracts';
import type { Output } from '@antt/kernel';

/** A team or workplace as the map draws it. */
export type Point = Output<typeof listPoints>['items'][number] & { layer: 'teams' | 'workplaces' };
