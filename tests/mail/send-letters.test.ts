import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Ledger } from '../../src/ledger/ledger.js';
import type { MailServer } from '../../src/mail/mail-server.js';
import { letterHash } from '../../src/mail/message.js';
import { type Consignment, sendLetters } from '../../src/mail/send-letters.js';
import { type MailRegister, SENT_MAILS } from '../../src/mail/sent-mails.js';
import { diskWorkspace } from '../../src/workspace/workspace.js';
import { letter, readMail } from './letters.js';
import { closeServers, hangUp, refusal, scriptedServer, smtpServer, type TestServer, upToText } from './servers.js';

const LIMITS = { connect: 400, answer: 400 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefpress-mail-'));
});
afterEach(async () => {
  await closeServers();
  rmSync(folder, { recursive: true, force: true });
});

/** A letter to each of these addresses, alone; or to all of them together. */
function consignments(addresses: readonly string[], together = false, text = 'It is so.'): readonly Consignment[] {
  const groups = together ? [addresses] : addresses.map((each) => [each]);
  return groups.map((group) => {
    const own = letter({ to: group.map((address) => ({ name: null, address })), text });
    const sent = { ...own, from: { name: 'Desk', address: 'desk@ministry.example' } };
    const recipients = group.map((address) => ({
      item: { edition: 1, cut: null, language: 'en', copy: null, address },
      reader: address,
      field: null,
    }));
    return { letter: sent, sha256: letterHash(sent), marking: 'GREEN', recipients };
  });
}

function registerOf(): MailRegister {
  const read = Ledger.read(SENT_MAILS, join(folder, 'visit.sent'), diskWorkspace(folder));
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  return read.value;
}

async function send(parcels: readonly Consignment[], port: number, more: object = {}) {
  const server: MailServer = { host: '127.0.0.1', port, isSecure: false, needsTls: false, user: null };
  return sendLetters(parcels, {
    register: registerOf(),
    session: { server, login: null, limits: LIMITS },
    again: false,
    now: () => new Date('2026-11-20T12:00:00Z'),
    ...more,
  });
}

const states = () => registerOf().all.map(({ address, state }) => [address, state]);
const codes = (sent: Awaited<ReturnType<typeof send>>) => sent.diagnostics.map(({ code }) => code);
const readersOf = ({ received }: TestServer) => received.flatMap(({ to }) => to);

describe('letters', () => {
  test('go one by one, and stand in the register with the answer', async () => {
    const server = await smtpServer();
    const sent = await send(consignments(['a@x.example', 'b@x.example']), server.port);
    expect(sent.diagnostics).toEqual([]);
    expect(sent.entries.map(({ address, state, answer }) => [address, state, answer])).toEqual([
      ['a@x.example', 'sent', '250 Queued as 1'],
      ['b@x.example', 'sent', '250 Queued as 2'],
    ]);
    const mail = await readMail(new TextEncoder().encode(server.received[0]?.text ?? ''));
    expect([mail.date, mail.to?.[0]?.address]).toEqual(['2026-11-20T12:00:00.000Z', 'a@x.example']);
    expect(mail.headers.filter(({ key }) => key.startsWith('x-'))).toEqual([]);
    const list = readFileSync(join(folder, 'visit.sent/register.csv'), 'utf8');
    expect(list.charCodeAt(0)).toBe(0xfeff);
    const [first, ...others] = parse(list, { bom: true, columns: true }) as Record<string, string>[];
    const known = { reader: 'a@x.example', address: 'a@x.example', copy: '', edition: '1', cut: '', language: 'en' };
    expect(first).toMatchObject({ ...known, marking: 'GREEN', state: 'sent', answer: '250 Queued as 1' });
    expect(others).toHaveLength(1);
  });

  test('are not sent again, by whatever run', async () => {
    const server = await smtpServer();
    const parcels = consignments(['a@x.example', 'b@x.example'], true);
    await send(parcels, server.port);
    await send(parcels, server.port);
    await send(consignments(['a@x.example'], false, 'Something else.'), server.port);
    expect(readersOf(server)).toEqual(['a@x.example', 'b@x.example']);
    const [changed] = consignments(['a@x.example'], false, 'Something else.');
    const [recipient] = changed?.recipients ?? [];
    expect(recipient && registerOf().standing(recipient.item, changed?.sha256 ?? '')).toBe('earlier');
    await send(parcels, server.port, { again: true });
    expect(readersOf(server)).toHaveLength(4);
  });

  test('of which one recipient is refused and another put off: only these get it the next time', async () => {
    const isNew = new Set(['new@x.example']);
    const server = await smtpServer({
      onRcptTo({ address }, _, done) {
        if (address.startsWith('nobody')) return done(refusal(550, 'No such user'));
        return isNew.delete(address) ? done(refusal(451, 'Greylisted')) : done();
      },
    });
    const parcels = consignments(['a@x.example', 'nobody@x.example', 'new@x.example'], true);
    const first = await send(parcels, server.port);
    expect(codes(first)).toEqual(['mail-refused', 'mail-later']);
    expect(first.diagnostics[0]?.message).toBe('The server does not take mail for nobody@x.example: 550 No such user');
    const second = await send(parcels, server.port);
    expect(codes(second)).toEqual(['mail-refused']);
    expect(readersOf(server)).toEqual(['a@x.example', 'new@x.example']);
    expect(registerOf().all.find(({ address }) => address === 'new@x.example')?.attempt).toBe(2);
  });

  test('whose connection is cut after the text are unclear, and not repeated', async () => {
    const cut = await scriptedServer(upToText(hangUp));
    const parcels = consignments(['a@x.example', 'b@x.example']);
    const first = await send(parcels, cut.port);
    expect(codes(first)).toEqual(['mail-unclear', 'mail-unclear']);
    const server = await smtpServer();
    await send(parcels, server.port);
    expect(readersOf(server)).toEqual([]);
    await send(parcels, server.port, { again: true });
    expect(readersOf(server)).toEqual(['a@x.example', 'b@x.example']);
  });

  test('that an interruption left begun are unclear, and not repeated', async () => {
    const server = await smtpServer();
    const [parcel] = consignments(['a@x.example']);
    const [recipient] = parcel?.recipients ?? [];
    if (!parcel || !recipient) throw new Error();
    registerOf().begin({ ...recipient.item, reader: 'A', marking: null, sha256: parcel.sha256, begun: '2026' });
    expect(registerOf().standing(recipient.item, parcel.sha256)).toBe('unclear');
    await send([parcel], server.port);
    expect(readersOf(server)).toEqual([]);
  });

  test('stay unsent where the server is not there, and go when it is', async () => {
    const server = await smtpServer();
    await server.close();
    const parcels = consignments(['a@x.example', 'b@x.example']);
    const failed = await send(parcels, server.port);
    expect(codes(failed)).toEqual(['mail-server']);
    expect(failed.diagnostics[0]?.message).toMatch(
      /took nothing: nothing answers at that port\. Nothing more was sent\.$/,
    );
    expect(states()).toEqual([['a@x.example', 'not-sent']]);
    const other = await smtpServer();
    await send(parcels, other.port);
    expect(readersOf(other)).toEqual(['a@x.example', 'b@x.example']);
  });

  test('go over a new connection where the old one broke between two of them', async () => {
    let letters = 0;
    const server = await smtpServer({
      onMailFrom(_, __, done) {
        letters += 1;
        // The second letter finds the server gone; the third connection is fine.
        return letters === 2 ? done(refusal(421, 'Too many messages in one connection')) : done();
      },
    });
    const sent = await send(consignments(['a@x.example', 'b@x.example', 'c@x.example']), server.port);
    expect(sent.diagnostics).toEqual([]);
    expect(readersOf(server)).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
  });

  test('to 300 readers', async () => {
    const server = await smtpServer();
    const addresses = Array.from({ length: 300 }, (_, i) => `reader-${i}@x.example`);
    const sent = await send(consignments(addresses), server.port);
    expect(sent.diagnostics).toEqual([]);
    expect(readersOf(server)).toEqual(addresses);
    expect(registerOf().all).toHaveLength(300);
  }, 120_000);

  test('of two runs at once reach everybody once', async () => {
    const server = await smtpServer();
    const addresses = Array.from({ length: 20 }, (_, i) => `reader-${i}@x.example`);
    const parcels = consignments(addresses);
    await Promise.all([send(parcels, server.port), send(parcels, server.port)]);
    expect(readersOf(server).sort()).toEqual([...addresses].sort());
  });
});

describe('a register', () => {
  const place = (name: string) => join(folder, name);

  test('that is a file of somebody else is not written to', () => {
    writeFileSync(place('visit.sent'), 'mine');
    const read = Ledger.read(SENT_MAILS, place('visit.sent'), diskWorkspace(folder));
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['mail-register']);
    expect(readFileSync(place('visit.sent'), 'utf8')).toBe('mine');
  });

  test.each([
    ['0123456789abcdef.1.json', '{}'],
    ['0123456789abcdef.1.json', '{"maker": "briefpress mail register 1"'],
    ['register.csv', 'a,b\r\n'],
  ])('in which %s is not ours is refused', async (name, text) => {
    const server = await smtpServer();
    await send(consignments(['a@x.example']), server.port);
    writeFileSync(place(`visit.sent/${name}`), text);
    const read = Ledger.read(SENT_MAILS, place('visit.sent'), diskWorkspace(folder));
    expect(read.diagnostics.map(({ code, place: at }) => [code, at?.file])).toEqual([
      ['mail-register', `visit.sent/${name}`],
    ]);
  });

  test('in which an entry was given another reader is refused', async () => {
    const server = await smtpServer();
    await send(consignments(['a@x.example']), server.port);
    const [entry] = registerOf().all;
    const { readdirSync } = await import('node:fs');
    const [name = ''] = readdirSync(place('visit.sent')).filter((each) => each.endsWith('.json'));
    writeFileSync(
      place(`visit.sent/${name}`),
      JSON.stringify({ maker: 'briefpress mail register 1', ...entry, address: 'b@x.example' }),
    );
    expect(Ledger.read(SENT_MAILS, place('visit.sent'), diskWorkspace(folder)).ok).toBe(false);
  });

  test('other files in its folder are left alone', async () => {
    const server = await smtpServer();
    await send(consignments(['a@x.example']), server.port);
    writeFileSync(place('visit.sent/notes.txt'), 'mine');
    await send(consignments(['a@x.example', 'b@x.example']), server.port);
    expect(readFileSync(place('visit.sent/notes.txt'), 'utf8')).toBe('mine');
  });

  test('no cell of its list is a formula', async () => {
    const server = await smtpServer();
    const [parcel] = consignments(['a@x.example']);
    if (!parcel) throw new Error();
    const recipients = parcel.recipients.map((each) => ({ ...each, reader: '=cmd|"x"!A1' }));
    await send([{ ...parcel, recipients }], server.port);
    expect(readFileSync(place('visit.sent/register.csv'), 'utf8')).toContain(`"'=cmd|""x""!A1"`);
  });
});
