import { accountsImported, type RowProblem } from '@antt/contracts';
import { readInThread } from '@antt/reading';
import {
  currentPrincipal,
  Files,
  type Importer,
  type ImportFile,
  publish,
  type Reading,
  Settings,
  uuidv7,
} from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertAccount } from '../accounts/insert-account.ts';
import { loadAreas } from '../areas/load-areas.ts';
import { reachOf } from '../authority/authority.rules.ts';
import { Authority, everBefore } from '../authority/authority.service.ts';
import type { IdentitySettings } from '../config.ts';
import { hashPassword } from '../passwords/hash.ts';
import { oneTimePassword } from '../passwords/one-time-password.ts';
import type { AccountRow } from './account-columns.ts';
import { accountsOf, faultsOf, type FileAccount, finding } from './account-file.rules.ts';
import { areaFinder } from './area-name.rules.ts';
import { handOverSheet, type Strip } from './hand-over-sheet.ts';
import { standingAccounts } from './standing-accounts.ts';

type Tools = Parameters<Importer['apply']>[3];

/** Two at a time: people who sign in meanwhile need the other hashing threads. */
const together = 2;

/** Many accounts at once. New ones are made; a row about an existing one must say what stands already. */
@Injectable()
export class AccountImporter implements Importer<AccountRow[]> {
  readonly kind = 'accounts';
  readonly permission = 'account.write';

  constructor(
    private readonly authority: Authority,
    private readonly files: Files,
    @Inject(Settings) private readonly settings: IdentitySettings,
  ) {}

  read(file: ImportFile): Promise<Reading<AccountRow[]>> {
    return readInThread(import.meta.url, 'reading-thread', { kind: this.kind, file });
  }

  async apply(
    tx: EntityManager,
    rows: AccountRow[],
    { options }: Parameters<Importer['apply']>[2],
    tools: Tools,
  ) {
    const { accounts, problems } = await this.understand(tx, rows, options.choices);
    const { fresh, unchanged, taken } = await standingAccounts(tx, accounts);
    problems.push(...taken, ...(await this.beyond(fresh)));
    const read = rows.length;
    if (problems.length > 0) return { counts: { read }, problems };
    const counts = { read, added: fresh.length, unchanged };
    const strips = await this.make(tx, fresh, tools);
    if (fresh.length > 0 && !tools.dryRun) {
      await this.keepSheet(tx, strips, tools.jobId);
      await publish(tx, accountsImported, { jobId: tools.jobId, counts });
    }
    return { counts, problems };
  }

  private async understand(
    tx: EntityManager,
    rows: AccountRow[],
    choices: Record<string, string> | undefined,
  ): Promise<{ accounts: FileAccount[]; problems: RowProblem[] }> {
    const reach = reachOf(currentPrincipal(), ['account.write']);
    const all = await loadAreas(tx);
    const inside = await this.authority.areasInside(all, reach, everBefore);
    const find = areaFinder(
      all.filter(({ id }) => inside.has(id)),
      choices,
    );
    const problems = rows.flatMap(faultsOf);
    const together = accountsOf(rows, (row) => {
      const found = find(row);
      if ('areaId' in found) return found.areaId;
      problems.push(found.problem);
      return null;
    });
    return { accounts: together.accounts, problems: [...problems, ...together.problems] };
  }

  private async beyond(accounts: readonly FileAccount[]): Promise<RowProblem[]> {
    const grants = accounts.flatMap((account) => account.grants);
    const refused = await this.authority.grantsBeyond(grants);
    return refused.map(({ at, area }) => finding('role-beyond-own-area', at, { area }));
  }

  private async make(
    tx: EntityManager,
    accounts: readonly FileAccount[],
    { dryRun, progress }: Tools,
  ): Promise<Strip[]> {
    const oneTimeDays = this.settings.ONE_TIME_PASSWORD_DAYS;
    const strips: Strip[] = [];
    for (let start = 0; start < accounts.length; start += together) {
      const some = accounts.slice(start, start + together).map((account) => ({
        ...account,
        password: oneTimePassword(),
      }));
      const hashes = await Promise.all(
        some.map(({ password }) => (dryRun ? 'dry run' : hashPassword(password))),
      );
      for (const [index, account] of some.entries()) {
        const passwordHash = hashes[index]!;
        await insertAccount(tx, { ...account, id: uuidv7(), passwordHash, oneTimeDays });
        strips.push(account);
      }
      progress(strips.length, accounts.length);
    }
    return strips;
  }

  // The sheet is stored before the commit: without it nobody could sign in. After a crash in between it
  // lies there unnamed, and the store forgets it within a day.
  private async keepSheet(tx: EntityManager, strips: Strip[], jobId: string): Promise<void> {
    const bytes = await handOverSheet(tx, strips, this.settings.ONE_TIME_PASSWORD_DAYS);
    const source = new Blob([bytes as BlobPart]).stream();
    const { object, name, size } = await this.files.put('phieu-ban-giao.xlsx', source, 50_000_000);
    await tx.query(`insert into hand_over (job_id, object, name, size) values ($1, $2, $3, $4)`, [
      jobId,
      object,
      name,
      size,
    ]);
  }
}
