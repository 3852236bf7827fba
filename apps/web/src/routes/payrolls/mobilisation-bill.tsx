import { listMobilisationBills } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { FormattedMessage, FormattedNumber } from 'react-intl';
import { useAnswer } from '../../answer.ts';
import { formatMonth } from '../../day.ts';
import { ExportButton } from '../../frame/export-button.tsx';
import { ProblemPanel } from '../../frame/problem-panel.tsx';
import { PageSkeleton } from '../../frame/splash.tsx';
import { unitName } from '../../unit-name.ts';
import { useNarrow } from '../../width.ts';
import { Money } from './money.tsx';
import type { Run } from './use-run.ts';

type Body = Output<typeof listMobilisationBills>['bodies'][number];

/** Whether bodies that mobilised members are billed for something of the run. */
export const isBilled = ({ items, state }: Run) =>
  state !== 'reversed' && items.some(({ fund }) => fund === 'mobilising-body');

/** What each body that mobilised members owes for the month of the run, in the area of the run. */
export function MobilisationBill({ run: { month, unit } }: { run: Run }) {
  const narrow = useNarrow();
  const question = { month, within: unit.id };
  // The sums of all bodies come with any page of rows.
  const bill = useAnswer(listMobilisationBills, { ...question, limit: 1 });
  if (bill.isError) {
    return <ProblemPanel problem={bill.error} onRetry={() => void bill.refetch()} />;
  }
  if (!bill.data) return <PageSkeleton />;
  const { bodies, amount } = bill.data;
  return (
    <section aria-labelledby="mobilisation-bill">
      <div className="toolbar">
        <h2 id="mobilisation-bill">
          <FormattedMessage id="payrolls.bill" />
        </h2>
        <ExportButton route="/mobilisation-bills" question={question} />
      </div>
      <p className="faint">
        <FormattedMessage
          id="payrolls.bill-note"
          values={{ month: formatMonth(month), unit: unitName(unit) }}
        />
      </p>
      <div className="plain-table">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="payrolls.bill-body" />
              </th>
              {!narrow && <FigureHeads />}
              <th scope="col" data-align="end">
                <FormattedMessage id="payrolls.amount" />
              </th>
              {!narrow && <td />}
            </tr>
          </thead>
          <tbody>
            {bodies.map((body) => (
              <BodyRow key={body.body} {...{ body, narrow, question }} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={narrow ? 1 : 3}>
                <FormattedMessage id="payrolls.sum" />
              </th>
              <td data-align="end">
                <Money amount={amount} />
              </td>
              {!narrow && <td />}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function FigureHeads() {
  return (
    <>
      <th scope="col" data-align="end">
        <FormattedMessage id="payrolls.people" />
      </th>
      <th scope="col" data-align="end">
        <FormattedMessage id="payrolls.bill-days" />
      </th>
    </>
  );
}

type RowProps = {
  body: Body;
  /** A phone has room for the amount alone: the rest stands under the name. */
  narrow: boolean;
  question: { month: string; within: string };
};

function BodyRow({ body: { body, people, days, amount }, narrow, question }: RowProps) {
  const file = <ExportButton route="/mobilisation-bills" question={{ ...question, body }} />;
  return (
    <tr>
      <th scope="row">
        {body}
        {narrow && (
          <>
            <small>
              <FormattedMessage id="payrolls.bill-counts" values={{ people, days }} />
            </small>
            {file}
          </>
        )}
      </th>
      {!narrow &&
        [people, days].map((figure, at) => (
          <td key={at} data-align="end">
            <FormattedNumber value={figure} />
          </td>
        ))}
      <td data-align="end">
        <Money amount={amount} />
      </td>
      {!narrow && <td data-align="end">{file}</td>}
    </tr>
  );
}
