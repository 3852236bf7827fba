import { CompiledSpan } from '@antt/contracts';
import { Segmented, Select } from 'antd';
import { useIntl } from 'react-intl';
import type { useCompiled } from './use-compiled.ts';

type Props = { compiled: ReturnType<typeof useCompiled> };

/** Which report, from whom, and of which period, year or round. */
export function CompiledChoice({ compiled }: Props) {
  const intl = useIntl();
  const { periods, span, years, year, rounds, round } = compiled;
  const { kinds, period, sender, put } = periods;
  const label = intl.formatMessage({ id: `compiled.span.${span}` });
  return (
    <>
      <Select
        className="choose"
        value={period?.kindCode ?? null}
        aria-label={intl.formatMessage({ id: 'reports.kind' })}
        popupMatchSelectWidth={false}
        options={kinds.map(({ kindCode, kindName }) => ({ value: kindCode, label: kindName }))}
        onChange={(kind: string) => put({ kind, period: undefined, sender: undefined })}
      />
      {period && period.formSenders.length > 1 && (
        <Segmented
          value={sender ?? ''}
          aria-label={intl.formatMessage({ id: 'compiled.sender' })}
          options={period.formSenders.map((value) => ({
            value,
            label: intl.formatMessage({ id: `compiled.sender.${value}` }),
          }))}
          onChange={(next) => put({ sender: next })}
        />
      )}
      <Segmented<CompiledSpan>
        value={span}
        aria-label={intl.formatMessage({ id: 'compiled.span' })}
        options={CompiledSpan.options.map((value) => ({
          value,
          label: intl.formatMessage({ id: `compiled.span.${value}` }),
        }))}
        onChange={(next) => put({ span: next })}
      />
      {span === 'period' && (
        <Select
          className="choose"
          value={period?.id ?? null}
          aria-label={label}
          options={periods.periods.map(({ id, name }) => ({
            value: id,
            label: intl.formatMessage({ id: 'reports.period-named' }, { name }),
          }))}
          onChange={(id: string) => put({ period: id, kind: undefined })}
        />
      )}
      {span === 'year' && (
        <Select
          className="choose"
          value={year ?? null}
          aria-label={label}
          options={years.map((value) => ({ value, label: value }))}
          onChange={(next: string) => put({ year: next })}
        />
      )}
      {span === 'round' && (
        <Select
          className="choose"
          value={round?.id ?? null}
          aria-label={label}
          popupMatchSelectWidth={false}
          options={rounds.map(({ id, name, campaign }) => ({
            value: id,
            label: `${name} – ${campaign}`,
          }))}
          onChange={(id: string) => put({ round: id })}
        />
      )}
    </>
  );
}
