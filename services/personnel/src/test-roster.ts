import { type Job, type ImportOptions, personnelJobs } from '@antt/contracts';
import { eventually, type ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';

const head =
  'Mã Tổ,Tên Tổ,"Xã, phường",Chức danh,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Từ ngày,Đến ngày,Trình độ học vấn,Số quyết định,Ngày quyết định';

/** A row of a roster by its headings; what is left out is somebody of age with lower secondary school. */
export type Line = {
  code?: string;
  team?: string;
  commune?: string;
  position?: string;
  name?: string;
  born?: string;
  sex?: string;
  citizenId: string;
  from?: string;
  to?: string;
  education?: string;
  number?: string;
  signedOn?: string;
  more?: string;
};

/** A roster as a .csv file. */
export function rosterOf(lines: readonly Line[], more = ''): Uint8Array {
  const rows = lines.map((line) =>
    [
      ...[line.code, line.team, line.commune, line.position ?? 'Tổ viên'],
      ...[line.name ?? 'Nguyễn Văn An', line.born ?? '20/05/1985', line.sex ?? 'Nam'],
      ...[line.citizenId, line.from ?? '01/08/2024', line.to, line.education ?? 'THCS'],
      ...[line.number ?? '12/QĐ-UBND', line.signedOn ?? '25/07/2024', line.more],
    ].join(','),
  );
  return new TextEncoder().encode([`${head}${more && `,${more}`}`, ...rows].join('\n'));
}

/** For tests: uploads a roster and waits for its end. */
export function rosters(service: ServiceUnderTest) {
  return async function take(
    bytes: Uint8Array,
    {
      dryRun = false,
      principal = service.administrator,
      options = {} as ImportOptions,
      name = 'danh-sach.csv',
    } = {},
  ): Promise<Job> {
    const file = await service.files.put(name, new Blob([bytes as BlobPart]).stream(), 1e8);
    const id = `personnel.${randomUUID()}`;
    const command = { id, kind: 'roster', dryRun, file, options } as const;
    await service.call(personnelJobs.start, command, principal);
    return eventually(async () => {
      const job = await service.call(personnelJobs.get, { id }, principal).catch(() => null);
      return job?.finishedAt ? job : null;
    }, 120_000);
  };
}
