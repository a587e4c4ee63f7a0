import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { browserPath, launch, openPage, PAGE } from './browser.js';

vi.setConfig({ testTimeout: 120_000 });

if (browserPath === undefined)
  process.stderr.write('SKIPPED: what the page may not do: there is no Chromium here.\n');

/**
 * Ways out of a page or of a worker, each as a text that gives a promise of what came of it. What is evaluated
 * is tried a little later: at once, it would be the debugger that asks, and that may.
 */
const WAYS: Readonly<Record<string, string>> = {
  fetch: `fetch(URL_).then(() => 'got out', () => 'refused')`,
  XMLHttpRequest: `new Promise((done) => { const x = new XMLHttpRequest(); x.onload = () => done('got out'); x.onerror = () => done('refused'); x.open('GET', URL_); x.send(); })`,
  WebSocket: `new Promise((done) => { try { const s = new WebSocket(URL_.replace('http', 'ws')); s.onopen = () => done('got out'); s.onerror = () => done('refused'); } catch { done('refused'); } })`,
  EventSource: `new Promise((done) => { const s = new EventSource(URL_); s.onopen = () => done('got out'); s.onerror = () => done('refused'); })`,
  eval: `new Promise((done) => setTimeout(() => { try { (0, eval)('1'); done('ran'); } catch { done('refused'); } }, 10))`,
  Function: `new Promise((done) => setTimeout(() => { try { new Function('return 1')(); done('ran'); } catch { done('refused'); } }, 10))`,
  'setTimeout of a text': `new Promise((done) => { globalThis.ran = false; try { setTimeout('globalThis.ran = true', 0); } catch { /* refused at once */ } setTimeout(() => done(globalThis.ran ? 'ran' : 'refused'), 100); })`,
  import: `import(URL_).then(() => 'got out', () => 'refused')`,
};

const IN_PAGE_ALONE: Readonly<Record<string, string>> = {
  image: `new Promise((done) => { const i = new Image(); i.onload = () => done('got out'); i.onerror = () => done('refused'); i.src = URL_; })`,
  script: `new Promise((done) => { const s = document.createElement('script'); s.onload = () => done('got out'); s.onerror = () => done('refused'); s.src = URL_; document.head.append(s); })`,
  'script in the page': `new Promise((done) => { globalThis.ran = false; const s = document.createElement('script'); s.textContent = 'globalThis.ran = true'; document.head.append(s); setTimeout(() => done(globalThis.ran ? 'ran' : 'refused'), 50); })`,
  style: `new Promise((done) => { const l = document.createElement('link'); l.rel = 'stylesheet'; l.onload = () => done('got out'); l.onerror = () => done('refused'); l.href = URL_; document.head.append(l); })`,
  frame: `new Promise((done) => { const f = document.createElement('iframe'); f.src = URL_; f.onload = () => done('refused'); document.body.append(f); setTimeout(() => done('refused'), 1000); })`,
  beacon: `Promise.resolve(navigator.sendBeacon(URL_) ? 'refused' : 'refused')`,
  form: `new Promise((done) => { const f = document.createElement('form'); f.action = URL_; f.method = 'post'; f.target = 'elsewhere'; document.body.append(f); f.submit(); setTimeout(() => done('refused'), 500); })`,
};

describe.skipIf(browserPath === undefined)('what the page may not do', () => {
  let browser: Browser;
  let server: Server;
  let url: string;
  /** Whatever reaches the machine: the proof, whatever the browser says. */
  const arrived: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    server = createServer((request, response) => {
      arrived.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.end('ok');
    });
    server.on('upgrade', (request) => arrived.push(`upgrade ${request.url ?? ''}`));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    server.close();
    await browser.close();
  });

  it('would be noticed: without the policy the same ways lead out', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(url);
    arrived.length = 0;
    for (const way of ['fetch', 'XMLHttpRequest', 'EventSource'] as const) {
      await page.evaluate(
        `(() => { const URL_ = ${JSON.stringify(`${url}${way}`)}; return Promise.race([${WAYS[way] ?? ''}, new Promise((done) => setTimeout(done, 2000))]); })()`,
      );
    }
    expect(arrived).toEqual(
      expect.arrayContaining(['GET /fetch', 'GET /XMLHttpRequest', 'GET /EventSource']),
    );
  });

  it.each(Object.entries({ ...WAYS, ...IN_PAGE_ALONE }))('in the page: %s', async (name, way) => {
    arrived.length = 0;
    const { page, context } = await openPage(browser);
    const address = `${url}${encodeURIComponent(name)}`;
    const outcome = await page.evaluate(
      `(() => { const URL_ = ${JSON.stringify(address)}; return ${way}; })()`,
    );
    await context.close();
    expect({ outcome, arrived }).toEqual({ outcome: 'refused', arrived: [] });
  });

  it.each(Object.entries(WAYS))('in its worker: %s', async (name, way) => {
    arrived.length = 0;
    const { page, context } = await openPage(browser);
    const address = `${url}${encodeURIComponent(name)}`;
    // A worker made as the page makes its own, so that it is under the same policy.
    const program = `const URL_ = ${JSON.stringify(address)}; Promise.resolve().then(() => ${way}).then(postMessage, () => postMessage('refused'));`;
    const outcome = await page.evaluate(
      (text) =>
        new Promise((done) => {
          const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
          worker.addEventListener('message', ({ data }) => done(data));
          worker.addEventListener('error', () => done('refused'));
        }),
      program,
    );
    await context.close();
    expect({ outcome, arrived }).toEqual({ outcome: 'refused', arrived: [] });
  });

  it('names in its policy all that may run, and nothing that lets a text run', () => {
    const html = readFileSync(PAGE, 'utf8');
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+' 'sha256-[^']+'; worker-src blob:; base-uri 'none'; form-action 'none'$/,
    );
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
    const markup = html.replace(/<script[^]*?<\/script>/g, '');
    expect(markup.match(/\s(?:src|href)="(?!#)/g)).toBeNull();
    expect(markup.match(/\son\w+="/g)).toBeNull();
  });
});
