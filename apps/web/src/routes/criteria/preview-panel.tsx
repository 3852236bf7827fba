import { type CriteriaDocument, previewCriteria } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Segmented } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { useDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import type { Column } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { unitName } from '../../unit-name.ts';

type Preview = Output<typeof previewCriteria>;
type Row = Preview['items'][number];
type Range = { min: number; max: number } | null;

const rangeText = (intl: IntlShape, range: Range | undefined) =>
  !range
    ? '–'
    : [...new Set([range.min, range.max])].map((one) => intl.formatNumber(one)).join('–');
const difference = ({ members, now }: Row) =>
  members && now?.members ? members.max - now.members.max : null;

/** A document as it stood a moment ago: typing does not ask at every letter. */
function useSettledDocument(document: CriteriaDocument | null) {
  const [settled, setSettled] = useState(document);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(document), 600);
    return () => clearTimeout(timer);
  }, [document]);
  return settled;
}

/** What the document would come to on the own villages, beside the norm of now. */
export function PreviewPanel({ document }: { document: CriteriaDocument | null }) {
  const intl = useIntl();
  const { on } = useDay();
  const { within } = useArea();
  const [level, setLevel] = useState<'commune' | 'village'>('commune');
  const settled = useSettledDocument(document);
  const question = {
    document: settled!,
    on,
    within,
    level,
    changed: level === 'village',
    limit: level === 'village' ? 1000 : 5000,
  };
  const answer = useAnswer(previewCriteria, question, { keep: true, enabled: settled !== null });
  const columns = useMemo((): Column<Row>[] => {
    const title = (
      id:
        | 'units.name'
        | 'criteria.members'
        | 'criteria.teams'
        | 'criteria.now'
        | 'criteria.difference',
    ) => intl.formatMessage({ id });
    return [
      {
        id: 'name',
        title: title('units.name'),
        cell: ({ unit }) => (
          <>
            <PlaceLink path={`/units/${unit.id}`}>{unitName(unit)}</PlaceLink>
            {/* Villages of one name stand in many communes. */}
            {unit.level === 'village' && <small className="faint"> · {unit.parentName}</small>}
          </>
        ),
        text: ({ unit }) =>
          unit.level === 'village' ? `${unitName(unit)}, ${unit.parentName}` : unitName(unit),
      },
      {
        id: 'teams',
        title: title('criteria.teams'),
        width: 64,
        align: 'end',
        cell: ({ teams }) => rangeText(intl, teams),
        text: ({ teams }) => rangeText(intl, teams),
      },
      {
        id: 'members',
        title: title('criteria.members'),
        width: 104,
        align: 'end',
        cell: ({ members }) => rangeText(intl, members),
        text: ({ members }) => rangeText(intl, members),
      },
      {
        id: 'now',
        title: title('criteria.now'),
        width: 92,
        align: 'end',
        cell: ({ now }) => rangeText(intl, now?.members),
        text: ({ now }) => rangeText(intl, now?.members),
      },
      {
        id: 'difference',
        title: title('criteria.difference'),
        width: 92,
        align: 'end',
        cell: (row) => {
          const by = difference(row);
          return by === null ? '–' : intl.formatNumber(by, { signDisplay: 'exceptZero' });
        },
        text: difference,
      },
    ];
  }, [intl]);

  if (settled === null) {
    return (
      <p className="due">
        <FormattedMessage id="criteria.not-yet-valid" />
      </p>
    );
  }
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  const { totals, now, items, total } = answer.data;
  return (
    <div className="preview" aria-busy={answer.isFetching}>
      <div role="status">
        <dl className="preview-sums">
          {(['teams', 'members'] as const).map((one) => (
            <div key={one}>
              <dt>
                <FormattedMessage id={`criteria.${one}`} />
              </dt>
              <dd>
                <b className="tabular">{rangeText(intl, totals[one] ?? totals.known[one])}</b>
                <small>
                  <FormattedMessage
                    id="criteria.now-is"
                    values={{ now: rangeText(intl, now[one] ?? now.known[one]) }}
                  />
                </small>
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {totals.open.map(({ gap, villages }) => (
        <p key={gap} className="due">
          <FormattedMessage id={`norm.gap.${gap}`} values={{ villages }} />
        </p>
      ))}
      <Segmented<'commune' | 'village'>
        aria-label={intl.formatMessage({ id: 'choice.level' })}
        value={level}
        options={[
          { value: 'commune', label: intl.formatMessage({ id: 'criteria.by-commune' }) },
          { value: 'village', label: intl.formatMessage({ id: 'criteria.changed-villages' }) },
        ]}
        onChange={setLevel}
      />
      <span className="faint"> {intl.formatNumber(total)}</span>
      <div className="preview-rows">
        <Sheet
          label={intl.formatMessage({ id: 'criteria.preview' })}
          columns={columns}
          rows={items}
          idOf={({ unit }) => unit.id}
          empty={<FormattedMessage id="criteria.nothing-changes" />}
        />
      </div>
    </div>
  );
}
