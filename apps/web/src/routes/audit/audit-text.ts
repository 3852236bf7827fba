import type { AuditEntry } from '@antt/contracts';
import type { IntlShape } from 'react-intl';
import { formatDay } from '../../day.ts';
import type { MessageId } from '../../i18n/message.ts';

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

/** The few members of a payload that people look for; all of them stand in the opened entry. */
export function payloadText(intl: IntlShape, { payload }: AuditEntry): string {
  if (typeof payload !== 'object' || payload === null) return '';
  const parts: string[] = [];
  const first = (name: string) => (['what', 'why', 'reason'].includes(name) ? 0 : 1);
  const members = Object.entries(payload as Payload).sort(([a], [b]) => first(a) - first(b));
  for (const [name, value] of members) {
    if (name === 'counts' && typeof value === 'object' && value !== null) {
      for (const [count, number] of Object.entries(value)) {
        const title = word(intl, `imports.count.${count}`) ?? count;
        if (number !== 0) parts.push(`${intl.formatNumber(Number(number))} ${title}`);
      }
    } else if (name === 'what' || name === 'why' || name === 'reason') {
      parts.push(word(intl, `audit.${name}.${String(value)}`) ?? String(value));
    } else if (name === 'units' && typeof value === 'number') {
      parts.push(intl.formatMessage({ id: 'audit.units' }, { count: value }));
    } else if (name === 'role') {
      parts.push(word(intl, `role.${String(value)}`) ?? String(value));
    } else if (['number', 'name', 'username', 'code'].includes(name) && value) {
      parts.push(String(value));
    } else if (['validFrom', 'effectiveFrom', 'foundedOn', 'dissolvedOn'].includes(name) && value) {
      parts.push(formatDay(String(value)));
    }
  }
  return parts.join(', ');
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
