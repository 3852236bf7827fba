import '../../field/file.css';
import {
  listPersonFiles,
  type Person,
  type PersonFile,
  PersonFileKind,
  withdrawPersonFile,
} from '@antt/contracts';
import { App, Form } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ActForm } from '../../act/act-form.tsx';
import { useAnswer, useCommand } from '../../answer.ts';
import { FileList } from '../../field/file-list.tsx';
import { personFilePath } from '../../field/kept-file.ts';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { useMay } from '../../session/me.ts';
import { PersonFileButton } from './person-file-button.tsx';
import { ReasonItem } from '../../field/reason-item.tsx';

/** The portrait stands with the facts. */
const kinds = PersonFileKind.options.filter((kind) => kind !== 'portrait');

type FilesProps = {
  files: PersonFile[];
  personId: string;
  onRemove: ((file: PersonFile) => void) | undefined;
};

/** Decisions, certificates and other papers of a person, as far as the reader may see them. */
export function PersonFiles({ person: { id } }: { person: Person }) {
  const mayWrite = useMay('person.write');
  const [leaving, setLeaving] = useState<PersonFile | null>(null);
  const answer = useAnswer(listPersonFiles, { id }, { keep: true });
  if (answer.isError) return <ProblemPanel problem={answer.error} />;
  const { items = [], withheld = [] } = answer.data ?? {};
  const gone = items.filter(({ withdrawn }) => withdrawn);
  return (
    <>
      {kinds.map((kind) => (
        <div key={kind} className="files-of-kind">
          <h3>
            <FormattedMessage id={`records.file.${kind}`} />
          </h3>
          {withheld.includes(kind) ? (
            <p className="faint">
              <FormattedMessage id="records.withheld" />
            </p>
          ) : (
            <Files
              personId={id}
              files={items.filter((file) => file.kind === kind && !file.withdrawn)}
              onRemove={mayWrite ? setLeaving : undefined}
            />
          )}
          {mayWrite && !withheld.includes(kind) && <PersonFileButton personId={id} kind={kind} />}
        </div>
      ))}
      {gone.length > 0 && (
        <details className="former">
          <summary>
            <FormattedMessage id="records.files.withdrawn" values={{ count: gone.length }} />
          </summary>
          <FileList files={gone} pathOf={personFilePath} />
        </details>
      )}
      <small className="faint">
        <FormattedMessage id="records.files.note" />
      </small>
      {leaving && <WithdrawForm file={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function Files({ files, personId, onRemove }: FilesProps) {
  if (files.length === 0) {
    return (
      <p className="faint">
        <FormattedMessage id="records.files.none" />
      </p>
    );
  }
  // What came with a merged record stays as that record is.
  const own = files.filter((file) => file.personId === personId);
  const merged = files.filter((file) => file.personId !== personId);
  return (
    <>
      {own.length > 0 && <FileList files={own} pathOf={personFilePath} onRemove={onRemove} />}
      {merged.length > 0 && <FileList files={merged} pathOf={personFilePath} />}
    </>
  );
}

function WithdrawForm({ file, onClose }: { file: PersonFile; onClose: () => void }) {
  const intl = useIntl();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ why: string }>();
  const withdraw = useCommand(withdrawPersonFile, [listPersonFiles]);
  const done = () => {
    void message.success(intl.formatMessage({ id: 'records.files.withdrawn-done' }));
    onClose();
  };
  return (
    <ActForm<{ why: string }>
      title={<FormattedMessage id="records.files.withdraw" />}
      submit={<FormattedMessage id="records.files.withdraw" />}
      danger
      form={form}
      initial={{}}
      pending={withdraw.isPending}
      problem={withdraw.error}
      onFinish={({ why }) =>
        withdraw.mutate({ id: file.id, reason: why.trim() }, { onSuccess: done })
      }
      onClose={onClose}
    >
      <p>{file.name}</p>
      <p className="faint">
        <FormattedMessage id="records.files.withdraw-note" />
      </p>
      <ReasonItem label="records.withdraw-reason" />
    </ActForm>
  );
}
