import { expect, test } from '@jest/globals';
import { fileTypeOf } from './file-type.rules.ts';

/** A zip with empty entries of these names. */
function archive(...names: string[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const bytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(bytes.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(bytes.length, 28);
    central.writeUInt32LE(offset, 42);
    parts.push(local, bytes);
    directory.push(central, bytes);
    offset += local.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const types = '[Content_Types].xml';

test('a file is what its bytes say', () => {
  const type = (bytes: Buffer) => fileTypeOf(bytes)?.split(/[/.]/).at(-1);
  expect(type(Buffer.from('%PDF-1.7'))).toBe('pdf');
  expect(type(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg');
  expect(type(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe('png');
  expect(type(Buffer.from('RIFF\x10\0\0\0WEBPVP8 '))).toBe('webp');
  expect(type(archive(types, '_rels/.rels', 'word/document.xml'))).toBe('document');
  expect(type(archive('xl/workbook.xml', types))).toBe('sheet');
});

test('other files are none that is kept: plain archives, macros, pages, cut or empty ones', () => {
  const refused = [
    archive('readme.txt'),
    archive(types, 'ppt/presentation.xml'),
    archive(types, 'word/document.xml', 'word/vbaProject.bin'),
    archive(types, 'word/document.xml').subarray(0, 60),
    Buffer.from('<!doctype html>'),
    Buffer.from('RIFF\x10\0\0\0WAVE'),
    Buffer.from('PK\x03\x04'),
    Buffer.alloc(0),
  ];
  expect(refused.map(fileTypeOf)).toEqual(refused.map(() => null));
});
