import { DownOutlined, PrinterOutlined } from '@ant-design/icons';
import type { InstrumentProfile } from '@antt/contracts';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useNavigate } from 'react-router';
import { useHeldSearch } from '../../frame/place-link.tsx';
import { CorrectionForm } from './correction-form.tsx';
import InstrumentForm from './instrument-form.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { RepealDialog } from './repeal-dialog.tsx';

const acts = ['issue', 'amend', 'replace', 'repeal', 'correct'] as const;
type Act = (typeof acts)[number];

type Props = { instrument: InstrumentProfile; mayWrite: boolean };

/** What can be done with a document: by a later one, or to what was recorded. */
export function InstrumentActions({ instrument, mayWrite }: Props) {
  const [act, setAct] = useState<Act | null>(null);
  const navigate = useNavigate();
  const held = useHeldSearch();
  const { id, status, kind, issuer, subjects, territory, territoryOn, units } = instrument;
  const isDraft = status === 'draft';
  const offered = acts.filter((one) =>
    isDraft ? one === 'issue' || one === 'correct' : one !== 'issue',
  );
  const close = () => setAct(null);
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        <FormattedMessage id="action.print" />
      </Button>
      {mayWrite && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: offered.map((one) => ({
              key: one,
              label: <FormattedMessage id={`instruments.act.${one}`} />,
              danger: one === 'repeal',
              disabled: one === 'repeal' && instrument.repeal !== null,
              onClick: () => setAct(one),
            })),
          }}
        >
          <Button type="primary">
            <FormattedMessage id="action.more" /> <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      {(act === 'amend' || act === 'replace') && (
        <InstrumentForm
          units={units}
          given={{
            ...{ kind, issuer, subjects, territory, territoryOn },
            ...(act === 'amend' ? { amends: [id] } : { replaces: [id] }),
          }}
          onClose={close}
          onRecorded={(recorded) => void navigate(`/instruments/${recorded.id}${held()}`)}
        />
      )}
      {act === 'correct' && <CorrectionForm instrument={instrument} onClose={close} />}
      {act === 'repeal' && <RepealDialog instrument={instrument} onClose={close} />}
      {act === 'issue' && <IssueDialog instrument={instrument} onClose={close} />}
    </>
  );
}
