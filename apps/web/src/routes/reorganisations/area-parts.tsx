import './area-parts.css';
import {
  type AreaPart,
  type AreaPartDecision,
  decideAreaPart,
  listAreaParts,
  listAreas,
} from '@antt/contracts';
import { App, Button } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay } from '../../day.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { useMay } from '../../session/me.ts';
import { unitName } from '../../unit-name.ts';

const nameOf = ({ name, kind }: AreaPart['unit']) => (kind ? unitName({ name, kind }) : name);

/** What an act (or any) made partly of areas of accounts: taken into the area from here, or left out of it. */
export function AreaParts({ reorganisationId }: { reorganisationId?: string }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const mayRead = useMay('account.read');
  const mayDecide = useMay('account.write');
  const parts = useAnswer(listAreaParts, { reorganisationId }, { enabled: mayRead });
  const decide = useCommand(decideAreaPart, [listAreaParts, listAreas]);
  const items = parts.data?.items ?? [];
  if (items.length === 0) return null;
  const settle = ({ id, area, unit }: AreaPart, decision: AreaPartDecision) =>
    decide.mutate(
      { id, decision },
      {
        onSuccess: () =>
          void message.success(
            intl.formatMessage(
              { id: decision === 'take' ? 'area-parts.taken' : 'area-parts.left' },
              { unit: nameOf(unit), area: area.name },
            ),
          ),
        onError: (problem) => void message.error(problemText(intl, problem), 8),
      },
    );
  return (
    <section className="area-parts">
      <h3>
        <FormattedMessage id="area-parts.title" />{' '}
        <b className="tabular">{intl.formatNumber(items.length)}</b>
      </h3>
      <p className="faint">
        <FormattedMessage id="area-parts.note" />
      </p>
      <ul>
        {items.map((part) => (
          <li key={part.id}>
            <span>
              <b>{nameOf(part.unit)}</b>
              <span className="faint">
                <FormattedMessage
                  id="area-parts.part"
                  values={{ area: part.area.name, on: formatDay(part.on) }}
                />
              </span>
            </span>
            {mayDecide &&
              (['take', 'leave'] as const).map((decision) => (
                <Button
                  key={decision}
                  disabled={decide.isPending}
                  onClick={() => settle(part, decision)}
                >
                  <FormattedMessage id={`area-parts.${decision}`} />
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
