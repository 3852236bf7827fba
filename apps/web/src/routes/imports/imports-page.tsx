import '../../list-page.css';
import './imports.css';
import { DownloadOutlined } from '@ant-design/icons';
import { ImportKind, ImportOptions } from '@antt/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useSearchParams } from 'react-router';
import { useAttempt } from '../../act/attempt.ts';
import { download, saveFile } from '../../api.ts';
import { EmptyState } from '../../frame/empty-state.tsx';
import { PageHeader } from '../../frame/page-header.tsx';
import { useMe } from '../../session/me.ts';
import { FileDrop } from './file-drop.tsx';
import { kinds, missingOptions, optionsFor, type OptionName } from './import-kind.ts';
import { JobList } from './job-list.tsx';
import { KindChoice } from './kind-choice.tsx';
import { OptionFields } from './option-fields.tsx';
import { SendingBar } from './sending-bar.tsx';
import { templateOf } from './template.ts';
import { useSending } from './use-sending.ts';

const saidOfOneFile = ['choices', 'accept', 'reason'];

/** Options that another page (or an earlier job) gives along in the address. */
function optionsIn(search: URLSearchParams): ImportOptions {
  const given = Object.fromEntries(
    Object.keys(ImportOptions.shape).flatMap((name) => {
      const value = search.get(name);
      return value && !saidOfOneFile.includes(name) ? [[name, value]] : [];
    }),
  );
  const read = ImportOptions.safeParse(given);
  return read.success ? read.data : {};
}

/** Bringing in a file: what it is, what holds for it, and a check before anything is written. */
export function Component() {
  const { attempt } = useAttempt();
  const { permissions } = useMe();
  const [search, setSearch] = useSearchParams();
  const allowed = ImportKind.options.filter((kind) => permissions.includes(kinds[kind].permission));
  const asked = allowed.find((kind) => kind === search.get('kind'));
  const kind = asked ?? allowed[0];
  const [options, setOptions] = useState<ImportOptions>(() => optionsIn(search));
  const [file, setFile] = useState<File | null>(null);
  const [wanting, setWanting] = useState<OptionName[]>([]);
  const { sending, send, cancel } = useSending();

  if (!kind) {
    return <EmptyState title={<FormattedMessage id="problem.not-allowed" />} />;
  }
  const choose = (next: ImportKind) => {
    setFile(null);
    setWanting([]);
    setSearch(
      (old) => {
        const kept = new URLSearchParams(old);
        kept.set('kind', next);
        return kept;
      },
      { replace: true },
    );
  };
  const check = () => {
    const missing = missingOptions(kind, options);
    setWanting(missing);
    if (missing.length > 0 || !file) return;
    void send({ kind, dryRun: true, file, options: optionsFor(kind, options) });
  };
  const saveTemplate = () => {
    if (kind === 'roster') {
      void attempt(() => download('/api/imports/roster-template.xlsx'));
      return;
    }
    const { name, type, text } = templateOf(kind);
    saveFile(new Blob([text], { type }), name);
  };

  return (
    <>
      <PageHeader
        title={<FormattedMessage id="page.imports" />}
        note={<FormattedMessage id="imports.note" />}
      />
      <div className="imports">
        <div className="import-new">
          <KindChoice kinds={allowed} chosen={kind} onChoose={choose} />
          <section className="import-card">
            <p className="import-about">
              <FormattedMessage id={`imports.about.${kind}`} />
            </p>
            <Button type="link" icon={<DownloadOutlined aria-hidden />} onClick={saveTemplate}>
              <FormattedMessage
                id={
                  kind === 'boundaries' || kind === 'roster'
                    ? `imports.template-${kind === 'roster' ? kind : 'geojson'}`
                    : 'imports.template'
                }
              />
            </Button>
            <FileDrop key={`file ${kind}`} kind={kind} file={file} onFile={setFile} />
            <OptionFields
              key={kind}
              kind={kind}
              options={options}
              wanting={wanting}
              onChange={(part) => {
                setOptions((old) => ({ ...old, ...part }));
                setWanting((old) => old.filter((name) => !part[name]));
              }}
            />
            <SendingBar sending={sending} onCancel={cancel} onRetry={check} />
            <div className="import-start">
              <span className="faint">
                <FormattedMessage id="imports.check-note" />
              </span>
              <Button
                type="primary"
                size="large"
                disabled={!file}
                loading={sending.state === 'sending'}
                onClick={check}
              >
                <FormattedMessage id="imports.check" />
              </Button>
            </div>
          </section>
        </div>
        <JobList />
      </div>
    </>
  );
}
