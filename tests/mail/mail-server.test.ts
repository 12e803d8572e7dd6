import { describe, expect, test } from 'vitest';
import { readMailServer, serverWords } from '../../src/mail/mail-server.js';

const local = { host: 'localhost', port: 587, isSecure: false, needsTls: false, user: null };
const remote = { host: 'mail.example.org', port: 587, isSecure: false, needsTls: true, user: null };

describe('the address of a mail server', () => {
  test.each([
    ['smtp://mail.example.org', remote],
    ['smtp://mail.example.org:25/', { ...remote, port: 25 }],
    ['smtps://mail.example.org', { ...remote, port: 465, isSecure: true }],
    ['SMTPS://Mail.Example.org:443', { ...remote, port: 443, isSecure: true }],
    ['smtp://anna@mail.example.org', { ...remote, user: 'anna' }],
    ['smtp://anna%40example.org@mail.example.org', { ...remote, user: 'anna@example.org' }],
    ['smtp://localhost', local],
    ['smtp://127.0.0.1:2525', { ...local, host: '127.0.0.1', port: 2525 }],
    ['smtp://[::1]:2525', { ...local, host: '::1', port: 2525 }],
    // To this machine as well, but not in a form that says so at a glance.
    ['smtp://0.0.0.0', { ...remote, host: '0.0.0.0' }],
    ['smtp://localhost.example.org', { ...remote, host: 'localhost.example.org' }],
    ['smtp://192.168.1.1', { ...remote, host: '192.168.1.1' }],
  ])('%s', (written, server) => expect(readMailServer(written)).toMatchObject({ ok: true, value: server }));

  test.each([
    'smtp://anna:hunter2@mail.example.org',
    'smtps://anna:hunter2@mail.example.org:465',
    'smtp://:hunter2@mail.example.org',
    'smtp://anna%3Ahunter2@mail.example.org',
    'smtp://anna:hun@ter2@mail.example.org',
    'smtp://anna:hunter2/@mail.example.org',
    'smtp://anna:hunter2#@mail.example.org',
    'smtp://anna:hunter2',
    'anna:hunter2@mail.example.org',
    'http://anna:hunter2@mail.example.org',
    'smtp://mail.example.org/?password=hunter2',
    'smtp://%zz@mail.example.org/hunter2',
    'smtp://hunter2@anna@mail.example.org',
    'smtp://',
    '',
    'mail.example.org',
  ])('%s is refused, and not repeated', (written) => {
    const read = readMailServer(written);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read)).not.toContain('hunter2');
    expect(JSON.stringify(read)).not.toMatch(/ter2/);
    expect(read.diagnostics[0]?.code).toBe('mail-server');
  });

  test('for people', () => {
    expect(serverWords({ ...local, host: '::1', port: 25 })).toBe('[::1]:25');
    expect(serverWords(remote)).toBe('mail.example.org:587');
  });
});
