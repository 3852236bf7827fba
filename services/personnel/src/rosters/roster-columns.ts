import type { Education, Position, RosterRemark, RowProblem, Sex } from '@antt/contracts';
import {
  educationWords,
  positionWords,
  rosterHeaders as headers,
  rosterTemplate,
  sexWords,
} from '@antt/contracts/text/roster.vi';
import { addDays, nameKey } from '@antt/kernel';
import {
  choiceField,
  type Columns,
  dayField,
  readTable,
  readWorkbook,
  textField,
} from '@antt/reading';
import type { ImportFile, Reading } from '@antt/service-kit';
import { masked } from '../sealing/masked.rules.ts';
import { citizenIdField } from './citizen-id-field.ts';
import { finding } from './finding.ts';

const required = true;
const columns = {
  teamCode: { headers: headers.teamCode, field: textField(40) },
  teamName: { headers: headers.teamName, field: textField() },
  communeName: { headers: headers.communeName, field: textField() },
  position: { headers: headers.position, required, field: choiceField<Position>(positionWords) },
  name: { headers: headers.name, required, field: textField(100) },
  birthDate: { headers: headers.birthDate, required, field: dayField() },
  sex: { headers: headers.sex, required, field: choiceField<Sex>(sexWords) },
  citizenId: { headers: headers.citizenId, required, field: citizenIdField() },
  validFrom: { headers: headers.validFrom, required, field: dayField() },
  // People write the last day; programs the first one after it.
  lastDay: { headers: headers.lastDay, field: dayField() },
  validTo: { headers: headers.validTo, field: dayField() },
  number: { headers: headers.number, field: textField(80) },
  signedOn: { headers: headers.signedOn, field: dayField() },
  issuer: { headers: headers.issuer, field: textField() },
  education: { headers: headers.education, field: choiceField<Education>(educationWords) },
  ethnicity: { headers: headers.ethnicity, field: textField(60) },
  religion: { headers: headers.religion, field: textField(60) },
  partyJoinedOn: { headers: headers.partyJoinedOn, field: dayField() },
  phone: { headers: headers.phone, field: textField(30) },
  address: { headers: headers.address, field: textField(300) },
  formerForce: { headers: headers.formerForce, field: textField() },
  formerFrom: { headers: headers.formerFrom, field: textField(40) },
  formerTo: { headers: headers.formerTo, field: textField(40) },
  formerSettlement: { headers: headers.formerSettlement, field: textField(300) },
  certificate: { headers: headers.certificate, field: textField(80) },
  yearlyGrade: { headers: headers.yearlyGrade, field: textField(100) },
  insurance: { headers: headers.insurance, field: textField(100) },
  note: { headers: headers.note, field: textField(1000) },
} as const satisfies Columns;

/** A row of a roster: somebody in a team, with a position, for days. */
export type RosterRow = {
  at: string;
  /** Where each value stands, by its column. */
  places: Partial<Record<keyof typeof columns, string>>;
  teamCode: string | null;
  teamName: string | null;
  communeName: string | null;
  position: Position;
  validFrom: string;
  validTo: string | null;
  number: string | null;
  signedOn: string | null;
  issuer: string | null;
  citizenId: string;
  name: string;
  birthDate: string;
  sex: Sex;
  /** What a row may leave out: null leaves it as it is. */
  facts: RosterFacts;
  remarks: Partial<Record<RosterRemark, string>>;
};

export type RosterFacts = {
  phone: string | null;
  ethnicity: string | null;
  religion: string | null;
  education: Education | null;
  partyJoinedOn: string | null;
  address: string | null;
  note: string | null;
};

/** Reads a roster; what a row says that cannot be, whatever else there is, is told at once. */
export async function readRoster({ bytes }: ImportFile): Promise<Reading<RosterRow[]>> {
  const { sheets, problems } = await readWorkbook(bytes, 'list');
  if (sheets.length === 0) return { content: null, problems };
  const table = readTable(sheets, columns);
  const content = table.rows.map(({ at, places, values }): RosterRow => {
    const {
      lastDay,
      validTo,
      phone,
      ethnicity,
      religion,
      education,
      partyJoinedOn,
      address,
      note,
      formerForce,
      formerFrom,
      formerTo,
      formerSettlement,
      certificate,
      yearlyGrade,
      insurance,
      ...own
    } = values;
    const remarks: Record<RosterRemark, string | null> = {
      'former-force': formerForce,
      'former-from': formerFrom,
      'former-to': formerTo,
      'former-settlement': formerSettlement,
      certificate,
      'yearly-grade': yearlyGrade,
      insurance,
    };
    return {
      ...own,
      at,
      places,
      validTo: validTo ?? (lastDay && addDays(lastDay, 1)),
      facts: { phone, ethnicity, religion, education, partyJoinedOn, address, note },
      remarks: Object.fromEntries(Object.entries(remarks).filter(([, value]) => value !== null)),
    };
  });
  // The template's lists to choose from are no roster, and nobody need be told.
  const isOurs = ({ code, sheet }: RowProblem) =>
    code === 'sheet-skipped' && sheet === rosterTemplate.lists;
  const found = table.problems.filter((one) => !isOurs(one)).map(withoutCitizenId);
  return { content, problems: [...problems, ...found, ...content.flatMap(faultsOf)] };
}

/** What is found is kept as it is told: a citizen ID that cannot be read is shown by its end only. */
function withoutCitizenId(found: RowProblem): RowProblem {
  const names: readonly string[] = headers.citizenId.map(nameKey);
  if (!names.includes(nameKey(String(found.column ?? '')))) return found;
  return { ...found, value: masked(String(found.value ?? '')) };
}

function faultsOf(row: RosterRow): RowProblem[] {
  const { at, places, teamCode, teamName, name, validFrom, validTo, number, signedOn } = row;
  const faults: RowProblem[] = [];
  const missing = (column: keyof typeof headers) =>
    faults.push(finding('value-missing', places[column] ?? at, { column: headers[column][0] }));
  if (!teamCode && !teamName) missing('teamCode');
  if (number && !signedOn) missing('signedOn');
  if (signedOn && !number) missing('number');
  if (name.length < 2) {
    const members = { column: headers.name[0], value: name };
    faults.push(finding('value-invalid', places.name ?? at, members));
  }
  if (validTo !== null && validTo <= validFrom) {
    const members = { from: validFrom, to: validTo };
    faults.push(finding('days-turned', places.validTo ?? places.lastDay ?? at, members));
  }
  return faults;
}
