/**
 * Whose device this is, known without the server: so that the page opens without a connection, and an ended
 * session does not throw away what is being written. Only signing out forgets it. No secret, and no name.
 */
export type Device = { accountId: string; /** Written here and not sent. */ unsent: number };

const key = 'antt.device';

export function deviceOf(): Device | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Device | null;
  } catch {
    return null;
  }
}

export function rememberAccount(accountId: string): void {
  if (deviceOf()?.accountId !== accountId) put({ accountId, unsent: 0 });
}

export function rememberUnsent(accountId: string, unsent: number): void {
  const known = deviceOf();
  if (known?.accountId === accountId && known.unsent !== unsent) put({ accountId, unsent });
}

export const forgetAccount = () => localStorage.removeItem(key);

function put(device: Device) {
  try {
    localStorage.setItem(key, JSON.stringify(device));
  } catch {
    // without room the device is nobody's: signing in goes as ever
  }
}
