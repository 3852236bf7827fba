import '../../list-page.css';
import '../teams/teams.css';
import '../settings/settings.css';
import { listPaperTemplates, PaperKind } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useAttempt } from '../../act/attempt.ts';
import { useAnswer } from '../../answer.ts';
import { download } from '../../api.ts';
import { formatDay, formatLastDay, useDay } from '../../day.ts';
import { PageHeader } from '../../frame/page-header.tsx';
import { PaperName } from '../../frame/paper-name.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { useMay } from '../../session/me.ts';
import { TagList } from './tag-list.tsx';

const TemplateForm = lazy(() => import('./template-form.tsx'));

type Template = Output<typeof listPaperTemplates>['items'][number];

/** The forms of Circular 14/2024/TT-BCA, and the wordings that units have put in place of the delivered ones. */
export function Component() {
  const { on } = useDay();
  const mayWrite = useMay('setting.write');
  const [kind, setKind] = useState<PaperKind | null>(null);
  const answer = useAnswer(listPaperTemplates, {}, { keep: true });
  if (answer.isError) {
    return <ProblemPanel problem={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (!answer.data) return <PageSkeleton />;
  const { items, tags } = answer.data;
  return (
    <>
      <PageHeader
        title={<FormattedMessage id="page.paper-templates" />}
        note={<FormattedMessage id="forms.templates-note" />}
      />
      <div className="profile">
        {PaperKind.options.map((one) => (
          <section key={one} data-wide>
            <OneForm
              kind={one}
              templates={items.filter((template) => template.kind === one)}
              onSet={mayWrite ? () => setKind(one) : undefined}
            />
            <TagList tags={tags[one]} />
          </section>
        ))}
      </div>
      <Suspense>
        {kind && <TemplateForm kind={kind} on={on} onClose={() => setKind(null)} />}
      </Suspense>
    </>
  );
}

type Props = { kind: PaperKind; templates: Template[]; onSet: (() => void) | undefined };

function OneForm({ kind, templates, onSet }: Props) {
  const { attempt } = useAttempt();
  const { on } = useDay();
  return (
    <>
      <header className="parameter-head">
        <h2>
          <PaperName kind={kind} />
        </h2>
        <span className="form-actions">
          <Button
            onClick={() =>
              void attempt(() => download(`/api/paper-templates/${kind}.docx?on=${on}`))
            }
          >
            <FormattedMessage id="forms.take-delivered" />
          </Button>
          {onSet && (
            <Button onClick={onSet}>
              <FormattedMessage id="forms.set" />
            </Button>
          )}
        </span>
      </header>
      {templates.length === 0 ? (
        <p className="faint">
          <FormattedMessage id="forms.delivered-holds" />
        </p>
      ) : (
        <OwnWordings kind={kind} templates={templates} />
      )}
    </>
  );
}

function OwnWordings({ kind, templates }: { kind: PaperKind; templates: Template[] }) {
  const { attempt } = useAttempt();
  return (
    <div className="stock-box">
      <table className="stock parameter-values">
        <thead>
          <tr>
            {(['unit', 'days', 'source', 'file'] as const).map((id) => (
              <th key={id} scope="col">
                <FormattedMessage id={`forms.column.${id}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {templates.map(({ id, unitId, unitName, validFrom, validTo, source, name }) => (
            <tr key={id} data-holds>
              <td>{unitName.charAt(0).toUpperCase() + unitName.slice(1)}</td>
              <td className="tabular">
                <FormattedMessage
                  id={validTo ? 'settings.from-to' : 'settings.from'}
                  values={{ from: formatDay(validFrom), to: validTo ? formatLastDay(validTo) : '' }}
                />
              </td>
              <td>{source}</td>
              <td>
                <Button
                  type="link"
                  onClick={() =>
                    void attempt(() =>
                      download(
                        `/api/paper-templates/${kind}.docx?unitId=${unitId}&on=${validFrom}`,
                      ),
                    )
                  }
                >
                  {name}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
