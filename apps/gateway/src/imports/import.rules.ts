import { ImportKind, ImportOptions, type Permission } from '@antt/contracts';
import { z } from 'zod';
import { wrong } from '../operations/route.rules.ts';

/** What somebody must hold to bring in a file of a kind. */
export const permissionOfKind: Readonly<Record<ImportKind, Permission>> = {
  units: 'unit.write',
  boundaries: 'unit.write',
  quotas: 'quota.write',
  teams: 'team.write',
  workplaces: 'workplace.write',
  reorganisations: 'unit.write',
  consolidations: 'team.write',
  accounts: 'account.write',
  roster: 'posting.write',
  'payment-results': 'payroll.write',
};

/** What the address says about an upload. */
export const ImportAddress = z.strictObject({
  kind: ImportKind,
  dryRun: z.enum(['true', 'false']).transform((text) => text === 'true'),
});

const inJson = ['choices', 'accept'];

/** The form's text fields as options; lists and choices are JSON, an empty field is one left out. */
export function optionsOf(
  fields: ReadonlyMap<string, string>,
): z.ZodSafeParseResult<ImportOptions> {
  const given: Record<string, unknown> = {};
  for (const [name, text] of fields) {
    if (text.trim() !== '') given[name] = inJson.includes(name) ? jsonOf(name, text) : text;
  }
  return ImportOptions.safeParse(given);
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(path, 'not-json');
  }
}

/** A file's name without folders and control characters, as short as a job keeps it. */
export function fileNameOf(sent: string | undefined): string {
  const name = (sent ?? '').split(/[/\\]/).at(-1)!;
  return (
    name
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .slice(-200)
      // The cut may have halved a pair.
      .toWellFormed() || 'file'
  );
}
