import { exifOf, orientationOf } from './orientation.rules.ts';
import { UnreadablePicture } from './unreadable-picture.ts';

type Chunk = { kind: string; body: Uint8Array };

/** Chunks that the picture is drawn from (WebP container); EXIF, XMP and unknown ones go. */
const drawn = ['VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L'];
/** A frame of a moving picture: where and how long it is shown, before its own chunks. */
const frameHead = 16;
const flags = { exif: 0x08, xmp: 0x04 };

/** A WebP of the chunks that it is drawn from. */
export function withoutWebpMetadata(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = 8 + view.getUint32(4, true);
  if (size > bytes.length) throw new UnreadablePicture('cut off');
  const chunks = chunksOf(bytes.subarray(12, size));
  const exif = chunks.find(({ kind }) => kind === 'EXIF');
  const turn = exif ? exifOf(orientationOf(withoutHead(exif.body))) : null;
  const kept = chunks
    .filter(({ kind }) => drawn.includes(kind))
    .map((chunk) => cleaned(chunk, turn !== null));
  if (!kept.some(({ kind }) => ['VP8 ', 'VP8L', 'ANMF'].includes(kind))) {
    throw new UnreadablePicture('no picture');
  }
  // Only the extended form may say how it is turned, and where EXIF stood it was that one.
  if (turn) kept.push({ kind: 'EXIF', body: turn });
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept.map(written)]);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), littleEndian(body.length), body]);
}

function cleaned({ kind, body }: Chunk, isTurned: boolean): Chunk {
  if (kind === 'VP8X') {
    const said = body[0]! & ~(flags.exif | flags.xmp);
    return {
      kind,
      body: Uint8Array.from([isTurned ? said | flags.exif : said, ...body.subarray(1)]),
    };
  }
  if (kind === 'ANMF') {
    const frame = chunksOf(body.subarray(frameHead)).filter((one) => drawn.includes(one.kind));
    return { kind, body: Buffer.concat([body.subarray(0, frameHead), ...frame.map(written)]) };
  }
  return { kind, body };
}

function chunksOf(bytes: Uint8Array): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > bytes.length) throw new UnreadablePicture(`chunk at ${at}`);
    const kind = String.fromCharCode(...bytes.subarray(at, at + 4));
    chunks.push({ kind, body: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** Some programs write the head of a JPEG segment before EXIF. */
const withoutHead = (body: Uint8Array) =>
  String.fromCharCode(...body.subarray(0, 6)) === 'Exif\0\0' ? body.subarray(6) : body;

/** A chunk has an even number of bytes; a zero fills it up. */
const written = ({ kind, body }: Chunk) =>
  Buffer.concat([
    Buffer.from(kind, 'latin1'),
    littleEndian(body.length),
    body,
    Buffer.alloc(body.length % 2),
  ]);

function littleEndian(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
