import { type PayrollState, placedRates, statesCalculated } from '@antt/contracts';
import { today } from '@antt/kernel';
import { merger } from './calendar.ts';
import type { DemoClient } from './client.ts';
import { paperOf, payMonths, type PayResolution, payResolutions } from './pay.ts';
import { uuidOf } from './uuid.ts';

type Run = { state: PayrollState; failure: { detail: string } | null };
type Finding = { check: string };
type Posting = { id: string; position: string; validFrom: string; validTo: string | null };

/** Resolutions about money, a run for each month since, and a decision that came late. */
export async function loadPay(
  { province, maker, checker }: Record<'province' | 'maker' | 'checker', DemoClient>,
  unitId: (place: PayResolution['territory']) => string,
): Promise<void> {
  const [first, second] = payResolutions();
  await adopt(first!, []);
  await adopt(second!, [first!.policyId]);
  const months = payMonths(today());
  for (const month of months.slice(0, -1)) await close(month);
  await decideLate(months.at(-2)!);
  await calculated(months.at(-1)!);

  async function adopt(resolution: PayResolution, ends: string[]): Promise<void> {
    const { id, policyId, territory, document, effectiveFrom } = resolution;
    const { number, issuer, title, signedOn } = resolution;
    const unit = unitId(territory);
    const known = await maker
      .get<{ status: string }>(`/policies/${policyId}`)
      .catch(() => ({ status: 'none' }));
    if (known.status === 'adopted') return;
    const fileId = uuidOf(signedOn, `paper/${number}`);
    await province.upload(
      'instrument',
      `${number.replaceAll('/', '-')}.pdf`,
      paperOf(resolution),
      fileId,
    );
    await province.post('/instruments', {
      ...{ id, kind: 'resolution', number, issuer, title, signedOn, effectiveFrom },
      ...{ subjects: ['allowance'], territory: [unit], fileIds: [fileId] },
    });
    await maker.post('/policies', { id: policyId, instrumentId: id, units: [unit], document });
    await checker.post(`/policies/${policyId}/confirmations`, {
      paths: placedRates(document).map(({ path }) => path),
    });
    await maker.post(`/policies/${policyId}/adoptions`, { validFrom: effectiveFrom, ends });
  }

  async function calculated(month: string): Promise<string> {
    const list = `${month}-01` < merger ? '2024' : '2025';
    const within = unitId({ ...first!.territory, list });
    const id = uuidOf(`${month}-01`, 'payroll');
    await maker.post('/payrolls', { id, month, within });
    const until = Date.now() + 120_000;
    for (;;) {
      const { state, failure } = await maker.get<Run>(`/payrolls/${id}`);
      if (failure) throw new Error(`payroll ${month}: ${failure.detail}`);
      if (state !== 'draft') return id;
      if (Date.now() > until) throw new Error(`payroll ${month} was not calculated in time`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async function close(month: string): Promise<void> {
    const id = await calculated(month);
    const { findings } = await maker.get<{ findings: Finding[] }>(`/payrolls/${id}/check`);
    const answered = {
      accept: findings.map(({ check }) => check),
      reason: findings.length > 0 ? 'Đã rà soát (số liệu minh họa)' : '',
    };
    const steps: [string, DemoClient, object][] = [
      ['submit', maker, answered],
      ['approve', checker, answered],
      ['pay', maker, {}],
      ['close', checker, {}],
    ];
    const { state } = await maker.get<Run>(`/payrolls/${id}`);
    for (const [step, client, said] of steps.slice(statesCalculated.indexOf(state))) {
      await client.post(`/payrolls/${id}/steps`, { step, ...said });
    }
  }

  /** Somebody has been deputy since the middle of a month that is paid: only the difference is owed. */
  async function decideLate(month: string): Promise<void> {
    const from = `${month}-15`;
    const nextId = uuidOf(from, 'late-decision');
    let cursor = '';
    do {
      const page = await province.get<{ items: Posting[]; nextCursor: string | null }>(
        `/postings?on=${from}&limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      if (page.items.some(({ id }) => id === nextId)) return;
      for (const posting of page.items) {
        if (posting.position !== 'ordinary' || posting.validTo !== null) continue;
        try {
          await province.post(`/postings/${posting.id}/changes`, {
            ...{ nextId, validFrom: from, position: 'deputy', accept: ['team-deputies-exceeded'] },
            reason: 'Tổ phó thứ hai theo quyết định vào sổ muộn (số liệu minh họa)',
            decision: { number: '27-MH/QĐ-UBND', signedOn: from },
          });
          return;
        } catch {
          // somebody else's title can be changed
        }
      }
      cursor = page.nextCursor ?? '';
    } while (cursor);
  }
}
