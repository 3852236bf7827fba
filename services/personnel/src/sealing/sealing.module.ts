import { Global, Module } from '@nestjs/common';
import { Sealer } from './sealer.ts';

/** Encryption of sensitive fields, for every noun that holds some. */
@Global()
@Module({ providers: [Sealer], exports: [Sealer] })
export class SealingModule {}
