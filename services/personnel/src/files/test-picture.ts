import { crc32 } from 'node:zlib';

const base64 = (...lines: string[]) => Buffer.from(lines.join(''), 'base64');

/** Twelve points by eight, as a browser wrote them, with a colour profile where it wrote one. */
export const plain = {
  'image/jpeg': base64(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4A',
    'ABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAAB',
    'RnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJD',
    'AAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAA',
    'AAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYA',
    'AQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW',
    '5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsKCA0LCgsODg0PEyAV',
    'ExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS',
    '01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAIAAwDASIA',
    'AhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAA',
    'AAAAAAAAAABAb/xAAaEQACAwEBAAAAAAAAAAAAAAABAwACERIE/9oADAMBAAIRAxEAPwCYAK112nq50ymR51or',
    'ysYJ/9k=',
  ),
  'image/png': base64(
    'iVBORw0KGgoAAAANSUhEUgAAAAwAAAAICAYAAADN5B7xAAAANUlEQVR4AbyOsQ0AQAgCjSux0/9M7qQz6QJQ2E',
    'hyDQnhHC+bkUAz3JY5GER9YyjTAyV1rfoBAAD//1n/+QUAAAAGSURBVAMAUt0mXYQzpEkAAAAASUVORK5CYII=',
  ),
  'image/webp': base64(
    'UklGRiwCAABXRUJQVlA4WAoAAAAgAAAACwAABwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4A',
    'ABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAAB',
    'RnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJD',
    'AAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAA',
    'AAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYA',
    'AQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW',
    '5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggPgAAABACAJ0BKgwACAACgEIl',
    'sAJ0ugCGgPYAB2AA/usxDjFpjP35XdOcnxX7f0yT0tn/j/4O4i4nv+hJ/8En7gAA',
  ),
};
export type PictureType = keyof typeof plain;

/** What must not stay: the device, and where it was taken (21 degrees, 22 minutes north). */
export const device = 'Samsung SM-A105F số 0912345678';
export const latitude = Buffer.from([21, 0, 0, 0, 1, 0, 0, 0, 22, 0, 0, 0, 1, 0, 0, 0]);

/** EXIF as a phone writes it: device, turn, and a directory of the place. */
export function exif(orientation = 6): Buffer {
  const make = Buffer.from(`${device}\0`);
  const [makeAt, gpsAt] = [50, 50 + make.length];
  const directory = (entries: [tag: number, type: number, count: number, value: number][]) => {
    const bytes = Buffer.alloc(2 + 12 * entries.length + 4);
    bytes.writeUInt16LE(entries.length);
    entries.forEach(([tag, type, count, value], n) => {
      bytes.writeUInt16LE(tag, 2 + 12 * n);
      bytes.writeUInt16LE(type, 4 + 12 * n);
      bytes.writeUInt32LE(count, 6 + 12 * n);
      bytes.writeUInt32LE(value, 10 + 12 * n);
    });
    return bytes;
  };
  return Buffer.concat([
    Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]),
    directory([
      [0x010f, 2, make.length, makeAt],
      [0x0112, 3, 1, orientation],
      [0x8825, 4, 1, gpsAt],
    ]),
    make,
    directory([[2, 5, 2, gpsAt + 18]]),
    latitude,
  ]);
}

/** The picture as a phone or a program would keep it: with place, device, comments and what hangs on behind. */
export function withTraces(type: PictureType, orientation = 6): Buffer {
  const bytes = plain[type];
  const told = exif(orientation);
  if (type === 'image/jpeg') {
    return Buffer.concat([
      bytes.subarray(0, 2),
      segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), told])),
      segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${device}</x>`)),
      segment(0xed, Buffer.from(`Photoshop 3.0\0${device}`)),
      segment(0xfe, Buffer.from(device)),
      bytes.subarray(2),
      Buffer.from(device),
      latitude,
    ]);
  }
  if (type === 'image/png') {
    const end = bytes.length - 12;
    return Buffer.concat([
      bytes.subarray(0, 33),
      chunk('eXIf', told),
      chunk('tEXt', Buffer.from(`Comment\0${device}`)),
      chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${device}`)),
      chunk('tIME', Buffer.from([7, 234, 11, 30, 1, 2, 3])),
      bytes.subarray(33, end),
      chunk('prIv', latitude),
      bytes.subarray(end),
      Buffer.from(device),
    ]);
  }
  const body = Buffer.concat([
    bytes.subarray(8),
    riff('EXIF', told),
    riff('XMP ', Buffer.from(device)),
    riff('zzzz', latitude),
  ]);
  // The first byte of the extended form says that both are there.
  body[12]! |= 0x0c;
  return Buffer.concat([riffHead('RIFF', body.length), body, Buffer.from(device)]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

export function chunk(kind: string, data: Buffer): Buffer {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  const body = Buffer.concat([Buffer.from(kind), data]);
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function riffHead(kind: string, length: number): Buffer {
  const head = Buffer.from(`${kind}\0\0\0\0`);
  head.writeUInt32LE(length, 4);
  return head;
}

const riff = (kind: string, body: Buffer) =>
  Buffer.concat([riffHead(kind, body.length), body, Buffer.alloc(body.length % 2)]);
