import type {
  PayCondition,
  PayLine,
  PolicyDocument,
  PolicyFault,
  RateTableName,
} from '@antt/contracts';
import { placedRates, rateTables } from '@antt/contracts';
import type { PlainDate } from '@antt/kernel';
import { ofPerson, usedBy } from '../payrolls/amount.rules.ts';

/** Which rows of a table hold on a day: `base-wage`, `regional-minimum-wage 3`. */
export type KnownRates = ReadonlySet<string>;

type Known = {
  rates: KnownRates;
  /** The vocabulary of tags. */
  tags: ReadonlySet<string>;
  validFrom: PlainDate;
};

/** What in a document stands against its adoption, with its place. */
export function faultsOf(
  document: PolicyDocument,
  { rates, tags, validFrom }: Known,
): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const fault = (code: PolicyFault['code'], path: string, about = '') =>
    faults.push({ code, path, about });
  // months are told by one policy: a part of one is reckoned by each for itself
  if (!validFrom.endsWith('-01')) fault('within-month', 'validFrom', validFrom);
  const codes = document.lines.map(({ code }) => code);
  document.lines.forEach((line, index) => {
    const at = `lines.${index}`;
    if (codes.indexOf(line.code) !== index) fault('code-twice', `${at}.code`, line.code);
    for (const code of [...usedBy(line), ...line.includes, ...(line.cap?.sharedWith ?? [])]) {
      if (!codes.includes(code)) fault('line-unknown', at, code);
    }
    if (isInACircle(line, document.lines)) fault('lines-in-a-circle', at, line.code);
    if (line.cap && line.basis.per !== 'duty' && line.basis.per !== 'training-day') {
      fault('basis-does-not-fit', `${at}.cap`, line.basis.per);
    }
    // law BR-54: who mobilises pays, and no budget of the force
    if (line.basis.per === 'duty' && line.basis.outOfArea && line.fund !== 'mobilising-body') {
      fault('basis-does-not-fit', `${at}.fund`, line.fund);
    }
    for (const code of usedBy(line)) {
      const used = document.lines.find((other) => other.code === code);
      if (used && (used.basis.per !== 'month' || !ofPerson(line.basis))) {
        fault('basis-does-not-fit', at, code);
      }
    }
    line.shares.forEach(({ when }, n) => {
      for (const tag of tagsOf(when)) {
        if (!tags.has(tag)) fault('tag-unknown', `${at}.shares.${n}.when`, tag);
      }
    });
    line.rates.forEach((rate, n) => {
      const path = `${at}.rates.${n}`;
      const { value, when } = rate;
      if ('unknown' in value) fault('value-unknown', `${path}.value`, value.unknown);
      if ('of' in value) {
        for (const { table, key } of value.of) {
          for (const wanted of wantedRows(table, key)) {
            if (!rates.has(wanted)) fault('table-value-missing', `${path}.value`, wanted);
          }
        }
      }
      if ('ofOwn' in value && ownOf(line.basis) !== value.ofOwn) {
        fault('basis-does-not-fit', `${path}.value`, value.ofOwn);
      }
      if (when.forces && line.basis.per !== 'service-year') {
        fault('basis-does-not-fit', `${path}.when`, line.basis.per);
      }
      if (!ofPerson(line.basis) && asksOfPerson(when) && line.basis.per.startsWith('team')) {
        fault('basis-does-not-fit', `${path}.when`, line.basis.per);
      }
      for (const tag of tagsOf(when)) {
        if (!tags.has(tag)) fault('tag-unknown', `${path}.when`, tag);
      }
      const { from, to } = when.days ?? {};
      if (from && to && to <= from) fault('days-empty', `${path}.when.days`, to);
      if (to && to <= validFrom) fault('never-applies', path, to);
      // a rate after one without condition is never reached
      if (line.rates.slice(0, n).some((earlier) => Object.keys(earlier.when).length === 0)) {
        fault('never-applies', path, line.code);
      }
    });
  });
  document.exclusive.forEach(({ lines }, g) => {
    for (const code of lines) {
      if (!codes.includes(code)) fault('line-unknown', `exclusive.${g}`, code);
    }
    const kinds = new Set(
      document.lines
        .filter(({ code }) => lines.includes(code))
        .map(({ basis }) => basis.per === 'duty'),
    );
    if (kinds.size > 1) fault('basis-does-not-fit', `exclusive.${g}`, lines.join(', '));
  });
  return faults;
}

/** Every value of a document by its path: each is compared with the instrument by a person. */
export function valuesOf(document: PolicyDocument): { path: string; value: unknown }[] {
  return placedRates(document).map(({ path, line, rate: { when, value, certainty } }) => ({
    path,
    // with whatever else of the line and the document makes the amount another one
    value: {
      ...deciding(document, line),
      ...{ when, value, certainty: certainty ?? document.certainty },
    },
  }));
}

/** What a dossier of the basis says that an amount may be a multiple of. */
function ownOf(basis: PayLine['basis']): 'former-allowance' | 'treatment-cost' | null {
  if (basis.per === 'service-year') return 'former-allowance';
  return basis.per === 'case' && basis.event === 'treatment' ? 'treatment-cost' : null;
}

function deciding({ proration, absences, exclusive }: PolicyDocument, line: PayLine) {
  const { code, item, fund, payee, basis, cap, round, shares, includes } = line;
  return {
    ...{ proration, absences, exclusive, code, item, fund, basis, cap, round, shares, includes },
    ...(payee ? { payee } : {}),
  };
}

/** A tag that nothing can bear would never be met, or always where it is excluded. */
function tagsOf({ tags = [], anyTag = [], withoutTags = [] }: PayCondition): string[] {
  return [...tags, ...anyTag, ...withoutTags];
}

/** The person's own row may be any; only that some row is there is asked. */
function wantedRows(table: RateTableName, key: string | undefined): string[] {
  if (key !== undefined) return [`${table} ${key}`];
  return rateTables[table].keys.length === 0 ? [table] : [`${table} *`];
}

const ofPlace: readonly string[] = [
  ...['kinds', 'communeKinds', 'classes', 'communeClasses', 'tags', 'anyTag', 'withoutTags'],
  ...['wageRegions', 'days'],
];

function asksOfPerson(when: PayCondition): boolean {
  return Object.keys(when).some((asked) => !ofPlace.includes(asked));
}

function isInACircle(line: PayLine, lines: readonly PayLine[]): boolean {
  const reached = new Set<string>();
  const open = [...usedBy(line)];
  while (open.length > 0) {
    const code = open.pop()!;
    if (code === line.code) return true;
    if (reached.has(code)) continue;
    reached.add(code);
    const other = lines.find((each) => each.code === code);
    if (other) open.push(...usedBy(other));
  }
  return false;
}
