import { type Campaign, listLaunches } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { useArea } from '../../area.ts';
import { formatDay } from '../../day.ts';
import { ExportButton } from '../../frame/export-button.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay } from '../../session/me.ts';
import { LaunchForm } from './launch-form.tsx';

/** Launch ceremonies of a campaign: on which day, by themselves or within another event, and who came late. */
export function LaunchesShown({ campaign }: { campaign: Campaign }) {
  const { id, launchBefore, launchInclusive } = campaign;
  const { within } = useArea();
  const launches = useAnswer(listLaunches, { id, within });
  const mayWrite = useMay('report.write');
  const [isAdding, setAdding] = useState(false);
  const items = launches.data?.items ?? [];
  const held = items.filter(({ heldOn }) => heldOn);
  return (
    <>
      {launches.error && <ProblemPanel problem={launches.error} />}
      {launchBefore && (
        <p className="faint">
          <FormattedMessage
            id={launchInclusive ? 'campaigns.launch-due-on' : 'campaigns.launch-due-before'}
            values={{ day: formatDay(launchBefore) }}
          />{' '}
          <FormattedMessage
            id="campaigns.launch-count"
            values={{ held: held.length, of: items.length }}
          />
        </p>
      )}
      <div className="row-acts">
        {mayWrite && (
          <Button size="small" onClick={() => setAdding(true)}>
            <FormattedMessage id="campaigns.launch-add" />
          </Button>
        )}
        <ExportButton route={`/campaigns/${id}/launches`} question={{ within }} />
      </div>
      {held.length > 0 && (
        <div className="explained">
          <table>
            <thead>
              <tr>
                {(['unit', 'launch-held', 'launch-manner'] as const).map((column) => (
                  <th key={column} scope="col">
                    <FormattedMessage id={`campaigns.${column}`} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {held.map(({ unitId, unitName, heldOn, manner, daysLate }) => (
                <tr key={unitId}>
                  <th scope="row">{unitName}</th>
                  <td>
                    {formatDay(heldOn!)}
                    {daysLate !== null && daysLate > 0 && (
                      <>
                        {' '}
                        <FormattedMessage id="campaigns.launch-late" values={{ count: daysLate }} />
                      </>
                    )}
                  </td>
                  <td>
                    <FormattedMessage id={`campaigns.launch.${manner!}`} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isAdding && <LaunchForm campaign={campaign} onClose={() => setAdding(false)} />}
    </>
  );
}
