import { getUnitHistory, type UnitChange } from '@antt/contracts';
import type { z } from 'zod';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, useDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { unitName } from '../../unit-name.ts';

/** What changed about a unit, latest first, each change with the instrument behind it. */
export function UnitHistory({ id }: { id: string }) {
  const { on, setOn } = useDay();
  const history = useAnswer(getUnitHistory, { id });
  if (history.isError) {
    return <ProblemPanel problem={history.error} onRetry={() => void history.refetch()} />;
  }
  if (!history.data) return <PageSkeleton />;
  if (history.data.items.length === 0) {
    return (
      <p className="none">
        <FormattedMessage id="history.none" />
      </p>
    );
  }
  return (
    <ol className="timeline">
      {history.data.items.map((item, index) => (
        <li key={index} data-future={item.on > on || undefined}>
          <button type="button" className="link tabular" onClick={() => setOn(item.on)}>
            {formatDay(item.on)}
          </button>
          <p>
            <Change item={item} />
            {item.instrumentNumber && (
              <small>
                <FormattedMessage id="history.by" values={{ number: item.instrumentNumber }} />
              </small>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Change({ item }: { item: z.infer<typeof UnitChange> }) {
  if (item.what === 'below-changed') {
    const { level = 'village', ...counts } = item.below ?? {};
    return <FormattedMessage id={`history.below-changed.${level}`} values={counts} />;
  }
  const name =
    item.name && item.kind ? unitName({ kind: item.kind, name: item.name }) : (item.name ?? '');
  return (
    <FormattedMessage
      id={`history.${item.what}`}
      values={{ name, parent: item.parentName ?? '' }}
    />
  );
}
