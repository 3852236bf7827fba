import type { Paragraph, Table } from 'docx';
import { line, mm, plainTable, rule } from './layout.ts';

export const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const motto = 'Độc lập - Tự do - Hạnh phúc';
const center = { align: 'center' } as const;

/**
 * The head of an office's paper: who issues it on the left, the country on the right, below them its number
 * and its place and day side by side (Decree 30/2020/NĐ-CP, App. I). The first lines of the issuer are the
 * body above it, where there are more than `own`.
 */
export function officeHead(
  { issuer, number, placeAndDay }: { issuer: string[]; number: string; placeAndDay: string },
  { own = issuer.length, marks = [] }: { own?: number; marks?: Paragraph[] } = {},
): Table {
  const above = issuer.length - own;
  return plainTable(
    [
      [
        [
          ...issuer.map((one, n) => line(one, { ...center, bold: n >= above, size: 26 })),
          rule(20, 20),
        ],
        [
          line(country, { ...center, bold: true, size: 26 }),
          line(motto, { ...center, bold: true }),
          rule(21, 21),
        ],
      ],
      [
        [line(number, { ...center, size: 26 }), ...marks],
        [line(placeAndDay, { ...center, italics: true })],
      ],
    ],
    [mm(63), mm(102)],
  );
}

/** Whom a paper goes to, and who signs it in which capacity. */
export function officeFoot(
  recipients: string[],
  signer: { onBehalf: string; title: string; name: string },
): Table {
  return plainTable(
    [
      [
        [
          line('Nơi nhận:', { bold: true, italics: true, size: 24, align: 'left' }),
          ...recipients.map((one, n) => {
            const end = n === recipients.length - 1 ? '.' : ';';
            const name = one.replace(/[;.\s]+$/u, '');
            return line(`- ${name}${end}`, { size: 22, align: 'left' });
          }),
        ],
        [
          ...(signer.onBehalf ? [line(signer.onBehalf, { ...center, bold: true })] : []),
          line(signer.title, { ...center, bold: true }),
          ...[1, 2, 3, 4].map(() => line('')),
          line(signer.name, { ...center, bold: true }),
        ],
      ],
    ],
    [mm(80), mm(85)],
  );
}
