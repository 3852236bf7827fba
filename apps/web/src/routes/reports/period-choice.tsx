import { Select } from 'antd';
import { useIntl } from 'react-intl';
import type { usePeriods } from './use-periods.ts';

type Props = { periods: ReturnType<typeof usePeriods> };

/** Which report, and of which period. */
export function PeriodChoice({ periods: { kinds, periods, period, put } }: Props) {
  const intl = useIntl();
  return (
    <>
      <Select
        className="choose"
        value={period?.kindCode ?? null}
        aria-label={intl.formatMessage({ id: 'reports.kind' })}
        popupMatchSelectWidth={false}
        options={kinds.map(({ kindCode, kindName }) => ({ value: kindCode, label: kindName }))}
        onChange={(kind: string) => put({ kind, period: undefined, state: undefined })}
      />
      <Select
        className="choose"
        value={period?.id ?? null}
        aria-label={intl.formatMessage({ id: 'reports.period' })}
        options={periods.map(({ id, name }) => ({
          value: id,
          label: intl.formatMessage({ id: 'reports.period-named' }, { name }),
        }))}
        onChange={(id: string) => put({ period: id, kind: undefined })}
      />
    </>
  );
}
