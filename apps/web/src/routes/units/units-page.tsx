import '../../list-page.css';
import './units.css';
import { CloudUploadOutlined } from '@ant-design/icons';
import { Level, listUnits, type UnitKind } from '@antt/contracts';
import { kindsOf } from '@antt/kernel';
import { Button, Input, Segmented, Select, Tag } from 'antd';
import { useMemo, useState } from 'react';
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useArea } from '../../area.ts';
import { formatDay, useDay } from '../../day.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { ExportButton } from '../../frame/export-button.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { PlaceButton } from '../../frame/place-button.tsx';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { usePages } from '../../pages.ts';
import { useMay } from '../../session/me.ts';
import { useSettled } from '../../settled.ts';
import { readSort, sorted, writeSort } from '../../sheet/column.ts';
import { ColumnChoice, useColumnChoice } from '../../sheet/column-choice.tsx';
import { Sheet } from '../../sheet/sheet.tsx';
import { useNarrow } from '../../width.ts';
import { useTags } from './tag-text.ts';
import { isOpen, unitColumns } from './unit-columns.tsx';
import { useUnitFilter } from './unit-filter.ts';

const districtsEnd = '2025-07-01';

/** Units of a level on the day, with their figures and tags. */
export function Component() {
  const intl = useIntl();
  const { on } = useDay();
  const { within } = useArea();
  const filter = useUnitFilter();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const narrow = useNarrow();
  const mayImport = useMay('unit.write');
  const { tags, nameOf } = useTags();
  const [text, setText] = useState(filter.text);
  const q = useSettled(text.trim());
  const { level, kind, tag } = filter;
  const question = { on, within, level, kind, tag, q: q || undefined, facts: 'all' as const };
  const units = usePages(listUnits, { ...question, limit: 1000 }, { whole: true });
  const columns = useMemo(
    () => unitColumns(intl, units.items, nameOf),
    // The vocabulary is what `nameOf` depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [intl, units.items, tags.length],
  );
  const { shown, hidden, hide } = useColumnChoice(
    'units',
    columns,
    narrow ? ['parent', 'code', 'population', 'area-km2', 'measured', 'tags'] : ['area-km2'],
  );
  const sort = readSort(filter.sort);
  const rows = useMemo(() => sorted(units.items, columns, sort), [units.items, columns, sort]);
  const levels = Level.options.filter((one) => one !== 'district' || on < districtsEnd);
  const chips = [
    kind && { name: 'kind', text: kind },
    tag && { name: 'tag', text: nameOf(tag) },
  ].filter((chip) => !!chip);

  return (
    <div className="list-page units">
      <PageHeader
        title={<FormattedMessage id="page.units" />}
        note={
          <>
            <FormattedMessage id="day.as-of" values={{ day: formatDay(on) }} />
            {!units.items.every(isOpen) && (
              <>
                {'. '}
                <FormattedMessage id="units.outside" />
              </>
            )}
          </>
        }
      >
        <ExportButton route="/units" question={question} placed />
        {mayImport && (
          <Button
            icon={<CloudUploadOutlined aria-hidden />}
            onClick={() => void navigate(`/imports${held({ kind: 'units' })}`)}
          >
            <FormattedMessage id="units.import" />
          </Button>
        )}
        <PlaceButton path="/units/tags">
          <FormattedMessage id="tags.title" />
        </PlaceButton>
        <PlaceButton path="/units/standards">
          <FormattedMessage id="standards.title" />
        </PlaceButton>
      </PageHeader>
      <div className="toolbar">
        <Segmented<Level>
          aria-label={intl.formatMessage({ id: 'choice.level' })}
          value={level}
          options={levels.map((value) => ({
            value,
            label: intl.formatMessage({ id: `units.level.${value}` }),
          }))}
          onChange={(value) => filter.set('level', value)}
        />
        <Input
          className="find"
          allowClear
          value={text}
          placeholder={intl.formatMessage({ id: 'units.find' })}
          aria-label={intl.formatMessage({ id: 'units.find' })}
          onChange={({ target }) => {
            setText(target.value);
            filter.set('q', target.value.trim());
          }}
        />
        <Select
          className="choose"
          allowClear
          value={kind}
          placeholder={intl.formatMessage({ id: 'units.kind' })}
          aria-label={intl.formatMessage({ id: 'units.kind' })}
          options={kindsOf(level).map((value) => ({ value, label: value }))}
          onChange={(value: UnitKind | undefined) => filter.set('kind', value)}
        />
        <Select
          className="choose"
          allowClear
          value={tag}
          placeholder={intl.formatMessage({ id: 'units.tag' })}
          aria-label={intl.formatMessage({ id: 'units.tag' })}
          options={tags
            .filter((one) => one.levels.includes(level))
            .map(({ code, called }) => ({ value: code, label: called }))}
          onChange={(value: string | undefined) => filter.set('tag', value)}
        />
        {chips.map(({ name, text: label }) => (
          <Tag key={name} closable color="cyan" onClose={() => filter.set(name, undefined)}>
            {label}
          </Tag>
        ))}
        {!units.isPending && (
          <span className="count">
            <FormattedNumber value={units.total} /> <FormattedMessage id="units.counted" />
          </span>
        )}
        <ColumnChoice columns={columns} hidden={hidden} hide={hide} />
      </div>
      {units.isError && <ProblemPanel problem={units.error} onRetry={() => void units.refetch()} />}
      {units.isPending ? (
        <PageSkeleton />
      ) : (
        <div className="list">
          <Sheet
            label={intl.formatMessage({ id: 'page.units' })}
            columns={shown}
            rows={rows}
            idOf={({ id }) => id}
            sort={sort}
            onSort={(next) => filter.set('sort', writeSort(next))}
            onOpen={(row) => isOpen(row) && void navigate(`/units/${row.id}${held()}`)}
            empty={
              <EmptyState title={<FormattedMessage id="units.none" />}>
                <FormattedMessage id="units.none-note" />
              </EmptyState>
            }
          />
        </div>
      )}
    </div>
  );
}
