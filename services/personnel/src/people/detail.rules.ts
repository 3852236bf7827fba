import type { CorrectedContent, ShownContent } from '@antt/contracts';
import { masked } from '../sealing/masked.rules.ts';

/** What there is one of on a day within its kind; null where there may be several. */
export function slotOf(content: CorrectedContent): string | null {
  switch (content.kind) {
    case 'residence':
      return content.registration;
    case 'insurance':
      return content.scheme;
    case 'bank-account':
      return 'account';
    case 'service':
      return content.force;
    case 'other-title':
      return 'title';
    case 'pay-channel':
      return 'channel';
    case 'kin':
    case 'commendation':
      return null;
  }
}

/** What lies open in the table, and the number that is sealed; undefined where nothing was said of it. */
export function parted(content: CorrectedContent): {
  open: object;
  number: string | null | undefined;
} {
  if (content.kind !== 'insurance' && content.kind !== 'bank-account') {
    return { open: content, number: null };
  }
  const { number, ...open } = content;
  return { open, number };
}

/** As it is shown: the number masked. */
export function shownContent(open: object, number: string | null): ShownContent {
  const shown = open as ShownContent;
  const hasNumber = shown.kind === 'insurance' || shown.kind === 'bank-account';
  return hasNumber ? ({ ...shown, number: number && masked(number) } as ShownContent) : shown;
}
