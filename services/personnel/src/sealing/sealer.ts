import { Settings } from '@antt/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { PersonnelSettings } from '../config.ts';

const nonceLength = 12;
const tagLength = 16;
const nameLength = 4;

type Key = { name: string; bytes: Buffer };

/**
 * Encrypts what must not be read from a disk or a backup (law BR-31): AES-256-GCM, bound to the record (of the
 * person, or of what a merger gives to another person) and the field, so that a value moved to another row does
 * not open. Layout: name of the key (4 bytes), nonce
 * (12), tag (16), text.
 */
@Injectable()
export class Sealer {
  private readonly keys: Key[];
  private readonly indexKey: Buffer;

  constructor(@Inject(Settings) settings: PersonnelSettings) {
    this.keys = settings.PERSONAL_DATA_KEYS.map((text) => {
      const bytes = Buffer.from(text, 'base64');
      const digest = createHash('sha256').update(bytes).digest();
      return { bytes, name: digest.subarray(0, nameLength).toString('hex') };
    });
    this.indexKey = Buffer.from(settings.PERSONAL_INDEX_KEY, 'base64');
  }

  seal(text: string, place: Place): Buffer {
    return this.sealBytes(Buffer.from(text, 'utf8'), place);
  }

  /** The text; an error where the key is gone or the value was tampered with. */
  open(sealed: Buffer, place: Place): string {
    return this.openBytes(sealed, place).toString('utf8');
  }

  /** The same for what is no text, such as a file. */
  sealBytes(bytes: Buffer, { personId, field }: Place): Buffer {
    const [key] = this.keys;
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', key!.bytes, nonce);
    cipher.setAAD(placeOf(personId, field));
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([Buffer.from(key!.name, 'hex'), nonce, cipher.getAuthTag(), sealed]);
  }

  openBytes(sealed: Buffer, { personId, field }: Place): Buffer {
    const name = sealed.subarray(0, nameLength).toString('hex');
    const key = this.keys.find((one) => one.name === name);
    if (!key) throw new Error(`no key ${name} among PERSONAL_DATA_KEYS`);
    const nonce = sealed.subarray(nameLength, nameLength + nonceLength);
    const tag = sealed.subarray(nameLength + nonceLength, nameLength + nonceLength + tagLength);
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, nonce);
    decipher.setAAD(placeOf(personId, field));
    decipher.setAuthTag(tag);
    const rest = sealed.subarray(nameLength + nonceLength + tagLength);
    return Buffer.concat([decipher.update(rest), decipher.final()]);
  }

  /** Equal for equal texts of a field, and tells nothing else without the key. */
  indexOf(text: string, field: string): Buffer {
    return createHmac('sha256', this.indexKey).update(`${field}\0${text}`).digest();
  }
}

type Place = { personId: string; field: string };

function placeOf(personId: string, field: string): Buffer {
  return Buffer.from(`${personId}\0${field}`, 'utf8');
}
