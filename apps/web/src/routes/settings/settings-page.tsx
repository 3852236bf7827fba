import '../teams/teams.css';
import '../../list-page.css';
import './settings.css';
import { listSettings } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatDay, formatLastDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { useValueText } from './value-text.ts';

const SettingForm = lazy(() => import('./setting-form.tsx'));

type Answer = Output<typeof listSettings>;
export type Parameter = Answer['defaults'][number];
type Value = Answer['items'][number];

/** What a province may set about people: the default with its basis, and what holds where and when. */
export function Component() {
  const { on } = useDay();
  const mayWrite = useMay('setting.write');
  const [setting, setSetting] = useState<Parameter | null>(null);
  const answer = useAnswer(listSettings, {}, { keep: true });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  const { defaults, items } = answer.data;
  return (
    <>
      <PageHeader
        title={<FormattedMessage id="page.settings" />}
        note={<FormattedMessage id="settings.note" values={{ day: formatDay(on) }} />}
      />
      <div className="profile">
        {defaults.map((parameter) => (
          <section key={parameter.code} data-wide>
            <OneParameter
              parameter={parameter}
              values={items.filter(({ code }) => code === parameter.code)}
              onSet={mayWrite ? () => setSetting(parameter) : undefined}
            />
          </section>
        ))}
      </div>
      <Suspense>
        {setting && <SettingForm parameter={setting} on={on} onClose={() => setSetting(null)} />}
      </Suspense>
    </>
  );
}

type Props = {
  parameter: Parameter;
  values: readonly Value[];
  onSet: (() => void) | undefined;
};

function OneParameter({ parameter: { code, value }, values, onSet }: Props) {
  const textOf = useValueText();
  return (
    <>
      <header className="parameter-head">
        <div>
          <h2>
            <FormattedMessage id={`settings.name.${code}`} />
          </h2>
          <p className="faint">
            <FormattedMessage id={`settings.about.${code}`} />
          </p>
        </div>
        {onSet && (
          <Button onClick={onSet}>
            <FormattedMessage id="settings.set" />
          </Button>
        )}
      </header>
      <dl className="facts">
        <div>
          <dt>
            <FormattedMessage id="settings.default" />
          </dt>
          <dd>
            {textOf(value)}
            <small>
              <FormattedMessage id={`settings.basis.${code}`} />
            </small>
          </dd>
        </div>
      </dl>
      {values.length > 0 && <Values values={values} />}
    </>
  );
}

/** What was set, by unit and day; what does not hold on the day of the page stands back. */
function Values({ values }: { values: readonly Value[] }) {
  const { on } = useDay();
  const textOf = useValueText();
  const holds = ({ validFrom, validTo }: Value) =>
    validFrom <= on && (validTo === null || on < validTo);
  return (
    <div className="stock-box">
      <table className="stock parameter-values">
        <thead>
          <tr>
            {(['unit', 'value', 'days', 'source'] as const).map((id) => (
              <th key={id} scope="col">
                <FormattedMessage id={`settings.column.${id}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.map((one) => (
            <tr key={one.id} data-holds={holds(one) || undefined}>
              <td>{capital(one.unitName)}</td>
              <td>
                <b>{textOf(one.value)}</b>
              </td>
              <td className="tabular">
                <FormattedMessage
                  id={one.validTo ? 'settings.from-to' : 'settings.from'}
                  values={{
                    from: formatDay(one.validFrom),
                    to: one.validTo ? formatLastDay(one.validTo) : '',
                  }}
                />
                {!holds(one) && (
                  <small>
                    <FormattedMessage
                      id={one.validFrom > on ? 'settings.not-yet' : 'settings.no-more'}
                    />
                  </small>
                )}
              </td>
              <td>{one.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
