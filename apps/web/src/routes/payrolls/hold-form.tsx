import {
  getPayroll,
  holdPay,
  listPaymentBatches,
  listPayments,
  listPayrollLines,
  listPayrolls,
  type PayrollLine,
  releasePay,
} from '@antt/contracts';
import { App } from 'antd';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCommand } from '../../answer.ts';
import { formatMonth } from '../../day.ts';
import { ownerOf } from './line-columns.tsx';
import { moneyText } from './money.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import type { Run } from './use-run.ts';

type Props = { run: Run; line: PayrollLine; onClose: () => void };

/** Holds back all that a person is to be paid in the run, or releases it, with the reason. */
export function HoldForm({ run, line, onClose }: Props) {
  const intl = useIntl();
  const { message } = App.useApp();
  const old = [getPayroll, listPayrolls, listPayrollLines, listPaymentBatches, listPayments];
  const hold = useCommand(holdPay, old);
  const release = useCommand(releasePay, old);
  const isHeld = line.aside === 'held';
  const act = isHeld ? release : hold;
  const verb = isHeld ? 'release' : 'hold';
  const values = { name: ownerOf(line), month: formatMonth(run.month) };
  const send = (reason: string) =>
    act.mutate(
      { id: run.id, personId: line.personId!, reason },
      {
        onSuccess: ({ amount }) => {
          const told = { ...values, amount: moneyText(intl, amount) };
          void message.success(intl.formatMessage({ id: `payrolls.${verb}-done` }, told));
          onClose();
        },
      },
    );
  return (
    <ReasonDialog
      title={<FormattedMessage id={`payrolls.${verb}-title`} values={values} />}
      note={<FormattedMessage id={`payrolls.${verb}-note`} values={values} />}
      submit={<FormattedMessage id={`payrolls.${verb}`} />}
      pending={act.isPending}
      error={act.error}
      onSubmit={send}
      onClose={onClose}
    />
  );
}
