import type { Event, Operation } from '@antt/kernel';
import * as activity from './activity/index.ts';
import * as identity from './identity/index.ts';
import * as jobs from './job.ts';
import * as organisation from './organisation/index.ts';
import * as personnel from './personnel/index.ts';

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'output' in value && 'subject' in value;
}

function isEvent(value: unknown): value is Event {
  return typeof value === 'object' && value !== null && 'payload' in value && 'subject' in value;
}

const values: unknown[] = [
  ...Object.values(identity),
  ...Object.values(organisation),
  ...Object.values(personnel),
  ...Object.values(activity),
  jobs.previewJob,
  ...Object.values(jobs.jobMessages.organisation),
  ...Object.values(jobs.jobMessages.identity),
  ...Object.values(jobs.jobMessages.personnel),
];

/** Every operation there is: the gateway derives its routes from it, the tests their matrix. */
export const operations: readonly Operation[] = values.filter(isOperation);

/** Every event there is. */
export const events: readonly Event[] = values.filter(isEvent);
