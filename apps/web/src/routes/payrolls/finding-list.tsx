import type { PayrollFinding } from '@antt/contracts';
import { Tag } from 'antd';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import type { BrokenRule } from '../../act/broken-rules.tsx';
import { PlaceLink } from '../../frame/place-link.tsx';
import { unitName } from '../../unit-name.ts';
import { moneyText } from './money.tsx';

/** What is found, in words: how many, and what is odd about them. */
const findingText = (intl: IntlShape, { check, people }: PayrollFinding) =>
  intl.formatMessage({ id: `payrolls.check.${check}` }, { count: people });

/** Findings as rules to accept; what is hard stands in the way. `named`: with the first people of each. */
export const findingRules = (
  intl: IntlShape,
  findings: readonly PayrollFinding[],
  { named = false } = {},
): BrokenRule[] =>
  findings.map((finding) => ({
    rule: finding.check,
    severity: finding.severity,
    told: (
      <>
        {findingText(intl, finding)}
        <FundRows finding={finding} />
        {named && !finding.funds && <Examples finding={finding} />}
      </>
    ),
  }));

/** Findings with the first people of each; hard ones come first. */
export function FindingList({ findings }: { findings: readonly PayrollFinding[] }) {
  const intl = useIntl();
  if (findings.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage id="payrolls.no-findings" />
      </p>
    );
  }
  const hard = findings.filter(({ severity }) => severity === 'hard');
  const soft = findings.filter(({ severity }) => severity === 'soft');
  return (
    <ul className="findings">
      {[...hard, ...soft].map((finding) => (
        <li key={finding.check} data-severity={finding.severity}>
          <p>
            <Tag className="pay-tag" data-stage={finding.severity === 'hard' ? 'wrong' : 'due'}>
              <FormattedMessage id={`payrolls.severity.${finding.severity}`} />
            </Tag>
            <b>{findingText(intl, finding)}</b>
          </p>
          <p className="faint">
            <FormattedMessage id={`payrolls.check-note.${finding.check}`} />
          </p>
          {finding.funds ? <FundRows finding={finding} /> : <Examples finding={finding} />}
        </li>
      ))}
    </ul>
  );
}

/** Whose money does not last: what is needed and what is left. */
function FundRows({ finding: { funds = [] } }: { finding: PayrollFinding }) {
  const intl = useIntl();
  if (funds.length === 0) return null;
  return (
    <ul className="examples">
      {funds.map(({ unit, group, source, asked, left }) => (
        <li key={`${unit.id} ${group} ${source}`}>
          <FormattedMessage
            id="payrolls.funds-row"
            values={{
              unit: unitName(unit),
              group: intl.formatMessage({ id: `pay.group.${group}` }),
              source: intl.formatMessage({ id: `pay.fund.${source}` }),
              asked: moneyText(intl, asked),
              left: moneyText(intl, left),
            }}
          />
        </li>
      ))}
    </ul>
  );
}

function Examples({ finding: { examples, people } }: { finding: PayrollFinding }) {
  const more = people - examples.length;
  return (
    <ul className="examples">
      {examples.map(({ personId, name, detail }, n) => (
        <li key={`${personId} ${n}`}>
          {personId ? <PlaceLink path={`/people/${personId}`}>{name}</PlaceLink> : name}
          {name && detail ? ` (${detail})` : detail}
        </li>
      ))}
      {more > 0 && (
        <li>
          <FormattedMessage id="payrolls.more" values={{ count: more }} />
        </li>
      )}
    </ul>
  );
}
