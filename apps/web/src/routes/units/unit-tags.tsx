import {
  endUnitTag,
  getUnit,
  getUnitHistory,
  listUnitTags,
  tagUnit,
  type UnitProfile,
  type UnitTag,
} from '@antt/contracts';
import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay, formatLastDay, useDay } from '../../day.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { useMay } from '../../session/me.ts';
import { useTags } from './tag-text.ts';

const TagForm = lazy(() => import('./tag-form.tsx'));
const refreshed = [listUnitTags, getUnit, getUnitHistory];

/** Tags of a unit over all days; one that holds can be ended on the day of the page, and that taken back. */
export function UnitTags({ unit }: { unit: UnitProfile }) {
  const intl = useIntl();
  const { on } = useDay();
  const { message } = App.useApp();
  const mayWrite = useMay('unit.write');
  const { nameOf } = useTags();
  const [adding, setAdding] = useState(false);
  const answer = useAnswer(listUnitTags, { id: unit.id });
  const end = useCommand(endUnitTag, refreshed);
  const again = useCommand(tagUnit, refreshed);
  const holds = ({ validFrom, validTo }: UnitTag) =>
    validFrom <= on && (validTo === null || on < validTo);
  const finish = ({ tag, validFrom, instrumentId }: UnitTag) =>
    end.mutate(
      { id: unit.id, tag, validTo: on },
      {
        onError: (problem) => void message.error(problemText(intl, problem)),
        onSuccess: () =>
          void message.success(
            <span className="undoable">
              <FormattedMessage id="tag.ended" values={{ tag: nameOf(tag), day: formatDay(on) }} />
              <Button
                size="small"
                type="link"
                onClick={() =>
                  again.mutate({
                    id: unit.id,
                    tag,
                    validFrom: validFrom === on ? validFrom : on,
                    instrumentId,
                  })
                }
              >
                <FormattedMessage id="action.undo" />
              </Button>
            </span>,
            6,
          ),
      },
    );
  return (
    <section>
      <h2>
        <FormattedMessage id="units.tags" />
        {mayWrite && (
          <Button size="small" onClick={() => setAdding(true)}>
            <FormattedMessage id="tag.add" />
          </Button>
        )}
      </h2>
      {answer.isError && (
        <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.data?.items.length === 0 && (
        <p className="none">
          <FormattedMessage id="unit.tags.none" />
        </p>
      )}
      <ul className="figures">
        {answer.data?.items.map((tag) => (
          <li key={`${tag.tag}${tag.validFrom}`} data-counts={holds(tag) || undefined}>
            <b>{nameOf(tag.tag)}</b>
            <small>
              {tag.validTo ? (
                <FormattedMessage
                  id="fact.valid.between"
                  values={{ from: formatDay(tag.validFrom), to: formatLastDay(tag.validTo) }}
                />
              ) : (
                <FormattedMessage
                  id="fact.valid.since"
                  values={{ from: formatDay(tag.validFrom) }}
                />
              )}
              {tag.instrumentNumber && ` · ${tag.instrumentNumber}`}
            </small>
            {mayWrite && holds(tag) && (
              <Button size="small" type="text" onClick={() => finish(tag)}>
                <FormattedMessage id="tag.end" values={{ day: formatDay(on) }} />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && (
        <Suspense fallback={null}>
          <TagForm unit={unit} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </section>
  );
}
