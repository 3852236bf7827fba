import type { FileSeal } from '@antt/service-kit';
import { Injectable } from '@nestjs/common';
import { Sealer } from '../sealing/sealer.ts';

/** A roster holds the citizen IDs of everybody in it, so that its file lies sealed (law BR-31). */
@Injectable()
export class RosterFiles implements FileSeal {
  constructor(private readonly sealer: Sealer) {}

  seal(bytes: Buffer): Buffer {
    return this.sealer.sealBytes(bytes, place);
  }

  open(kept: Buffer): Buffer {
    return this.sealer.openBytes(kept, place);
  }
}

const place = { personId: '', field: 'roster-file' };
