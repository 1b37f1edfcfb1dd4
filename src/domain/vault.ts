/**
 * One encrypted file for a record: PBKDF2-SHA-256 and AES-256-GCM of the platform's Web Crypto, nothing of our own.
 * Layout: "RTO1", version, salt (16), IV (12), ciphertext with its tag. The header is authenticated too.
 */
import type { Result } from './record.ts';

const MAGIC = [0x52, 0x54, 0x4f, 0x31];
const VERSION = 1;
const HEAD = 5;
const SALT = 16;
const IV = 12;
const TAG = 16;
/** OWASP's figure for PBKDF2 with SHA-256. */
export const ITERATIONS = 600_000;
export const SHORTEST_PASSPHRASE = 10;

export type VaultError = 'passphrase-short' | 'not-a-record-file' | 'newer-version' | 'damaged-or-wrong-passphrase';

async function keyFrom(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  // The same words typed on another system have to make the same key.
  const words = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ITERATIONS }, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

export async function seal(plain: Uint8Array<ArrayBuffer>, passphrase: string): Promise<Result<Uint8Array<ArrayBuffer>, VaultError>> {
  if (passphrase.length < SHORTEST_PASSPHRASE) return { ok: false, error: 'passphrase-short' };
  const header = new Uint8Array(HEAD + SALT + IV);
  header.set([...MAGIC, VERSION]);
  crypto.getRandomValues(header.subarray(HEAD));
  const key = await keyFrom(passphrase, header.slice(HEAD, HEAD + SALT));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: header.slice(HEAD + SALT), additionalData: header }, key, plain));
  const file = new Uint8Array(header.length + sealed.length);
  file.set(header);
  file.set(sealed, header.length);
  return { ok: true, value: file };
}

export async function unseal(file: Uint8Array<ArrayBuffer>, passphrase: string): Promise<Result<Uint8Array<ArrayBuffer>, VaultError>> {
  const header = file.slice(0, HEAD + SALT + IV);
  if (!MAGIC.every((b, i) => file[i] === b)) return { ok: false, error: 'not-a-record-file' };
  if ((file[4] ?? 0) > VERSION) return { ok: false, error: 'newer-version' };
  if (file[4] !== VERSION || file.length < header.length + TAG) return { ok: false, error: 'damaged-or-wrong-passphrase' };
  try {
    const key = await keyFrom(passphrase, header.slice(HEAD, HEAD + SALT));
    return { ok: true, value: new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: header.slice(HEAD + SALT), additionalData: header }, key, file.slice(header.length))) };
  } catch {
    // AES-GCM cannot tell a wrong key from a changed byte, and neither can we.
    return { ok: false, error: 'damaged-or-wrong-passphrase' };
  }
}

/** SHA-256 in lower-case hex: shows later that a file is still the one that was kept. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((b) => b.toString(16).padStart(2, '0')).join('');
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In slices: a spread of millions of arguments overflows the stack.
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(binary);
}
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
