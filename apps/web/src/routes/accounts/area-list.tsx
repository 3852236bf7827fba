import { listAreas } from '@antt/contracts';
import { type PlainDate, today } from '@antt/kernel';
import { Input } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../answer.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { answers } from '../../search.rules.ts';
import { useMay } from '../../session/me.ts';
import type { Column } from '../../sheet/column.ts';
import { sorted } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { holdsOnDay } from './account.rules.ts';
import { AreaParts } from '../reorganisations/area-parts.tsx';
import type { NamedArea } from './area-form.tsx';
import { fullNamesOf } from './area.rules.ts';

const AreaForm = lazy(() => import('./area-form.tsx'));

const unitsOn = ({ units }: NamedArea, on: PlainDate) =>
  units.filter((unit) => holdsOnDay(unit, on));

function columnsOf(intl: IntlShape, on: PlainDate, narrow: boolean): Column<NamedArea>[] {
  const names = (area: NamedArea) =>
    area.whole
      ? intl.formatMessage({ id: 'areas.whole' })
      : unitsOn(area, on)
          .map(({ unitId }) => fullNamesOf(area)[unitId])
          .join(', ');
  const name: Column<NamedArea> = {
    id: 'name',
    title: intl.formatMessage({ id: 'areas.name' }),
    width: narrow ? undefined : 280,
    order: (area) => area.name,
    text: (area) => area.name,
    cell: (area) => <b className="name">{area.name}</b>,
  };
  const count: Column<NamedArea> = {
    id: 'count',
    title: intl.formatMessage({ id: 'areas.count-today' }),
    width: narrow ? 100 : 130,
    align: 'end',
    text: (area) => (area.whole ? '' : unitsOn(area, on).length),
    cell: (area) =>
      area.whole
        ? intl.formatMessage({ id: 'areas.all' })
        : intl.formatNumber(unitsOn(area, on).length),
  };
  if (narrow) return [name, count];
  return [
    name,
    count,
    {
      id: 'units',
      title: intl.formatMessage({ id: 'areas.units-today' }),
      text: names,
      cell: (area) => <span className="faint">{names(area)}</span>,
    },
  ];
}

type Props = { creating: boolean; onCreatingDone: () => void };

/** The areas in which roles are held. */
export function AreaList({ creating, onCreatingDone }: Props) {
  const intl = useIntl();
  const narrow = useNarrow();
  const mayChange = useMay('account.write');
  const [search, setSearch] = useSearchParams();
  const put = (name: string, value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const q = search.get('q') ?? '';
  const areas = useAnswer(listAreas, {});
  const columns = useMemo(() => columnsOf(intl, today(), narrow), [intl, narrow]);
  const found = (areas.data?.items ?? []).filter((area) =>
    answers(`${area.name} ${Object.values(fullNamesOf(area)).join(' ')}`, q),
  );
  const rows = sorted(found, columns, { column: 'name', down: false });
  const open = areas.data?.items.find(({ id }) => id === search.get('area'));

  return (
    <>
      <div className="toolbar">
        <Input
          type="search"
          allowClear
          className="find"
          value={q}
          placeholder={intl.formatMessage({ id: 'areas.find' })}
          aria-label={intl.formatMessage({ id: 'areas.find' })}
          onChange={({ target }) => put('q', target.value)}
        />
      </div>
      <AreaParts />
      {areas.isError && <ProblemPanel problem={areas.error} onRetry={() => void areas.refetch()} />}
      {areas.isPending && <PageSkeleton />}
      {areas.data && (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'areas.title' })}
            columns={columns}
            rows={rows}
            idOf={({ id }) => id}
            chosen={open?.id}
            onOpen={({ id }) => put('area', id)}
            empty={<FormattedMessage id="areas.none" />}
          />
        </div>
      )}
      <Suspense fallback={null}>
        {(open || creating) && (
          <AreaForm
            key={open?.id ?? 'new'}
            area={creating ? null : (open ?? null)}
            mayChange={mayChange}
            onClose={() => (creating ? onCreatingDone() : put('area', undefined))}
          />
        )}
      </Suspense>
    </>
  );
}
