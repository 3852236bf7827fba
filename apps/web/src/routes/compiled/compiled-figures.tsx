import type { CompiledFigure, CompiledQuestion, CompiledReport, Indicator } from '@antt/contracts';
import { FormattedMessage, useIntl } from 'react-intl';
import { PlaceLink } from '../../frame/place-link.tsx';
import { indicatorName } from '../reports/finding-text.ts';
import { changeText, figureText, windowText } from './compiled-text.ts';
import { addressOf } from './use-compiled.ts';

type Props = { report: CompiledReport; question: CompiledQuestion };

/** Figures by content beside those before; each leads to what makes it up. */
export function CompiledFigures({ report, question }: Props) {
  const intl = useIntl();
  const { groups, indicators, figures, window, former, span, counting } = report;
  const known = new Map(indicators.map((one) => [one.code, one]));
  const said = new Map(figures.map((one) => [one.code, one]));
  const columns = [
    windowText(intl, span, window),
    intl.formatMessage({ id: 'compiled.reported' }),
    former ? windowText(intl, span, former) : intl.formatMessage({ id: 'compiled.no-former' }),
    intl.formatMessage({ id: 'compiled.difference' }),
    intl.formatMessage({ id: 'compiled.percent' }),
  ];
  return (
    <div className="report-values compiled-figures">
      <table>
        <thead>
          <tr>
            <th scope="col">
              <FormattedMessage id="reports.indicator" />
            </th>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.name}>
            <tr className="report-group">
              <th scope="rowgroup" colSpan={6}>
                {intl.locale === 'en' && group.nameEn ? group.nameEn : group.name}
              </th>
            </tr>
            {group.codes.map((code) => (
              <Row
                key={code}
                indicator={known.get(code)!}
                figure={said.get(code)!}
                search={{ ...addressOf(question), within: question.within, code }}
                counting={counting}
                isOverlapping={window.periods.length > 1}
                hasFormer={former !== null}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

type RowProps = {
  indicator: Indicator;
  figure: CompiledFigure;
  search: Record<string, string | undefined>;
  counting: number;
  isOverlapping: boolean;
  hasFormer: boolean;
};

function Row({ indicator, figure, search, counting, isOverlapping, hasFormer }: RowProps) {
  const intl = useIntl();
  const { value, reported, former } = figure;
  const { difference, percent } = changeText(intl, indicator, value, former);
  return (
    <tr>
      <th scope="row">
        {indicatorName(intl, indicator)} <small>{indicator.measure}</small>
        {/* Who is counted in two periods is counted twice. */}
        {isOverlapping && indicator.aggregation === 'distinct' && (
          <small className="report-fault">
            <FormattedMessage id="compiled.overlapping" />
          </small>
        )}
      </th>
      <td data-unreported={value === null || undefined}>
        <PlaceLink path="/compiled-report/parts" search={search}>
          {figureText(intl, indicator, value)}
        </PlaceLink>
      </td>
      <td className="faint">
        {reported}/{counting}
      </td>
      <td data-unreported={(hasFormer && former === null) || undefined}>
        {hasFormer ? figureText(intl, indicator, former) : '–'}
      </td>
      <td>{difference}</td>
      <td>{percent}</td>
    </tr>
  );
}
