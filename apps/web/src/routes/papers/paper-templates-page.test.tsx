import { listPaperTemplates, PaperKind } from '@antt/contracts';
import type { Output } from '@antt/kernel';
import { beforeEach, expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { FakeApi } from '../../test-answers.ts';
import { draw, meAs } from '../../test-page.tsx';
import { Component as PaperTemplatesPage } from './paper-templates-page.tsx';

const id = (n: number) => `0199e300-0000-7000-8000-00000000000${n}`;
const routes = [{ path: '/paper-templates', element: <PaperTemplatesPage /> }];
const tags = Object.fromEntries(
  PaperKind.options.map((kind) => [kind, [{ tag: 'xã' }, { tag: 'tổ', rows: ['stt', 'tên tổ'] }]]),
) as Output<typeof listPaperTemplates>['tags'];

beforeEach(() => {
  new FakeApi().on(listPaperTemplates, () => ({
    items: [
      {
        id: id(1),
        kind: 'ballot' as const,
        unitId: id(2),
        unitName: 'tỉnh Bắc Ninh',
        source: 'Công văn 15/CAT-PV01',
        name: 'phieu-xet-tuyen.docx',
        size: 20_000,
        validFrom: '2026-01-01',
        validTo: null,
      },
    ],
    nextCursor: null,
    total: 1,
    tags,
  }));
});

/** The section of one form. */
async function sectionOf(heading: string) {
  const title = await screen.findByRole('heading', { name: heading });
  return within(title.closest('section')!);
}

test('a form tells whose own wording holds since when, and the others that the delivered one does', async () => {
  draw(routes, { at: '/paper-templates?on=2026-08-01', me: meAs('auditor') });
  const ballot = await sectionOf('Mẫu 02 · Phiếu xét tuyển');
  const line = ballot.getByRole('row', { name: /Tỉnh Bắc Ninh/ });
  expect(line.textContent).toContain('từ ngày 01/01/2026');
  expect(within(line).getByRole('button', { name: 'phieu-xet-tuyen.docx' })).toBeTruthy();
  const minutes = await sectionOf('Mẫu 04 · Biên bản kết quả xét tuyển');
  expect(minutes.getByText('Đang dùng mẫu có sẵn.')).toBeTruthy();
  expect(minutes.getByText('{#tổ} … {/tổ}')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Dùng mẫu riêng' })).toBeNull();
});

test('who sets parameters may put an own wording in place of each form', async () => {
  draw(routes, { at: '/paper-templates?on=2026-08-01', me: meAs('provincial-administrator') });
  expect(await screen.findAllByRole('button', { name: 'Dùng mẫu riêng' })).toHaveLength(
    PaperKind.options.length,
  );
});
