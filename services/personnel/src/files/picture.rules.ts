import { withoutJpegMetadata } from './jpeg.rules.ts';
import { withoutPngMetadata } from './png.rules.ts';
import { UnreadablePicture } from './unreadable-picture.ts';
import { withoutWebpMetadata } from './webp.rules.ts';

const cleaners: Record<string, (bytes: Uint8Array) => Uint8Array> = {
  'image/jpeg': withoutJpegMetadata,
  'image/png': withoutPngMetadata,
  'image/webp': withoutWebpMetadata,
};

/**
 * The picture as one sees it, without what a camera or a program wrote beside it: place, time, device, a smaller
 * picture, comments, what hangs on behind. Only parts that are known to make up the picture stay, with how it
 * is turned; no point of it is made anew.
 */
export function withoutMetadata(type: string, bytes: Uint8Array): Uint8Array {
  const clean = cleaners[type];
  if (!clean) throw new UnreadablePicture(type);
  try {
    return clean(bytes);
  } catch (error) {
    // Reading past the end: it is cut off, or a length in it is wrong.
    if (error instanceof RangeError) throw new UnreadablePicture(type);
    throw error;
  }
}
