import { configure } from '@testing-library/dom';
import { TextDecoder, TextEncoder } from 'node:util';

// A page that is slow on a busy machine is not wrong: what never comes still ends the wait.
configure({ asyncUtilTimeout: 15_000 });

// What antd and the router ask of a browser and jsdom does not have.
Object.assign(globalThis, { TextDecoder, TextEncoder });

if (typeof window !== 'undefined') {
  window.matchMedia ??= ((query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  })) as never;
  window.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  } as never;
}

// The router makes one for each navigation; jsdom has none.
globalThis.Request ??= class {
  url: string;
  method = 'GET';
  headers = new Headers();
  signal: AbortSignal | undefined;
  constructor(url: string, init: { signal?: AbortSignal } = {}) {
    this.url = String(url);
    this.signal = init.signal;
  }
} as never;

// antd's forms wait for a message to themselves.
globalThis.MessageChannel ??= class {
  port1 = { onmessage: null as (() => void) | null };
  port2 = { postMessage: () => void setTimeout(() => this.port1.onmessage?.()) };
} as never;

// jsdom lays nothing out: without a height, a list that draws only the rows in sight would draw none.
if (typeof HTMLElement !== 'undefined') {
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 600 },
    clientWidth: { configurable: true, get: () => 800 },
  });
  HTMLElement.prototype.scrollTo ??= () => undefined;
  window.scrollTo = () => undefined;
}
