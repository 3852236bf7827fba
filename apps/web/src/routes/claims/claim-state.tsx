import type { Claim, ClaimState, ClaimTerm } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Tag } from 'antd';
import { FormattedMessage } from 'react-intl';
import { formatDay } from '../../day.ts';
import { daysLate, nextTerm } from './claim.rules.ts';

const colours = {
  incomplete: 'warning',
  appraising: 'processing',
  deciding: 'processing',
  granted: 'success',
  refused: 'default',
} as const;

/** How far a claim has come, and whether its clock ran out. */
export function ClaimStateTag({ claim, on }: { claim: Claim; on: PlainDate }) {
  const term = nextTerm(claim);
  return (
    <span>
      <StateTag state={claim.state} /> {term && <LateTag term={term} on={on} />}
    </span>
  );
}

/** How far a dossier has come. */
export function StateTag({ state }: { state: ClaimState }) {
  return (
    <Tag color={colours[state]}>
      <FormattedMessage id={`claims.state.${state}`} />
    </Tag>
  );
}

/** By how much a step is late, or was. */
export function LateTag({ term, on }: { term: ClaimTerm; on: PlainDate }) {
  const days = daysLate(term, on);
  if (days === 0) return null;
  return (
    <Tag color={term.done === null ? 'error' : 'warning'}>
      <FormattedMessage
        id={term.done === null ? 'claims.late' : 'claims.was-late'}
        values={{ days }}
      />
    </Tag>
  );
}

/** What a decision grants. */
export function Amount({ amount }: { amount: number }) {
  return <FormattedMessage id="claims.amount-value" values={{ amount }} />;
}

/** What is owed next and by when; why no clock runs where none does. */
export function NextTerm({ claim }: { claim: Claim }) {
  const term = nextTerm(claim);
  if (term) {
    return (
      <FormattedMessage id={`claims.next.${term.step}`} values={{ day: formatDay(term.due) }} />
    );
  }
  if (claim.state !== 'incomplete') return null;
  return <FormattedMessage id="claims.next.papers" values={{ count: claim.missing.length }} />;
}
