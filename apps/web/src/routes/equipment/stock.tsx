import '../teams/teams.css';
import type { EquipmentRow } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { Button, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { formatDay, formatLastDay } from '../../day.ts';
import { PlaceLink } from '../../frame/place-link.tsx';

const WithdrawForm = lazy(() => import('./withdraw-form.tsx'));

type Props = {
  rows: readonly EquipmentRow[];
  on: PlainDate;
  mayWrite: boolean;
  /** What a line names beside its item: the place where it stands, or the team whose it is. */
  beside: 'workplace' | 'team';
};

/** Furniture and devices on a day, a line for each lot; a lot is taken back or written off from its line. */
export function Stock({ rows, on, mayWrite, beside }: Props) {
  const [taking, setTaking] = useState<EquipmentRow | null>(null);
  if (rows.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage id="equipment.none" />
      </p>
    );
  }
  return (
    <>
      <div className="stock-box" tabIndex={0}>
        <table className="stock">
          <thead>
            <tr>
              <th>
                <FormattedMessage id="equipment.item" />
              </th>
              <th className="number">
                <FormattedMessage id="equipment.left" />
              </th>
              <th>
                <FormattedMessage id="equipment.received" />
              </th>
              <th>
                <FormattedMessage id="equipment.ends" />
              </th>
              <th>
                <FormattedMessage id="equipment.condition" />
              </th>
              {mayWrite && (
                <th>
                  <span className="visually-hidden">
                    <FormattedMessage id="equipment.action" />
                  </span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.name}
                  {beside === 'team' ? (
                    <small className="beside">
                      <PlaceLink path={`/teams/${row.team.id}`}>{row.team.name}</PlaceLink>
                    </small>
                  ) : (
                    row.workplace && (
                      <small className="beside">
                        <PlaceLink path={`/workplaces/${row.workplace.id}`}>
                          {row.workplace.name}
                        </PlaceLink>
                      </small>
                    )
                  )}
                </td>
                <td className="number">
                  {row.left} {row.unit}
                </td>
                <td className="tabular">{formatDay(row.receivedOn)}</td>
                <td className="tabular">
                  {row.serviceEndsOn ? formatLastDay(row.serviceEndsOn) : '–'}{' '}
                  {row.isDue && (
                    <Tag>
                      <FormattedMessage id="equipment.due" />
                    </Tag>
                  )}
                </td>
                <td>
                  <FormattedMessage id={`equipment.condition.${row.condition}`} />
                </td>
                {mayWrite && (
                  <td>
                    <Button size="small" onClick={() => setTaking(row)}>
                      <FormattedMessage id="equipment.action" />
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Suspense>
        {taking && <WithdrawForm row={taking} on={on} onClose={() => setTaking(null)} />}
      </Suspense>
    </>
  );
}
