import type { getReport, ReportVersion } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { FormattedMessage, useIntl } from 'react-intl';
import { findingText, indicatorName } from './finding-text.ts';
import { differenceText, valueText } from './value-text.ts';

type Report = Output<typeof getReport>;

/** What a version says beside the period before, and beside what counts where that is another one. */
export function ReportValues({ report, version }: { report: Report; version: ReportVersion }) {
  const intl = useIntl();
  const { form, indicators, former, acceptedVersion, versions } = report;
  const known = new Map(indicators.map((one) => [one.code, one]));
  const said = new Map(version.values.map((one) => [one.code, one]));
  const before = new Map((former?.values ?? []).map((one) => [one.code, one]));
  const accepted = versions.find(({ number }) => number === acceptedVersion);
  const counts = accepted && accepted.id !== version.id ? accepted : undefined;
  const counted = new Map((counts?.values ?? []).map((one) => [one.code, one]));
  const nameOf = (code: string) => {
    const indicator = known.get(code);
    return indicator ? indicatorName(intl, indicator) : code;
  };
  return (
    <div className="report-values">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="reports.indicator" />
            </th>
            <th scope="col">
              <FormattedMessage id="reports.version-number" values={{ number: version.number }} />
            </th>
            {counts && (
              <th scope="col">
                <FormattedMessage id="reports.accepted-number" values={{ number: counts.number }} />
              </th>
            )}
            <th scope="col">
              {former ? (
                <FormattedMessage id="reports.period-named" values={{ name: former.name }} />
              ) : (
                <FormattedMessage id="reports.no-former" />
              )}
            </th>
          </tr>
        </thead>
        {form.document.groups.map((group) => (
          <tbody key={group.name}>
            <tr className="report-group">
              <th scope="rowgroup" colSpan={counts ? 4 : 3}>
                {intl.locale === 'en' && group.nameEn ? group.nameEn : group.name}
              </th>
            </tr>
            {group.items.map(({ code }) => {
              const indicator = known.get(code);
              if (!indicator) return null;
              const now = said.get(code);
              const odd = version.warnings.filter((one) => one.code === code);
              const differs = counts && JSON.stringify(now) !== JSON.stringify(counted.get(code));
              return (
                <tr key={code} data-odd={odd.length > 0 || undefined}>
                  <th scope="row">
                    {indicatorName(intl, indicator)} <small>{indicator.measure}</small>
                    {odd.map((one, index) => (
                      <small key={index} className="report-fault">
                        {findingText(intl, one, nameOf)}
                      </small>
                    ))}
                  </th>
                  <td data-differs={differs || undefined}>{valueText(intl, indicator, now)}</td>
                  {counts && <td>{valueText(intl, indicator, counted.get(code))}</td>}
                  <td>
                    {valueText(intl, indicator, before.get(code))}{' '}
                    <small className="faint">{differenceText(intl, now, before.get(code))}</small>
                  </td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}
