import type { PayLine, PayRate, PolicyDocument } from '@antt/contracts';

/** Members of a document or of a line that are told as one value. */
export type ChangedMember<Name> = { name: Name; from: unknown; to: unknown };

export type ChangedRate = {
  when: PayRate['when'];
  /** Null where the other policy has no such rate. */
  from: PayRate | null;
  to: PayRate | null;
};

export type ChangedLine = {
  code: string;
  from: PayLine | null;
  to: PayLine | null;
  members: ChangedMember<LineMember>[];
  rates: ChangedRate[];
};

export type PolicyDiff = {
  members: ChangedMember<DocumentMember>[];
  lines: ChangedLine[];
  /** Lines that stand the same in both. */
  unchanged: number;
};

const documentMembers = [
  'name',
  'proration',
  'absences',
  'exclusive',
  'certainty',
  'note',
] as const;
export type DocumentMember = (typeof documentMembers)[number];
const lineMembers = [
  'label',
  'item',
  'basis',
  'fund',
  'payee',
  'article',
  'shares',
  'cap',
  'round',
  'includes',
] as const;
export type LineMember = (typeof lineMembers)[number];

/** The same text for the same content, whatever the order of members. */
export function keyOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const members = Object.entries(value as Record<string, unknown>)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${name}:${keyOf(member)}`).join()}}`;
}

const changed = <Owner, Name extends keyof Owner>(
  from: Owner,
  to: Owner,
  names: readonly Name[],
): ChangedMember<Name>[] =>
  names
    .filter((name) => keyOf(from[name]) !== keyOf(to[name]))
    .map((name) => ({ name, from: from[name], to: to[name] }));

/** What changes from one policy to another: lines by their code, rates by what they ask for. */
export function diffOf(from: PolicyDocument, to: PolicyDocument): PolicyDiff {
  const codes = [...new Set([...to.lines, ...from.lines].map(({ code }) => code))];
  const lines = codes.map((code) =>
    changedLine(
      code,
      from.lines.find((line) => line.code === code) ?? null,
      to.lines.find((line) => line.code === code) ?? null,
    ),
  );
  const differing = lines.filter(
    (line) => !line.from || !line.to || line.members.length > 0 || line.rates.length > 0,
  );
  return {
    members: changed(from, to, documentMembers),
    lines: differing,
    unchanged: lines.length - differing.length,
  };
}

function changedLine(code: string, from: PayLine | null, to: PayLine | null): ChangedLine {
  const members = from && to ? changed(from, to, lineMembers) : [];
  return { code, from, to, members, rates: changedRates(from?.rates ?? [], to?.rates ?? []) };
}

function changedRates(from: readonly PayRate[], to: readonly PayRate[]): ChangedRate[] {
  const conditions = new Map([...to, ...from].map(({ when }) => [keyOf(when), when]));
  return [...conditions].flatMap(([key, when]) => {
    const [before, after] = [from, to].map(
      (rates) => rates.find((rate) => keyOf(rate.when) === key) ?? null,
    ) as [PayRate | null, PayRate | null];
    const same =
      before &&
      after &&
      keyOf(before.value) === keyOf(after.value) &&
      before.certainty === after.certainty;
    return same ? [] : [{ when, from: before, to: after }];
  });
}
