import type { AuditEntry } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import type { MessageId } from '../../i18n/message.ts';
import { daysText, unitsText } from './audit-days.ts';

/** `identity.session-opened.v1` without its version: what the texts are kept under. */
export const eventKey = (event: string) => event.replace(/\.v\d+$/, '');

/** What happened, in words; an event nobody has described keeps its own name. */
export function eventText(intl: IntlShape, event: string): string {
  const id = `event.${eventKey(event)}`;
  return Object.hasOwn(intl.messages, id) ? intl.formatMessage({ id: id as MessageId }) : event;
}

type Payload = Record<string, unknown>;

function word(intl: IntlShape, id: string): string | null {
  return Object.hasOwn(intl.messages, id) ? intl.formatMessage({ id: id as MessageId }) : null;
}

/** What comes before the rest, in this order: what was done to which file, and how it ended. */
const firsts = [
  'what',
  'why',
  'reason',
  'dryRun',
  'status',
  'fileName',
  'name',
  'role',
  'areaName',
];

function rankOf(name: string): number {
  const rank = firsts.indexOf(name);
  return rank < 0 ? firsts.length : rank;
}

/**
 * The members of a payload that people look for, of lists the first few; all of them stand in the opened
 * entry.
 */
export function payloadText(intl: IntlShape, { payload }: AuditEntry, most = 3): string {
  if (typeof payload !== 'object' || payload === null) return '';
  const whole = payload as Payload;
  return Object.keys(whole)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .flatMap((name) => partsOf(intl, name, whole, most))
    .filter((part) => part !== '')
    .join(', ');
}

function partsOf(intl: IntlShape, name: string, whole: Payload, most: number): string[] {
  const value = whole[name];
  switch (name) {
    case 'counts':
      return Object.entries(value ?? {}).flatMap(([count, number]) => {
        const title = word(intl, `imports.count.${count}`) ?? count;
        return number === 0 ? [] : [`${intl.formatNumber(Number(number))} ${title}`];
      });
    case 'what':
    case 'why':
    case 'reason':
      return [word(intl, `audit.${name}.${String(value)}`) ?? String(value)];
    case 'dryRun':
      return [intl.formatMessage({ id: value ? 'audit.dry-run' : 'audit.applied' })];
    case 'status':
      return [word(intl, `audit.job.${String(value)}`) ?? String(value)];
    case 'errors':
      return value ? [intl.formatMessage({ id: 'audit.errors' }, { count: Number(value) })] : [];
    case 'units':
      if (typeof value !== 'number') return [];
      return [intl.formatMessage({ id: 'audit.units' }, { count: value })];
    case 'added':
    case 'removed':
      return [unitsText(intl, name, value, most)];
    case 'role':
      return [word(intl, `role.${String(value)}`) ?? String(value)];
    case 'from':
      return [daysText(intl, value, whole.to)];
    case 'number':
    case 'name':
    case 'username':
    case 'code':
    case 'fileName':
    case 'areaName':
      return value ? [String(value)] : [];
    case 'validFrom':
    case 'effectiveFrom':
    case 'foundedOn':
    case 'dissolvedOn':
      return value ? [formatDay(String(value))] : [];
    default:
      return [];
  }
}

/** A payload as lines of name and value, nested members with their path. */
export function payloadLines(payload: unknown, path = ''): [string, string][] {
  if (typeof payload !== 'object' || payload === null) {
    return [[path, payload === null ? '–' : String(payload)]];
  }
  return Object.entries(payload).flatMap(([name, value]) =>
    payloadLines(value, path ? `${path}.${name}` : name),
  );
}
