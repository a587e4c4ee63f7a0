import { describe, expect, it } from 'vitest';
import { windowsNameFault } from './windows-names.js';

describe('names that Windows cannot make', () => {
  it.each(['NUL', 'con', 'runs/aux', 'C:\\runs\\COM1', 'lpt9.run', 'D:\\x\\CONIN$', 'com¹', 'nul .txt'])(
    '%s is a device',
    (name) => expect(windowsNameFault(name)).toMatch(/keeps the name .* for a device/),
  );

  it.each(['a?b', 'C:\\runs\\a*b', 'a|b', 'runs\\"x"', 'run:b', 'a\u0007b'])(
    '%j has a character it forbids',
    (name) => {
      expect(windowsNameFault(name)).toMatch(/allows no/);
    },
  );

  it.each(['run.', 'C:\\runs \\x'])('%j ends in what it drops', (name) => {
    expect(windowsNameFault(name)).toMatch(/drops the dot or blank/);
  });

  it.each([
    'markercheck-run',
    'C:\\dq\\runs\\2026-11',
    'C:relative',
    '\\\\server\\share\\dq\\run',
    '//server/share/run',
    '..\\run',
    './run',
    'console',
    'com10',
    'auxiliary.run',
    '\\\\?\\C:\\long\\aux',
    'Überfälle',
  ])('%s is in order', (name) => {
    expect(windowsNameFault(name)).toBeNull();
  });
});
