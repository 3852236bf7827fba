import { crc32 } from 'node:zlib';
import { exifOf, orientationOf } from './orientation.rules.ts';
import { UnreadablePicture } from './unreadable-picture.ts';

const signature = 8;
/** Chunks that the still picture is drawn from (PNG, third edition, 4.7); texts, times and all others go. */
const drawn = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS'],
  ...['cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'bKGD', 'pHYs'],
]);

/** A PNG of the chunks that it is drawn from; it ends with its end chunk. */
export function withoutPngMetadata(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, signature)];
  let at = signature;
  for (let kind = ''; kind !== 'IEND';) {
    const length = view.getUint32(at);
    const next = at + 12 + length;
    if (next > bytes.length) throw new UnreadablePicture(`chunk at ${at}`);
    kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (kind === 'eXIf') kept.push(...turned(bytes.subarray(at + 8, at + 8 + length)));
    else if (drawn.has(kind)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept);
}

function turned(tiff: Uint8Array): Uint8Array[] {
  const exif = exifOf(orientationOf(tiff));
  if (!exif) return [];
  const body = Buffer.concat([Buffer.from('eXIf', 'latin1'), exif]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(exif.length);
  check.writeUInt32BE(crc32(body));
  return [length, body, check];
}
