import type { Measured } from '@antt/contracts';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useHover } from '../../map/hover.ts';
import { ColumnChoice, useColumnChoice } from '../../sheet/column-choice.tsx';
import { readSort, sorted, writeSort } from '../../sheet/column.ts';
import { Sheet } from '../../sheet/sheet.tsx';
import { useCoverageColumns } from './coverage-columns.tsx';
import type { useMapSearch } from './map-search.ts';

/** What a small screen leaves out until asked. */
const spare = ['parent', 'members'];

type Props = {
  rows: Measured[];
  of: number;
  loading: boolean;
  search: ReturnType<typeof useMapSearch>;
};

/** The units of the map as rows: filtered, sorted and lit together with it. */
export function CoverageTable({ rows, of, search }: Props) {
  const intl = useIntl();
  const hover = useHover();
  const columns = useCoverageColumns(rows, search);
  const [roomy] = useState(() => matchMedia('(min-width: 1700px)').matches);
  const { shown, hidden, hide } = useColumnChoice('coverage', columns, roomy ? [] : spare);
  const sort = readSort(search.sort);
  return (
    <>
      <div className="table-line">
        <span className="tabular">
          <FormattedMessage id="table.count" values={{ shown: rows.length, of }} />
        </span>
        <ColumnChoice columns={columns} hidden={hidden} hide={hide} />
      </div>
      <Sheet
        label={intl.formatMessage({ id: 'table.label' })}
        columns={shown}
        rows={sorted(rows, columns, sort)}
        idOf={({ unit }) => unit.id}
        sort={sort}
        onSort={(next) => search.change({ sort: writeSort(next) })}
        chosen={search.unit}
        onOpen={({ unit }) => search.change({ unit: unit.id })}
        onHover={(id) => hover.set(id)}
        hovered={hover}
        empty={<FormattedMessage id="table.empty" />}
      />
    </>
  );
}
