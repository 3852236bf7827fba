import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import type { PolicyDocument } from '@antt/contracts';
import { searchKey } from '@antt/kernel';
import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useNavigate } from 'react-router';
import { useAttempt } from '../../act/attempt.ts';
import { saveFile } from '../../api.ts';
import { useHeldSearch } from '../../frame/place-link.tsx';
import type { FileFault } from './file-fault.rules.ts';
import { placeWords } from './place-words.ts';
import { readYaml, writeYaml } from './policy-yaml.ts';

const fileName = (name: string) =>
  `${searchKey(name)
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/gu, '')}.yaml`;

/** Takes a policy away as a file to read, compare and send. */
export function YamlExport({ name, document }: { name: string; document: PolicyDocument }) {
  const { busy, attempt } = useAttempt();
  const take = async () => {
    const text = await writeYaml(document);
    saveFile(new Blob([text], { type: 'application/yaml' }), fileName(name));
  };
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      loading={busy}
      onClick={() => void attempt(take)}
    >
      <FormattedMessage id="policies.yaml.export" />
    </Button>
  );
}

/** Opens a file as a new draft, or tells where it is no policy. */
export function YamlImport() {
  const intl = useIntl();
  const navigate = useNavigate();
  const held = useHeldSearch();
  const input = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<{
    file: string;
    of: readonly FileFault[];
    typed: unknown;
  } | null>(null);
  const read = async (file: File) => {
    const answer = await readYaml(await file.text());
    if ('document' in answer) {
      // The draft is typed on; what was read goes along with the address, not into it.
      await navigate(`/policies/new${held()}`, { state: { document: answer.document } });
    } else setFaults({ file: file.name, of: answer.faults, typed: answer.typed });
  };
  return (
    <>
      <Button icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
        <FormattedMessage id="policies.yaml.import" />
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".yaml,.yml"
        data-testid="policy-file"
        aria-label={intl.formatMessage({ id: 'policies.yaml.import' })}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) void read(file);
        }}
      />
      {faults && (
        <Modal
          open
          width={720}
          footer={null}
          title={<FormattedMessage id="policies.yaml.faults" values={{ file: faults.file }} />}
          onCancel={() => setFaults(null)}
        >
          <ul className="fault-list">
            {faults.of.map(({ path, code, about }, n) => (
              <li key={n}>
                {path && (
                  <b>
                    {placeWords(intl, linesOf(faults.typed), path)} <code>{path}</code>
                  </b>
                )}
                <span>
                  <FormattedMessage id={`policies.yaml.fault.${code}`} values={{ about }} />
                </span>
              </li>
            ))}
          </ul>
        </Modal>
      )}
    </>
  );
}

/** The lines of what is no policy yet, as far as they have names. */
function linesOf(typed: unknown): PolicyDocument {
  const lines = (typed as { lines?: unknown } | null)?.lines;
  return { lines: Array.isArray(lines) ? lines : [] } as unknown as PolicyDocument;
}
