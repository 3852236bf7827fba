import { problemFrom, type Problem } from '@antt/kernel';
import { useMemo } from 'react';
import type { IntlShape } from 'react-intl';
import { problemText } from '../i18n/problem-text.ts';
import type { Entry } from './entry.ts';

/** Why an entry was refused, as one problem: a form would hear of another one at each drawing. */
export function useRefusal(entry: Entry | undefined): Problem | null {
  const body = entry?.state === 'refused' ? entry.problem : null;
  return useMemo(() => (body ? problemFrom(body) : null), [body]);
}

/** Why an entry is still here; of a record that is there, which photos are left. */
export function whyText(intl: IntlShape, entry: Entry): string {
  const problem = problemText(intl, problemFrom(entry.problem));
  if (entry.kind === 'report' || !entry.isRecorded || entry.files.length === 0) return problem;
  const names = entry.files.map(({ name }) => name).join(', ');
  return intl.formatMessage({ id: 'outbox.photos-refused' }, { names, problem });
}
