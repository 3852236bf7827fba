import { listTeams } from '@antt/contracts';
import {
  educationWords,
  positionWords,
  rosterHeaders,
  rosterTemplate as text,
  sexWords,
} from '@antt/contracts/text/roster.vi';
import { today } from '@antt/kernel';
import type { Client, Context } from '@antt/service-kit';
import { allRows, each } from '../exports/list-pages.ts';

/** Rows that are given lists to choose from; more can be filled in below them. */
const prepared = 3_000;

type Key = keyof typeof rosterHeaders;
/** Columns that only programs write. */
const hidden: readonly Key[] = ['validTo'];
const required: readonly Key[] = [
  ...(['teamCode', 'position', 'name', 'birthDate', 'sex', 'citizenId', 'validFrom'] as const),
];
const days: readonly Key[] = ['birthDate', 'validFrom', 'lastDay', 'signedOn', 'partyJoinedOn'];

/** A roster to fill in: lists to choose from, among them the sender's own teams of today. */
export async function rosterTemplate(client: Client, context: Partial<Context>): Promise<Buffer> {
  // A heavy library that few requests need.
  const { default: excel } = await import('exceljs');
  const teams: { code: string; name: string; commune: string }[] = [];
  for await (const row of each(await allRows(client, listTeams, { on: today() }, context))) {
    const { code, name, commune } = row as {
      code: string;
      name: string;
      commune: { name: string };
    };
    teams.push({ code, name, commune: commune?.name ?? '' });
  }
  const book = new excel.Workbook();
  const sheet = book.addWorksheet(text.sheet, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
  });
  const lists = book.addWorksheet(text.lists);
  const choices = {
    position: firstOf(positionWords),
    sex: firstOf(sexWords),
    education: firstOf(educationWords),
    ethnicity: [...text.ethnicities],
    formerForce: [...text.formerForces],
  };
  const chosenFrom = new Map<string, string>();
  [...Object.entries(choices)].forEach(([key, words], index) => {
    const column = lists.getColumn(index + 5);
    column.values = [text.listOf[key as keyof typeof choices], ...words];
    column.width = 24;
    chosenFrom.set(
      key,
      `'${text.lists}'!$${column.letter}$2:$${column.letter}$${words.length + 1}`,
    );
  });
  lists.getRow(1).font = { bold: true };
  [text.teamCodes, text.teamNames, text.communes].forEach((heading, index) => {
    const column = lists.getColumn(index + 1);
    const values = teams.map(({ code, name, commune }) => [code, name, commune][index]!);
    column.values = [heading, ...values];
    column.width = index === 1 ? 44 : 22;
  });
  if (teams.length > 0) chosenFrom.set('teamCode', `'${text.lists}'!$A$2:$A$${teams.length + 1}`);
  const keys = (Object.keys(rosterHeaders) as Key[]).filter((key) => !hidden.includes(key));
  keys.forEach((key, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = Math.max(12, rosterHeaders[key][0].length + 3);
    // Codes and numbers of papers keep their zeros; days are days.
    column.numFmt = days.includes(key) ? 'dd/mm/yyyy' : '@';
    const heading = sheet.getCell(1, index + 1);
    heading.value = rosterHeaders[key][0];
    heading.font = { bold: true };
    if (required.includes(key)) heading.fill = marked;
    const from = chosenFrom.get(key);
    if (!from) return;
    const area = `${column.letter}2:${column.letter}${prepared + 1}`;
    validations(sheet).add(area, {
      type: 'list',
      allowBlank: true,
      formulae: [from],
      showErrorMessage: key === 'position' || key === 'sex',
    });
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

const marked = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } } as const;

function firstOf(words: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.values(words).map(([first]) => first!);
}

type Validation = {
  type: 'list';
  allowBlank: boolean;
  formulae: string[];
  showErrorMessage: boolean;
};

/** One rule for a whole area; the library's types know cells alone. */
function validations(sheet: object): { add: (area: string, rule: Validation) => void } {
  return (sheet as { dataValidations: { add: (area: string, rule: Validation) => void } })
    .dataValidations;
}
