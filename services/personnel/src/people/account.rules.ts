import type { Sealer } from '../sealing/sealer.ts';

/** Equal for one account number however it is spaced: `0123 456-789` is `0123456789`. */
export function accountIndex(sealer: Pick<Sealer, 'indexOf'>, number: string): Buffer {
  return sealer.indexOf(number.replace(/[\s.-]/g, '').toUpperCase(), 'bank-account');
}
