import {
  getForm,
  type Indicator,
  listForms,
  type ReportValue,
  sendReport,
  type SenderKind,
} from '@antt/contracts';
import { addDays, type Input, type PlainDate } from '@antt/kernel';
import { copiedTerritory, type ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import { ReportingPeriodEntity } from '../reporting-periods/reporting-period.entity.ts';

export const on: PlainDate = '2026-06-14';
/** Long past and still to come, so that a test needs no clock. */
export const past = new Date('2026-06-18T00:00:00+07:00');
export const future = new Date('2999-01-01T00:00:00+07:00');

type Terms = { lateFrom?: Date; closesFrom?: Date; to?: PlainDate; kindCode?: string };
export type Sending = Input<typeof sendReport>;

/** A province with communes, teams and periods, and reports that can be sent as they are. */
export function reportingProvince(service: ServiceUnderTest) {
  const { unit, below, team } = copiedTerritory(service, '2020-01-01');
  let made = 0;

  async function commune(provinceId: string, teams = 1) {
    made += 1;
    const communeId = await unit('commune', `Xã ${made}`, provinceId);
    const teamIds = [];
    const villageIds = [];
    for (let n = 1; n <= teams; n += 1) {
      const villageId = await unit('village', `Thôn ${made}.${n}`, communeId);
      villageIds.push(villageId);
      teamIds.push(await team([villageId], { name: `Tổ ${made}.${n}` }));
    }
    return { communeId, teamIds, villageIds };
  }

  /** A month of the teams' form, its end of time and its close where a test wants them. */
  async function period(
    provinceId: string,
    { lateFrom = future, closesFrom = future, to = on, kindCode = 'LL-01' }: Terms = {},
  ): Promise<string> {
    const id = randomUUID();
    const [kind] = await service.db.query(
      `select id from report_kind where code = $1 and unit_id is null
        order by valid_from desc limit 1`,
      [kindCode],
    );
    await service.given(ReportingPeriodEntity, {
      ...{ id, provinceId, kindCode, kindId: kind.id, name: to.slice(0, 7) },
      ...{ fromOn: addDays(to, -29), toOn: to, cutOffOn: to, dueOn: addDays(to, 3) },
      ...{ lateFrom, closesFrom, workingDays: 3, resubmissionDays: 2 },
    });
    return id;
  }

  /** Every question of a form answered: counts with `count`, shares with 1 of 2. */
  async function filled(count = 4, kindCode = 'LL-01', sender: SenderKind = 'team') {
    const { items } = await service.call(listForms, { on, kindCode });
    const form = items.find((one) => one.sender === sender && one.unitId === null)!;
    const { indicators } = await service.call(getForm, { id: form.id, on });
    return indicators.map((one) => valueOf(one, count));
  }

  async function sending(
    periodId: string,
    senderId: string,
    changes: Partial<Sending> = {},
  ): Promise<Sending> {
    const values = changes.values ?? (await filled());
    const sent = {
      id: randomUUID(),
      periodId,
      senderId,
      follows: 0,
      confirmed: false,
      reason: '',
      receivedOn: null,
    };
    return { ...sent, ...changes, values };
  }

  const send = async (periodId: string, senderId: string, changes: Partial<Sending> = {}) =>
    service.call(sendReport, await sending(periodId, senderId, changes));

  return { unit, below, team, commune, period, filled, sending, send };
}

function valueOf({ code, shape }: Indicator, count: number): ReportValue {
  if (shape === 'ratio') return { code, numerator: 1, denominator: 2, noCase: false };
  if (shape === 'months') return { code, numerator: 1, denominator: 1, noCase: false };
  return { code, numerator: count, denominator: null, noCase: false };
}

/** With another number for one indicator. */
export function withValue(values: readonly ReportValue[], code: string, numerator: number) {
  return values.map((one) => (one.code === code ? { ...one, numerator } : one));
}

/** What a refused question was refused for. */
export const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    ({ body }) => body,
  );
