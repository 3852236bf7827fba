import './teams.css';
import { type SoftRule, TeamWarning } from '@antt/contracts';
import { type PlainDate, Problem } from '@antt/kernel';
import { Form } from 'antd';
import type { ComponentProps } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { z } from 'zod';
import { ActForm } from '../../act/act-form.tsx';
import type { BrokenRule } from '../../act/broken-rules.tsx';
import { formatDay } from '../../day.ts';
import type { ProblemPlaces } from '../../field/field-problem.ts';
import { InstrumentField, useInstruments } from '../instruments/instrument-field.tsx';

/** What every act on a team says: the chair's decision, and the rules that are broken knowingly. */
export type ActFields = {
  decision: { number: string; signedOn: PlainDate; basedOn: string };
  accept?: SoftRule[];
  reason?: string;
};

/** What every decision can be refused for. */
const decisionPlaces: ProblemPlaces = {
  'team-decision-signed-otherwise': ['decision', 'signedOn'],
  'instrument-not-in-force': ['decision', 'basedOn'],
  'instrument-is-draft': ['decision', 'basedOn'],
};

/** Each rule once, with all the units and days where it would be broken. */
function warningsIn(intl: IntlShape, problem: unknown): BrokenRule[] {
  if (!(problem instanceof Problem)) return [];
  const warnings = z.array(TeamWarning).safeParse(problem.body.warnings).data ?? [];
  const told = (warning: TeamWarning) => {
    const { rule, on, unit, teams, count, limit } = warning;
    const text = intl.formatMessage(
      { id: `teams.rule.${rule}` },
      { day: formatDay(on), unit, teams: teams.join(', '), count: count ?? 0, limit: limit ?? 0 },
    );
    // Some begin with a unit, whose kind is written small.
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  return [...new Set(warnings.map(({ rule }) => rule))].map((rule) => ({
    ...{ rule, severity: 'soft' as const },
    told: warnings
      .filter((one) => one.rule === rule)
      .map(told)
      .join(' '),
  }));
}

type Props<Fields extends object> = ComponentProps<typeof ActForm<Fields>>;

/** The frame of a form that records an act on a team. */
export function TeamActForm<Fields extends object>(props: Props<Fields>) {
  return (
    <ActForm<Fields>
      {...props}
      places={{ ...decisionPlaces, ...props.places }}
      rulesIn={warningsIn}
    />
  );
}

/** The provincial decision that the chair's one cites (Law 30/2023/QH15 Art. 14.5). */
export function BasedOnField({ required = true }: { required?: boolean }) {
  const intl = useIntl();
  const known = useInstruments(undefined);
  // What the chairs of communes signed is itself no provincial decision.
  const provincial = (known.data?.items ?? []).filter(
    ({ kind, issuer, status }) =>
      status === 'final' && kind !== 'law' && kind !== 'decree' && !/^chủ tịch/iu.test(issuer),
  );
  return (
    <Form.Item
      name={['decision', 'basedOn']}
      label={<FormattedMessage id="teams.decision.based-on" />}
      extra={<FormattedMessage id="teams.decision.based-on-note" />}
      rules={[{ required, message: intl.formatMessage({ id: 'field.required' }) }]}
    >
      <InstrumentField
        instruments={provincial}
        loading={known.isLoading}
        placeholder={intl.formatMessage({ id: 'teams.decision.based-on-choose' })}
      />
    </Form.Item>
  );
}
