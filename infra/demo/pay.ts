import { PolicyDocument } from '@antt/contracts';
import { addDays, type Period, type PlainDate } from '@antt/kernel';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { beginning, merger } from './calendar.ts';
import { provinceCode } from './unit.ts';
import { uuidOf } from './uuid.ts';

/** A resolution of the demo about money, and the shipped illustrative policy that says what it says. */
export type PayResolution = {
  id: string;
  number: string;
  issuer: string;
  title: string;
  signedOn: PlainDate;
  effectiveFrom: PlainDate;
  policyId: string;
  document: PolicyDocument;
  territory: { level: 'province'; code: string; list: '2024' | '2025' };
};

function resolution(
  list: '2024' | '2025',
  signedOn: PlainDate,
  effectiveFrom: PlainDate,
): PayResolution {
  const number = `02-MH/${list}/NQ-HĐND`;
  const file = new URL(`../../services/personnel/policies/minh-hoa-${list}.yaml`, import.meta.url);
  const { policy } = parse(readFileSync(file, 'utf8')) as {
    policy: unknown;
  };
  return {
    id: uuidOf(signedOn, number),
    number,
    issuer: `HĐND tỉnh ${list === '2024' ? 'Bắc Giang' : 'Bắc Ninh'}`,
    title:
      'Quy định mức hỗ trợ, bồi dưỡng đối với lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở (số liệu minh họa)',
    signedOn,
    effectiveFrom,
    policyId: uuidOf(signedOn, `policy/${number}`),
    document: PolicyDocument.parse(policy),
    territory: { level: 'province', code: provinceCode, list },
  };
}

/** Law 30/2023/QH15 Art. 23: the council sets the amounts. The second resolution has another shape. */
export const payResolutions = (): PayResolution[] => [
  resolution('2024', '2024-06-21', beginning),
  resolution('2025', '2025-07-01', merger),
];

/** Months from the first that was paid up to that of a day, which is still open. */
export function payMonths(on: PlainDate): Period[] {
  const months: Period[] = [];
  for (let day = beginning; day <= on; day = `${addDays(day, 31).slice(0, 7)}-01`) {
    months.push(day.slice(0, 7));
  }
  return months;
}

/** A page that says what it stands for: a text to compare with must be there (invented, as all of the demo). */
export function paperOf({ number, title }: Pick<PayResolution, 'number' | 'title'>): Uint8Array {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D')
      .replace(/[()\\]/g, ' ');
  const words = [number, ...(title.match(/.{1,80}(\s|$)/g) ?? [])].map(plain);
  const text = words.map((line, n) => `1 0 0 1 60 ${760 - 20 * n} Tm (${line}) Tj`).join(' ');
  const stream = `BT /F1 12 Tf ${text} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const starts = objects.map((object, n) => {
    const start = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = file.length;
  const entries = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
