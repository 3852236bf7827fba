import { type Instrument, type Principal, recordInstrument } from '@antt/contracts';
import type { Input } from '@antt/kernel';
import type { ServiceUnderTest } from '@antt/testing';
import { randomUUID } from 'node:crypto';
import { plainInstrument } from './standing-instrument.ts';

/** For tests: records documents, of which only what matters is said. */
export function documents(service: ServiceUnderTest) {
  return (
    given: Partial<Input<typeof recordInstrument>> = {},
    who: Principal = service.administrator,
  ): Promise<Instrument> => {
    const id = given.id ?? randomUUID();
    const effectiveFrom = given.effectiveFrom ?? '2024-07-15';
    return service.call(
      recordInstrument,
      {
        kind: 'resolution',
        number: `${id.slice(0, 8)}/NQ-HĐND`,
        issuer: 'HĐND tỉnh',
        title: 'Tiêu chí số lượng thành viên Tổ',
        signedOn: effectiveFrom,
        effectiveTo: null,
        territory: [],
        fileIds: [],
        ...plainInstrument,
        ...given,
        effectiveFrom,
        id,
      },
      who,
    );
  };
}
