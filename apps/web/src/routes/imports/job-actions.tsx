import { DownloadOutlined } from '@ant-design/icons';
import type { ImportOptions, Job } from '@antt/contracts';
import { Problem } from '@antt/kernel';
import { App, Button, Popconfirm } from 'antd';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAttempt } from '../../act/attempt.ts';
import { download } from '../../api.ts';
import { PlaceButton } from '../../frame/place-button.tsx';
import { problemText } from '../../i18n/problem-text.ts';
import { Acceptance, acceptableRules } from './acceptance.tsx';
import { kinds, refusalOf } from './import-kind.ts';
import { changesNothing } from './job-counts.tsx';
import { keptFile } from './sent-file.ts';
import type { Upload } from './upload.ts';

type Props = {
  job: Job;
  /** Units chosen for rows whose name fits none or several. */
  choices: Record<string, string>;
  busy: boolean;
  send: (upload: Upload) => Promise<Job | null>;
  /** What was checked is applied: the service has the file still. */
  apply: (jobId: string) => Promise<Job | null>;
};

type Accepted = Pick<ImportOptions, 'accept' | 'reason'>;

/** What can be done next with a finished job: apply it, correct it, or go and see what it brought. */
export function JobActions({ job, choices, busy, send, apply }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const { attempt } = useAttempt();
  const input = useRef<HTMLInputElement>(null);
  const { id, kind, dryRun, status } = job;
  const [accepted, setAccepted] = useState<Accepted>({});
  const chosen = Object.keys(choices).length;
  const options: ImportOptions = {
    ...job.options,
    ...(chosen > 0 ? { choices: { ...job.options.choices, ...choices } } : {}),
  };

  const check = (file: File, knowingly = accepted) =>
    send({ kind, dryRun: true, file, options: { ...options, ...knowingly } });
  /** The page may have been left since: then the same file is asked for again. */
  const checkAgain = (knowingly: Accepted = {}) => {
    const file = keptFile(id);
    setAccepted(knowingly);
    if (file) void check(file, knowingly);
    else input.current?.click();
  };
  const rules = acceptableRules(job);
  const onFile = (file: File | undefined) => {
    if (!file) return;
    if (refusalOf(kind, file)) {
      const values = { name: file.name, endings: kinds[kind].accept.join(', ') };
      const why = `imports.refused.${refusalOf(kind, file)!}` as const;
      return void message.error(intl.formatMessage({ id: why }, values));
    }
    void check(file);
  };
  const downloadErrors = () => void attempt(() => download(`/api/jobs/${id}/errors.xlsx`));
  const passed = dryRun && status === 'succeeded';
  const gone = job.fileKept === false;
  const nothing = passed && changesNothing(job);

  return (
    <div className="job-actions">
      <input
        ref={input}
        type="file"
        hidden
        accept={kinds[kind].accept.join(',')}
        aria-label={intl.formatMessage({ id: 'imports.choose-file' })}
        onChange={({ target }) => {
          onFile(target.files?.[0]);
          target.value = '';
        }}
      />
      {gone && <FormattedMessage id="problem.job-file-is-gone" />}
      {passed && !nothing && !gone && (
        <Button type="primary" size="large" loading={busy} onClick={() => void apply(id)}>
          <FormattedMessage id="imports.apply" />
        </Button>
      )}
      {chosen > 0 && (
        <Button type="primary" size="large" loading={busy} onClick={() => checkAgain()}>
          <FormattedMessage id="imports.check-choices" values={{ count: chosen }} />
        </Button>
      )}
      {job.errors + job.warnings > 0 && !gone && (
        <Button
          size="large"
          icon={<DownloadOutlined aria-hidden />}
          onClick={() => void downloadErrors()}
        >
          <FormattedMessage
            id={job.errors > 0 ? 'imports.download-errors' : 'imports.download-warnings'}
          />
        </Button>
      )}
      {status !== 'succeeded' && (
        <Button size="large" loading={busy && chosen === 0} onClick={() => input.current?.click()}>
          <FormattedMessage id="imports.check-corrected" />
        </Button>
      )}
      {!dryRun && status === 'succeeded' && <SeeResult job={job} />}
      <PlaceButton size="large" path="/imports" search={againSearch(job)}>
        <FormattedMessage id="imports.another" />
      </PlaceButton>
      {rules.length > 0 && (
        <Acceptance
          rules={rules}
          busy={busy}
          onCheck={(accept, reason) => checkAgain({ accept, reason })}
        />
      )}
    </div>
  );
}

function againSearch({ kind, options }: Job): Record<string, string | undefined> {
  const { choices: _, accept: __, reason: ___, ...kept } = options;
  return { kind, ...kept };
}

function SeeResult({ job: { id, kind, options, counts } }: { job: Job }) {
  if (kind === 'accounts') {
    return (
      <>
        {(counts.added ?? 0) > 0 && <HandOverButton id={id} />}
        <PlaceButton size="large" path="/accounts">
          <FormattedMessage id="imports.see-accounts" />
        </PlaceButton>
      </>
    );
  }
  if (kind === 'quotas') {
    return (
      <PlaceButton
        type="primary"
        size="large"
        path="/quotas"
        search={{ instrument: options.instrumentId, on: options.validFrom }}
      >
        <FormattedMessage id="imports.see-quotas" />
      </PlaceButton>
    );
  }
  return (
    <PlaceButton type="primary" size="large" path="/map" search={{ on: options.validFrom }}>
      <FormattedMessage id="imports.see-map" />
    </PlaceButton>
  );
}

/** The new accounts' one-time passwords, as strips to cut up; the server gives them out once. */
function HandOverButton({ id }: { id: string }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const take = () => {
    setBusy(true);
    download(`/api/jobs/${id}/hand-overs`, { method: 'POST' })
      .catch((problem: unknown) => {
        const taken = problem instanceof Problem && problem.type === 'no-such-file';
        const text = taken
          ? intl.formatMessage({ id: 'imports.hand-over-taken' })
          : problemText(intl, problem);
        void message.error(text, 8);
      })
      .finally(() => setBusy(false));
  };
  return (
    <Popconfirm
      title={<FormattedMessage id="imports.hand-over-once" />}
      description={<FormattedMessage id="imports.hand-over-note" />}
      okText={<FormattedMessage id="imports.hand-over" />}
      cancelText={<FormattedMessage id="action.cancel" />}
      onConfirm={take}
    >
      <Button type="primary" size="large" icon={<DownloadOutlined aria-hidden />} loading={busy}>
        <FormattedMessage id="imports.hand-over" />
      </Button>
    </Popconfirm>
  );
}
