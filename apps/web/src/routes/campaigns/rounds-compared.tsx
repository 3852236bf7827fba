import { listCampaignScores } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Segmented } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { EmptyState } from '../../frame/empty-state.tsx';
import type { MessageId } from '../../i18n/message.ts';
import { usePages } from '../../pages.ts';
import type { Column } from '../../sheet/column.ts';
import { Listed } from '../../sheet/listed.tsx';
import { pointsText } from './score-text.ts';
import type { TemplateNames } from './template-names.ts';
import type { Board } from './use-board.ts';

type CampaignScore = Output<typeof listCampaignScores>['items'][number];
type Row = CampaignScore & { id: string };

/** What the ratified rounds come to together, round beside round. */
export function RoundsCompared({ board, names }: { board: Board; names: TemplateNames }) {
  const intl = useIntl();
  const { campaign, subject, scored, question, put } = board;
  const text = (id: MessageId) => intl.formatMessage({ id });
  const list = usePages(
    listCampaignScores,
    {
      ...{ campaignId: campaign.data?.id ?? '', subject: subject ?? 'team' },
      ...{ within: question.within, limit: 500 },
    },
    { enabled: campaign.data !== undefined, whole: true },
  );
  const rows: Row[] = list.items.map((one) => ({ ...one, id: one.subjectId }));
  const told = (round: CampaignScore['rounds'][number] | undefined) =>
    round?.total == null
      ? '–'
      : [pointsText(intl, round.total), round.grade && names.grade(round.grade)]
          .filter(Boolean)
          .join(' · ');
  const columns: Column<Row>[] = [
    {
      id: 'rank',
      title: text('campaigns.rank'),
      width: 70,
      align: 'end',
      cell: ({ rank }) => rank ?? '–',
      text: ({ rank }) => rank,
    },
    {
      id: 'name',
      title: text('campaigns.subject'),
      cell: (row) => row.name,
      text: (row) => row.name,
    },
    {
      id: 'unit',
      title: text('campaigns.unit'),
      width: 180,
      cell: ({ unitName }) => unitName,
      text: ({ unitName }) => unitName,
    },
    {
      id: 'group',
      title: text('campaigns.group'),
      width: 130,
      cell: ({ group }) => group,
      text: ({ group }) => group,
    },
    ...(rows[0]?.rounds ?? []).map(({ number }): Column<Row> => {
      const of = (row: Row) => told(row.rounds.find((one) => one.number === number));
      return {
        id: `round-${number}`,
        title: intl.formatMessage({ id: 'campaigns.round-number' }, { number }),
        width: 220,
        align: 'end',
        cell: of,
        text: of,
      };
    }),
    {
      id: 'total',
      title: text('campaigns.together'),
      width: 110,
      align: 'end',
      cell: ({ total, isDisqualified }) => (
        <b>{isDisqualified ? text('campaigns.out') : pointsText(intl, total)}</b>
      ),
      text: ({ total }) => pointsText(intl, total),
    },
  ];
  return (
    <>
      <div className="toolbar">
        {subject && (
          <Segmented
            value={subject}
            aria-label={text('campaigns.subject')}
            options={scored.map((value) => ({ value, label: text(`campaigns.subject.${value}`) }))}
            onChange={(next) => put({ subject: next })}
          />
        )}
        <span className="count">
          <FormattedMessage
            id={`campaigns.combination.${campaign.data?.combination ?? 'by-days'}`}
          />
        </span>
      </div>
      <Listed
        list={{ ...list, items: rows }}
        label={text('campaigns.view.rounds')}
        columns={columns}
        card={{
          title: ({ rank, name }) => `${rank ?? '–'}. ${name}`,
          tag: (row) => <b className="card-total">{pointsText(intl, row.total)}</b>,
          lines: (row) => [
            row.unitName,
            ...row.rounds.map((one) =>
              intl.formatMessage(
                { id: 'campaigns.of-round' },
                { number: one.number, points: told(one) },
              ),
            ),
          ],
        }}
        empty={
          <EmptyState title={<FormattedMessage id="campaigns.none-ratified" />}>
            <FormattedMessage id="campaigns.none-ratified-note" />
          </EmptyState>
        }
      />
    </>
  );
}
