import type { CessationBasis } from '@antt/contracts';
import { Injectable } from '@nestjs/common';
import { Sealer } from '../sealing/sealer.ts';

export type Basis = { basis: CessationBasis | null; note: string };

/** The paper behind a cessation and the note on it: they speak of health and offences, and lie sealed. */
@Injectable()
export class BasisSeal {
  constructor(private readonly sealer: Sealer) {}

  seal(basis: Basis, of: { id: string; personId: string }): Buffer {
    return this.sealer.seal(JSON.stringify(basis), placeOf(of));
  }

  open(sealed: Buffer, of: { id: string; personId: string }): Basis {
    return JSON.parse(this.sealer.open(sealed, placeOf(of))) as Basis;
  }
}

function placeOf({ id, personId }: { id: string; personId: string }) {
  return { personId, field: `cessation ${id}` };
}
