import { BankOutlined, DownloadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { listPaymentBatches, type PaymentBatch } from '@antt/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useAttempt } from '../../act/attempt.ts';
import { download } from '../../api.ts';
import { formatMoment } from '../../moment.ts';
import { useMay } from '../../session/me.ts';
import { Money } from './money.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { Run } from './use-run.ts';

type Props = { run: Run; batches: readonly PaymentBatch[]; whole: boolean };

/** What went out together, how far it is, and the files that it went out by. */
export function BatchList({ run, batches, whole }: Props) {
  return (
    <ul className="batches">
      {batches.map((batch) => (
        <li key={batch.id}>
          <OneBatch run={run} batch={batch} whole={whole} />
        </li>
      ))}
    </ul>
  );
}

function OneBatch({ run, batch, whole }: { run: Run; batch: PaymentBatch; whole: boolean }) {
  const intl = useIntl();
  const { number, by, madeAt, filesAt, filesBy, issued, withdrawn, byState } = batch;
  return (
    <>
      <header>
        <h3>
          <FormattedMessage id="payrolls.batch" values={{ number }} />{' '}
          {withdrawn && (
            <Tag color="red">
              <FormattedMessage id="payrolls.payment-state.withdrawn" />
            </Tag>
          )}
        </h3>
        <small>
          <FormattedMessage
            id="payrolls.batch-made"
            values={{ by, at: formatMoment(madeAt), files: String(filesAt !== null) }}
          />{' '}
          {filesAt && (
            <FormattedMessage
              id="payrolls.batch-files"
              values={{ by: filesBy ?? '', at: formatMoment(filesAt) }}
            />
          )}
        </small>
      </header>
      <p>
        <FormattedMessage id="payrolls.payment-count" values={{ count: issued.payments }} />,{' '}
        <Money amount={issued.amount} />
      </p>
      <ul className="batch-states">
        {byState.map(({ state, payments, amount }) => (
          <li key={state} data-state={state}>
            {intl.formatMessage({ id: `payrolls.payment-state.${state}` })}:{' '}
            {intl.formatNumber(payments)} (<Money amount={amount} />)
          </li>
        ))}
      </ul>
      {!withdrawn && <BatchFiles run={run} number={number} whole={whole} />}
    </>
  );
}

function BatchFiles({ run, number, whole }: { run: Run; number: number; whole: boolean }) {
  const { busy, attempt } = useAttempt();
  const client = useQueryClient();
  const mayReveal = useMay('bank-file.read');
  const mayWrite = useMay('payroll.write');
  const [asking, setAsking] = useState<'bank' | 'bundle' | null>(null);
  const path = `/api/payrolls/${run.id}/batches/${number}`;
  // Whoever has a file of it: the batch says so.
  const told = () => client.invalidateQueries({ queryKey: [listPaymentBatches.subject] });
  const take = (file: string) =>
    void attempt(async () => {
      await download(`${path}/${file}`);
      await told();
    });
  const send = (reason?: string) =>
    void attempt(async () => {
      const file = asking === 'bank' ? 'bank-file.csv' : 'bundle.zip';
      const body = JSON.stringify(reason === undefined ? {} : { reason });
      const headers = { 'Content-Type': 'application/json' };
      await download(`${path}/${file}`, { method: 'POST', headers, body });
      setAsking(null);
      await told();
    });
  const bundle = () => {
    if (mayReveal) setAsking('bundle');
    else send();
  };
  return (
    <div className="batch-files">
      {mayWrite && whole && (
        <Button type="primary" icon={<DownloadOutlined aria-hidden />} onClick={bundle}>
          <FormattedMessage id="payrolls.file.bundle" />
        </Button>
      )}
      {mayReveal && (
        <Button icon={<BankOutlined aria-hidden />} onClick={() => setAsking('bank')}>
          <FormattedMessage id="payrolls.file.bank" />
        </Button>
      )}
      <Button
        icon={<FileExcelOutlined aria-hidden />}
        loading={busy && asking === null}
        onClick={() => take('treasury.xlsx')}
      >
        <FormattedMessage id="payrolls.file.treasury" />
      </Button>
      <Button icon={<FileExcelOutlined aria-hidden />} onClick={() => take('list.xlsx')}>
        <FormattedMessage id="payrolls.file.list" />
      </Button>
      {asking && (
        <ReasonDialog
          title={<FormattedMessage id={`payrolls.file.${asking}`} />}
          note={<FormattedMessage id={`payrolls.file-note.${asking}`} />}
          submit={<FormattedMessage id="payrolls.file.take" />}
          pending={busy}
          onSubmit={send}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}
