import {
  createPayroll,
  getPayroll,
  listPayrollLines,
  PolicyDocument,
  type PolicyDocumentInput,
  stepPayroll,
} from '@antt/contracts';
import { eventually, type ServiceUnderTest, someone } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import { monthly, payFixture, policy, type SaidPerson } from './test-pay.ts';

export const maker = someone('finance-officer');
export const checker = someone('finance-officer');
export const amounts = { leader: 1_500_000, deputy: 1_400_000, ordinary: 1_200_000 };
export const plain = { reason: '', accept: [] };

/** For tests: provinces that pay their people, and runs taken through their steps by two officers. */
export function payRuns(service: ServiceUnderTest) {
  const world = payFixture(service);

  async function adopted(document: PolicyDocumentInput, units: string[], from = '2024-07-01') {
    const id = randomUUID();
    await service.db.query(
      `insert into policy (id, instrument_id, instrument, units, status, valid_from, document, adopted_by)
       values ($1, $1, $2, $3, 'adopted', $4, $5, 'test')`,
      [
        id,
        JSON.stringify({
          id,
          number: '01/2024/NQ-HĐND',
          issuer: 'HĐND tỉnh',
          signedOn: '2024-06-01',
        }),
        ...[units, from, JSON.stringify(PolicyDocument.parse(document))],
      ],
    );
    return id;
  }

  /** A province with a commune and people in its team, paid by a policy of its own. */
  async function province(
    people: SaidPerson[],
    document: PolicyDocumentInput = policy([monthly(amounts)]),
  ) {
    const provinceId = await world.unit('province', 'Bắc Giang');
    const here = await world.place(50, provinceId);
    const members = [];
    for (const said of people) members.push(await world.serving(here, said));
    const policyId = await adopted(document, [provinceId]);
    return { provinceId, ...here, members, policyId };
  }

  async function run(month: string, within: string, as = maker) {
    const id = randomUUID();
    await service.call(createPayroll, { id, month, within }, as);
    return eventually(async () => {
      const payroll = await service.call(getPayroll, { id }, as);
      if (payroll.failure) throw new Error(payroll.failure.detail);
      return payroll.state === 'calculated' ? payroll : null;
    });
  }

  const step = (id: string, name: 'submit' | 'approve' | 'pay' | 'close', as = maker) =>
    service.call(stepPayroll, { id, step: name, ...plain }, as);

  async function approved(month: string, within: string) {
    const { id } = await run(month, within);
    await step(id, 'submit');
    await step(id, 'approve', checker);
    return id;
  }

  async function pay(month: string, within: string) {
    const id = await approved(month, within);
    await step(id, 'pay');
    await step(id, 'close', checker);
    return id;
  }

  const linesOf = async (id: string) =>
    (await service.call(listPayrollLines, { id, limit: 1000 }, maker)).items;

  return { ...world, adopted, province, run, step, approved, pay, linesOf };
}
