import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '#hub/config.ts';
import { runHub, serve } from '#tests/support/serve.ts';
import { builtApp } from './built-app.ts';

const app = builtApp();
afterAll(() => {
  app.remove();
});

describe('the process of the hub', () => {
  it('stops gracefully when told to, although a connection is held open', async () => {
    const served = await serve(app.dist);
    const held = connect(served.port, '127.0.0.1');
    held.on('error', () => held.destroy());
    await (await fetch(served.address)).text();
    expect(await served.stop()).toBe(0);
    held.destroy();
  });

  it('says in one line that the port is in use, and ends with 2', async () => {
    const served = await serve(app.dist);
    const second = await runHub(['--dist', app.dist, '--port', String(served.port), '--data', join(app.dist, 'data')]);
    await served.stop();
    expect(second).toEqual({ code: 2, out: '', err: `Port ${String(served.port)} is in use. Choose another with --port.\n` });
  });

  it('says in one line that nothing is built', async () => {
    const ended = await runHub(['--dist', join(app.dist, 'none')]);
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(/^There is no built app in .*none\. Run: npm run build\n$/);
  });

  it('helps', async () => {
    const ended = await runHub(['--help']);
    expect(ended.code).toBe(0);
    expect(ended.out).toContain('--port');
  });

  it.each([['--port', 'x'], ['--port', '70000'], ['--port', '1.5'], ['--nope']])('refuses %s %s with a sentence', (...args) => {
    const config = readConfig(args, {});
    expect(config.ok ? 'taken' : config.error.sentence).toMatch(/^\S.*\.$/);
  });

  it('takes the port from the flag, then the environment, then 8787', () => {
    const port = (args: readonly string[], env: Record<string, string>): unknown => {
      const config = readConfig(args, env);
      return config.ok ? config.value.port : config.error;
    };
    expect([port(['--port', '1'], { PORT: '2' }), port([], { PORT: '2' }), port([], {})]).toEqual([1, 2, 8787]);
  });
});
