import type { CessationBasis } from '@antt/contracts';
import { Injectable } from '@nestjs/common';
import { Sealer } from '../sealing/sealer.ts';

export type Basis = { basis: CessationBasis | null; note: string };

/** The paper behind a cessation and the note on it: they speak of health and offences, and lie sealed. */
@Injectable()
export class BasisSeal {
  constructor(private readonly sealer: Sealer) {}

  seal(basis: Basis, of: { id: string }): Buffer {
    return this.sealer.seal(JSON.stringify(basis), placeOf(of));
  }

  open(sealed: Buffer, of: { id: string }): Basis {
    return JSON.parse(this.sealer.open(sealed, placeOf(of))) as Basis;
  }
}

// Bound to the cessation and not to the person: a merger makes it somebody else's.
function placeOf({ id }: { id: string }) {
  return { personId: id, field: 'cessation' };
}
