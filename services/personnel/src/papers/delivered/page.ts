import {
  country,
  line,
  mm,
  motto,
  officeFoot,
  officeHead,
  plainTable,
  rule,
  type Sheets,
  type TableColumn,
} from '@antt/paper';

type Piece = Sheets['children'][number];
const center = { align: 'center' } as const;

/** A column of a table of rows: its heading and the tag that fills it. */
export type TagColumn = TableColumn & { heading: string; tag: string };

export const para = (text: string) => line(text, { indent: true, before: 60, after: 80 });

export const title = (text: string, about: string): Piece[] => [
  line('', { size: 20 }),
  line(text, { ...center, bold: true }),
  ...(about ? [line(about, { ...center, bold: true })] : []),
  rule(65, 65),
];

/** A paper of the commune's committee, or of its chair. */
export const committeeHead = (number: string) =>
  officeHead({
    issuer: ['ỦY BAN NHÂN DÂN', '{xã viết hoa}'],
    number,
    placeAndDay: '{địa danh}, {ngày tháng năm}',
  });

/** A paper of the commune police, below the province's. */
export const policeHead = (number: string) =>
  officeHead(
    {
      issuer: ['CÔNG AN {tỉnh viết hoa}', 'CÔNG AN {xã viết hoa}'],
      number,
      placeAndDay: '{địa danh}, {ngày tháng năm}',
    },
    { own: 1 },
  );

/** A paper of the selection council. */
export const councilHead = () =>
  officeHead(
    {
      issuer: ['ỦY BAN NHÂN DÂN {xã viết hoa}', 'HỘI ĐỒNG XÉT TUYỂN'],
      number: '',
      placeAndDay: '{địa danh}, {ngày tháng năm}',
    },
    { own: 1 },
  );

/** A letter of a citizen. */
export const citizenHead = (): Piece[] => [
  line(country, { ...center, bold: true, size: 26 }),
  line(motto, { ...center, bold: true }),
  rule(57, 57),
];

/** Two who sign side by side. */
export const signers = (left: [string, string], right: [string, string]): Piece =>
  plainTable(
    [
      [
        [
          line(left[0], { ...center, bold: true }),
          ...[1, 2, 3, 4].map(() => line('')),
          line(left[1], { ...center, bold: true }),
        ],
        [
          line(right[0], { ...center, bold: true }),
          ...[1, 2, 3, 4].map(() => line('')),
          line(right[1], { ...center, bold: true }),
        ],
      ],
    ],
    [mm(82), mm(83)],
  );

export const chairFoot = (recipients: string[]) =>
  officeFoot(recipients, { onBehalf: '', title: 'CHỦ TỊCH', name: '' });
export const policeFoot = (recipients: string[]) =>
  officeFoot(recipients, { onBehalf: '', title: 'TRƯỞNG CÔNG AN', name: '' });
