import { expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { demoPassword } from './demo.mjs';
import { address } from './env.mjs';
import { isInstalled } from './install.mjs';
import { chooseKind, firstAdministrator } from './installation.mjs';

test('a first start loads the demo province unless an empty installation is asked for', () => {
  expect(chooseKind([], null)).toBe('demo');
  expect(chooseKind(['--empty'], null)).toBe('real');
});

test('a later start keeps the kind of data that is there', () => {
  expect(chooseKind([], 'real')).toBe('real');
  expect(chooseKind([], 'demo')).toBe('demo');
});

test('demo and real data never share an installation', () => {
  expect(() => chooseKind(['--empty'], 'demo')).toThrow(/demo province.*npm run reset/s);
  expect(() => chooseKind(['--demo'], 'real')).toThrow(/real data.*npm run reset/s);
});

test('the first administrator comes from the environment where there is no terminal', async () => {
  const given = {
    ADMIN_USERNAME: 'quantri',
    ADMIN_PASSWORD: 'mot mat khau dai',
    ADMIN_NAME: 'Nguyễn Văn An',
  };
  expect(await firstAdministrator({ ...given, PATH: '/bin' }, false)).toEqual(given);
  await expect(firstAdministrator({ ADMIN_USERNAME: 'quantri' }, false)).rejects.toThrow(
    /ADMIN_PASSWORD, ADMIN_NAME/,
  );
});

test('a short demo password is refused before anything is started', () => {
  expect(() => demoPassword({ DEMO_PASSWORD: 'short' })).toThrow(/at least 12 characters/);
});

test('a PORT that is no port is named', () => {
  expect(address({})).toEqual({ port: 8080, host: '127.0.0.1' });
  expect(() => address({ PORT: 'http' })).toThrow(/"http"/);
  expect(() => address({ PORT: '70000' })).toThrow(/"70000"/);
});

function inCheckout(work) {
  const folder = mkdtempSync(join(tmpdir(), 'antt-install-'));
  const write = (file, content) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(content));
  };
  try {
    work({ folder, write });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const pg = (version) => ({ 'node_modules/pg': { version } });

test('dependencies count as installed only in the versions of the lock file', () => {
  inCheckout(({ folder, write }) => {
    const foreign = { 'node_modules/only-on-windows': { version: '1.0.0', optional: true } };
    write('package-lock.json', { packages: { '': {}, ...pg('8.23.1'), ...foreign } });
    write('node_modules/pg/package.json', { name: 'pg' });
    expect(isInstalled(folder)).toBe(false);
    write('node_modules/.package-lock.json', { packages: pg('8.20.0') });
    expect(isInstalled(folder)).toBe(false);
    write('node_modules/.package-lock.json', { packages: pg('8.23.1') });
    expect(isInstalled(folder)).toBe(true);
  });
});

test('a package whose folder was deleted or emptied, or whose link leads nowhere, is installed again', () => {
  inCheckout(({ folder, write }) => {
    const own = { 'node_modules/@antt/kernel': { resolved: 'libs/kernel', link: true } };
    const packages = { ...own, 'libs/kernel': { version: '0.1.0' }, ...pg('8.23.1') };
    write('package-lock.json', { packages: { '': {}, ...packages } });
    // What another commit had is nothing to this one.
    const former = { 'node_modules/former': { version: '1.0.0' } };
    write('node_modules/.package-lock.json', { packages: { ...packages, ...former } });
    write('libs/kernel/package.json', { name: '@antt/kernel' });
    write('node_modules/pg/package.json', { name: 'pg' });
    mkdirSync(join(folder, 'node_modules/@antt'));
    symlinkSync('../../libs/kernel', join(folder, 'node_modules/@antt/kernel'));
    expect(isInstalled(folder)).toBe(true);

    rmSync(join(folder, 'node_modules/pg/package.json'));
    expect(isInstalled(folder)).toBe(false);
    rmSync(join(folder, 'node_modules/pg'), { recursive: true });
    expect(isInstalled(folder)).toBe(false);

    write('node_modules/pg/package.json', { name: 'pg' });
    expect(isInstalled(folder)).toBe(true);
    rmSync(join(folder, 'node_modules/@antt/kernel'));
    expect(isInstalled(folder)).toBe(false);
  });
});
