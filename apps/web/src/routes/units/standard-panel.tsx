import { endVillageStandard, listVillageStandards } from '@antt/contracts';
import { App, Button, Drawer, Popconfirm } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAnswer, useCommand } from '../../answer.ts';
import { formatDay, formatLastDay, useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { placeOf, sourceOf, type StandardRow } from './standard-columns.tsx';

type Props = { standard: StandardRow; onClose: () => void };

/** The standards of one kind in one place over all days; one that holds can be ended on the day of the page. */
function StandardPanel({ standard, onClose }: Props) {
  const intl = useIntl();
  const { on } = useDay();
  const { message } = App.useApp();
  const mayEnd = useMay('unit.write');
  const all = useAnswer(listVillageStandards, {});
  const end = useCommand(endVillageStandard, [listVillageStandards]);
  const story = (all.data?.items ?? []).filter(
    ({ kind, unitId }) => kind === standard.kind && unitId === standard.unitId,
  );
  const holds = ({ validFrom, validTo }: StandardRow) =>
    validFrom <= on && (validTo === null || on < validTo);
  const finish = (id: string) =>
    end.mutate(
      { id, validTo: on },
      {
        onSuccess: ({ removed }) =>
          void message.success(
            intl.formatMessage(
              { id: removed ? 'standards.removed' : 'standards.ended' },
              { day: formatDay(on) },
            ),
          ),
      },
    );
  return (
    <Drawer
      open
      size={420}
      title={`${standard.kind} – ${placeOf(intl, standard)}`}
      onClose={onClose}
    >
      {end.isError && <ProblemPanel problem={end.error} />}
      {all.isError && <ProblemPanel problem={all.error} onRetry={() => void all.refetch()} />}
      {all.isPending && <PageSkeleton />}
      <ul className="figures">
        {story.map((one) => (
          <li key={one.id} data-counts={holds(one) || undefined}>
            <b>
              <FormattedMessage id="standards.at-least" values={{ count: one.households }} />
            </b>
            <small>
              {one.validTo ? (
                <FormattedMessage
                  id="fact.valid.between"
                  values={{ from: formatDay(one.validFrom), to: formatLastDay(one.validTo) }}
                />
              ) : (
                <FormattedMessage
                  id="fact.valid.since"
                  values={{ from: formatDay(one.validFrom) }}
                />
              )}
              {' · '}
              {one.instrumentId ? (
                <PlaceLink path={`/instruments/${one.instrumentId}`}>{sourceOf(one)}</PlaceLink>
              ) : (
                sourceOf(one)
              )}
            </small>
            {mayEnd && holds(one) && (
              <Popconfirm
                title={
                  <FormattedMessage
                    id={one.validFrom === on ? 'standards.remove-sure' : 'standards.end-sure'}
                    values={{ day: formatDay(on) }}
                  />
                }
                okText={<FormattedMessage id="standards.end" values={{ day: formatDay(on) }} />}
                cancelText={<FormattedMessage id="action.cancel" />}
                onConfirm={() => finish(one.id)}
              >
                <Button size="small" type="text" loading={end.isPending}>
                  <FormattedMessage id="standards.end" values={{ day: formatDay(on) }} />
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

export { StandardPanel as default };
