import {
  checkPayroll,
  type BudgetGroup,
  budgetGroups,
  createPayroll,
  draftBudgetRequest,
  getBudgetComparison,
  getInstrument,
  getPayroll,
  giveBudget,
  type PayrollCheck,
  PolicyDocument,
  type PolicyDocumentInput,
  type Principal,
  stepPayroll,
} from '@antt/contracts';
import { connectBus } from '@antt/service-kit';
import { eventually, type ServiceUnderTest, someone, StandIn } from '@antt/testing';
import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { monthly, payFixture, policy, type SaidPerson } from '../payrolls/test-pay.ts';

/** For tests: provinces with communes whose people are paid, and money given to them by instruments. */
export function budgetFixture(service: ServiceUnderTest) {
  const world = payFixture(service);
  const maker = someone('finance-officer');
  const checker = someone('finance-officer');
  /** Instruments without a file. */
  const bare = new Set<string>();
  let connection: Awaited<ReturnType<typeof connectBus>>;
  afterAll(() => connection.close());
  beforeAll(async () => {
    connection = await connectBus(service.bus.url, 'organisation');
    new StandIn(connection).answer(
      getInstrument,
      ({ id }) =>
        ({
          ...{
            id,
            number: '12/QĐ-UBND',
            kind: 'decision',
            issuer: 'UBND tỉnh',
            title: 'Giao dự toán',
          },
          ...{
            status: 'final',
            signedOn: '2026-01-05',
            effectiveFrom: '2026-01-05',
            effectiveTo: null,
          },
          ...{
            subjects: [],
            amends: [],
            replaces: [],
            bases: [],
            territory: [],
            territoryOn: null,
          },
          links: {
            ...{ amends: [], amendedBy: [], replaces: [], replacedBy: [], bases: [], basisOf: [] },
          },
          ...{ units: [], repeal: null, corrections: [] },
          files: bare.has(id)
            ? []
            : [
                {
                  ...{ id: randomUUID(), name: 'qd.pdf', type: 'application/pdf', size: 10 },
                  ...{ sha256: '00', keptAt: '2026-01-05T00:00:00Z' },
                },
              ],
        }) as never,
    );
  });

  /** A province with communes of so many people each, paid by a policy of its own. */
  async function province(
    sizes: readonly number[],
    { document = policy([monthly(1_000_000)]), said = {} as SaidPerson } = {},
  ) {
    const provinceId = await world.unit('province', 'Bắc Giang');
    const communes = [];
    for (const size of sizes) {
      const place = await world.place(50, provinceId);
      for (let n = 0; n < size; n += 1) await world.serving(place, said);
      communes.push(place);
    }
    await adopted(document, [provinceId]);
    return { provinceId, communes };
  }

  async function adopted(document: PolicyDocumentInput, units: string[], from = '2024-07-01') {
    const id = randomUUID();
    const instrument = { id, number: '01/2024/NQ-HĐND', issuer: 'HĐND', signedOn: '2024-06-01' };
    await service.db.query(
      `insert into policy (id, instrument_id, instrument, units, status, valid_from, document, adopted_by)
       values ($1, $1, $2, $3, 'draft', $4, $5, 'test')`,
      [
        ...[id, JSON.stringify(instrument), units, from],
        JSON.stringify(PolicyDocument.parse(document)),
      ],
    );
    await service.db.query(`update policy set status = 'adopted' where id = $1`, [id]);
    return id;
  }

  type Given = Partial<{
    year: number;
    group: BudgetGroup;
    source: 'province' | 'commune';
    kind: 'opening' | 'supplement' | 'reduction' | 'recall';
    instrumentId: string;
    as: Principal;
  }>;
  function given(unitId: string, amount: number, said: Given = {}) {
    const { group = 'allowance', source = 'province', year = 2026, kind = 'opening' } = said;
    const { instrumentId = randomUUID(), as = checker } = said;
    const place = { unitId, year, fund: budgetGroups[group].fund, group, source };
    const command = { ...place, id: randomUUID(), kind, amount, instrumentId, note: '' };
    return service.call(giveBudget, command, as);
  }

  /** A request of one line, drafted by an officer of the commune. */
  async function drafted(
    unitId: string,
    { year = 2026, group = 'equipment' as BudgetGroup, amount = 50_000_000, as = maker } = {},
  ) {
    const id = randomUUID();
    const { fund } = budgetGroups[group];
    const lines = [{ group, source: 'commune' as const, amount, reason: 'Mua sắm' }];
    const said = { id, unitId, year, fund, title: 'Kinh phí năm', lines };
    await service.call(draftBudgetRequest, said, as);
    return id;
  }

  async function calculated(month: string, within: string) {
    const id = randomUUID();
    await service.call(createPayroll, { id, month, within }, maker);
    return eventually(async () => {
      const payroll = await service.call(getPayroll, { id }, maker);
      if (payroll.failure) throw new Error(payroll.failure.detail);
      return payroll.state === 'calculated' ? payroll : null;
    });
  }

  const step = (
    id: string,
    name: 'submit' | 'approve' | 'pay' | 'close',
    said: { accept?: PayrollCheck[]; reason?: string } = {},
  ) =>
    service.call(
      stepPayroll,
      { id, step: name, reason: '', accept: [], ...said },
      name === 'approve' || name === 'close' ? checker : maker,
    );

  async function paid(month: string, within: string) {
    const { id } = await calculated(month, within);
    const { findings } = await service.call(checkPayroll, { id }, maker);
    const accept = findings.map(({ check }) => check).filter((check) => check !== 'funds-short');
    await step(id, 'submit', { accept, reason: 'Đã rà soát' });
    await step(id, 'approve');
    await step(id, 'pay');
    return id;
  }

  const compared = (year: number, within: string, as: Principal = maker) =>
    service.call(getBudgetComparison, { year, within, limit: 500 }, as);

  return {
    ...{ ...world, maker, checker, bare, province, adopted, given, drafted },
    ...{ calculated, step, paid, compared },
  };
}
