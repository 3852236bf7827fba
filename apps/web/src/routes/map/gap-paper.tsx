import './gap-paper.css';
import type { Coverage, Gap } from '@antt/contracts';
import { compareNames } from '@antt/kernel';
import { useEffect, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { FormattedMessage, useIntl } from 'react-intl';
import { formatDay, useDay } from '../../day.ts';
import { useAreaName } from '../../frame/area-control.tsx';
import { readings } from '@antt/contracts';
import { roman } from '@antt/contracts/text/roman';
import { midSentence } from '../../i18n/mid-sentence.ts';
import { useMe } from '../../session/me.ts';
import { parentName, unitName } from '../../unit-name.ts';
import { differenceOf, sumOf } from './coverage-columns.tsx';

type Group = { id: string; name: string; members: Coverage[] };
type Props = { rows: Coverage[]; gaps: Gap[]; demo: boolean };

/** Drawn only while printing: thousands of rows would weigh on every other moment. */
function usePrinting() {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

/** The rows under what lies over them that day: districts until 30 June 2025, the province after. */
export function grouped(rows: readonly Coverage[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    // Two provinces may each have a district of that name: they are two groups.
    const id = row.unit.parentId ?? '';
    const group = groups.get(id) ?? { id, name: parentName(row.unit) ?? '', members: [] };
    groups.set(id, group);
    group.members.push(row);
  }
  for (const { members } of groups.values()) {
    members.sort((a, b) => compareNames(a.unit.name, b.unit.name));
  }
  const short = ({ members }: Group) => members[0]!.unit.parentName ?? '';
  return [...groups.values()].sort((a, b) => compareNames(short(a), short(b)));
}

/** The list on A4 the way offices write it (Decree 30/2020/NĐ-CP, modestly: nobody signs by machine). */
export function GapPaper(props: Props) {
  const printing = usePrinting();
  return printing ? <Paper {...props} /> : null;
}

function Paper({ rows, gaps, demo }: Props) {
  const intl = useIntl();
  const { on, today } = useDay();
  const area = useAreaName();
  const { account } = useMe();
  const groups = useMemo(() => grouped(rows), [rows]);
  const sums = sumOf(rows);
  const [year, month, day] = today.split('-');
  const number = (value: number | null) => (value === null ? '' : intl.formatNumber(value));
  const lack = gaps.map((gap) => midSentence(intl.formatMessage({ id: `gap.${gap}` })));

  return (
    <article className="paper">
      <header>
        <p>
          <b>{(area ?? intl.formatMessage({ id: 'area.all' })).toUpperCase()}</b>
        </p>
        <p>
          <b>
            <FormattedMessage id="paper.nation" />
          </b>
          <br />
          <b className="motto">
            <FormattedMessage id="paper.motto" />
          </b>
        </p>
      </header>
      <h1>
        <FormattedMessage id="paper.title" />
      </h1>
      <p className="under-title">
        {lack.length > 0 && (
          <>
            <FormattedMessage id="paper.lack" values={{ lack: lack.join('; ') }} />
            <br />
          </>
        )}
        <FormattedMessage id="paper.day" values={{ day: formatDay(on) }} />
      </p>
      {demo && (
        <p className="paper-mark">
          <FormattedMessage id="demo.mark" />
        </p>
      )}
      <table>
        <thead>
          <tr>
            {(
              [
                'number',
                'unit',
                'villages',
                'covered',
                'decided',
                'active',
                'difference',
                'workplaces',
                'note',
              ] as const
            ).map((column) => (
              <th key={column}>
                <FormattedMessage id={`paper.column.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ id, name, members }, index) => (
            <GroupRows key={id} name={name} members={members} at={index + 1} />
          ))}
          <tr className="sum">
            <td />
            <td>
              <FormattedMessage id="table.total" />
            </td>
            <td>{number(sums.villages)}</td>
            <td>{number(sums.coveredVillages)}</td>
            <td>{number(sums.teams.decided)}</td>
            <td>{number(sums.teams.active)}</td>
            <td>{number(differenceOf(rows))}</td>
            <td>
              {sums.workplaces.teamsWith}/{sums.teams.active}
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <footer>
        <p>
          <i>
            <FormattedMessage id="paper.place" values={{ day, month, year }} />
          </i>
          <br />
          <b>
            <FormattedMessage id="paper.maker" />
          </b>
          <span className="signature">{account.fullName}</span>
        </p>
      </footer>
    </article>
  );
}

type GroupProps = { name: string; members: Coverage[]; at: number };

function GroupRows({ name, members, at }: GroupProps) {
  const intl = useIntl();
  const number = (value: number | null) => (value === null ? '–' : intl.formatNumber(value));
  return (
    <>
      <tr className="group">
        <td>{roman(at)}</td>
        <td colSpan={8}>{name}</td>
      </tr>
      {members.map((row, index) => (
        <tr key={row.unit.id}>
          <td>{index + 1}</td>
          <td>{unitName(row.unit)}</td>
          <td>{number(row.villages)}</td>
          <td>{number(row.coveredVillages)}</td>
          <td>{number(row.teams.decided)}</td>
          <td>{number(row.teams.active)}</td>
          <td>{number(readings.teams.value(row))}</td>
          <td>
            {row.workplaces.teamsWith}/{row.teams.active}
          </td>
          <td>{row.gaps.map((gap) => intl.formatMessage({ id: `gap.${gap}` })).join('; ')}</td>
        </tr>
      ))}
    </>
  );
}
