import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentName } from '../../src/mail/attachment-name.js';
import { composeMessage, letterHash } from '../../src/mail/message.js';
import { letter, partsOf, readMail } from './letters.js';

const sent = { date: '2026-11-20T12:00:00Z', isDraft: false };
const draft = { ...sent, isDraft: true };
const textOf = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

describe('a mail as a file', () => {
  test('text and HTML are alternatives, and the PDF follows them', async () => {
    const { type, parts } = partsOf(textOf(await composeMessage(letter(), sent)));
    expect([type, parts.map((each) => each.type)]).toEqual([
      'multipart/mixed',
      ['multipart/alternative', 'application/pdf'],
    ]);
    expect(parts[0]?.parts.map((each) => each.type)).toEqual(['text/plain', 'text/html']);
  });

  test('a parser that is not ours reads back what went in', async () => {
    const written = letter({
      subject: 'TLP:AMBER – ICC slår fast att Монгол улс 国际刑事法院 – «ةمكحملا»',
      to: [
        { name: 'Батбаяр Дорж', address: 'bd@partner.example' },
        { name: null, address: 'b@partner.example' },
      ],
      cc: [{ name: 'Berg, Anna "Q"', address: 'anna@partner.example' }],
      text: 'TLP:AMBER\n\nБатбаяр: ”так”.\n.\n\nFrom here on.\n',
    });
    const mail = await readMail(await composeMessage(written, sent));
    expect(mail.subject).toBe(written.subject);
    expect(mail.to).toEqual([
      { name: 'Батбаяр Дорж', address: 'bd@partner.example' },
      { name: '', address: 'b@partner.example' },
    ]);
    expect(mail.cc).toEqual([{ name: 'Berg, Anna "Q"', address: 'anna@partner.example' }]);
    expect(mail.text?.trimEnd()).toBe(written.text.trimEnd());
    expect(mail.html?.trim()).toBe(written.html);
    expect(mail.headers.find(({ key }) => key === 'content-language')?.value).toBe('en');
    expect(mail.date).toBe('2026-11-20T12:00:00.000Z');
  });

  test.each(['Möte i Ulan-Bator.pdf', 'Монгол улсын айлчлал.pdf', '会议简报.pdf', 'موجز.pdf', "it's 50 % (a; b).pdf"])(
    'an attachment keeps its name: %s',
    async (name) => {
      const bytes = Uint8Array.from({ length: 3000 }, (_, i) => i % 256);
      const written = letter({ attachments: [{ name, mediaType: 'application/pdf', bytes }] });
      const composed = await composeMessage(written, sent);
      const mail = await readMail(composed);
      expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
        [name, 'application/pdf'],
      ]);
      expect(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer)).toEqual(bytes);
      const { head = '' } = partsOf(textOf(composed)).parts[1] ?? {};
      // RFC 2231 for those who read it, and a name in the type for those who do not.
      expect(head).toMatch(/content-disposition: attachment; filename(?:\*0\*|\*|)=/i);
      expect(head).toMatch(/content-type: application\/pdf; name=/i);
    },
  );

  test('a draft is one to be sent, and a mail that is sent says nothing of its making', async () => {
    expect(textOf(await composeMessage(letter(), draft))).toMatch(/^X-Unsent: 1\r$/m);
    expect(textOf(await composeMessage(letter(), sent))).not.toMatch(/^X-/m);
  });

  test('a draft may leave the sender to the mail program', async () => {
    const mail = textOf(await composeMessage(letter({ from: null, to: [] }), draft));
    expect(mail).not.toMatch(/^(?:From|To|Cc):/m);
    expect(mail).toMatch(/^Message-ID: <[0-9a-f]{32}@briefpress\.invalid>\r$/m);
  });

  test('the same letter gives the same bytes; another gives another Message-ID', async () => {
    const [one, two, other] = await Promise.all([
      composeMessage(letter(), sent),
      composeMessage(letter(), sent),
      composeMessage(letter({ text: 'Another.' }), sent),
    ]);
    expect(one).toEqual(two);
    const idOf = (bytes: Uint8Array) => /^Message-ID: (.*)\r$/m.exec(textOf(bytes))?.[1];
    expect(idOf(one)).not.toBe(idOf(other));
    expect(letterHash(letter())).not.toBe(letterHash(letter({ attachments: [] })));
  });

  test('every line ends as a server wants it, and none is too long', async () => {
    const long = letter({ text: `${'word '.repeat(400)}\n`, html: `<p>${'x'.repeat(3000)}</p>` });
    const lines = textOf(await composeMessage(long, draft)).split('\r\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(998);
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  });

  test('no name, subject or file name writes a line of the head', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const evil = `${text}\r\nBcc: thief@evil.example\r\n\r\nbody`;
        const written = letter({
          subject: evil,
          from: { name: evil, address: 'desk@ministry.example' },
          to: [{ name: evil, address: 'anna@partner.example' }],
          attachments: [{ name: evil, mediaType: 'application/pdf', bytes: new Uint8Array([1]) }],
        });
        const composed = await composeMessage(written, sent);
        const { head } = partsOf(textOf(composed));
        expect(head).not.toMatch(/^bcc:/im);
        const mail = await readMail(composed);
        expect(mail.bcc ?? []).toEqual([]);
        expect(mail.to?.map(({ address }) => address)).toEqual(['anna@partner.example']);
        expect(mail.text?.trimEnd()).toBe(letter().text.trimEnd());
        expect(mail.attachments).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the name of an attachment', () => {
  test.each([
    ['visit.pdf', 'visit.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\visit.pdf', 'visit.pdf'],
    ['.hidden.pdf', 'hidden.pdf'],
    ['a:b?.pdf', 'a-b-.pdf'],
    ['annex\u202efdp.exe', 'annexfdp.exe'],
    ['line\r\nend.pdf', 'lineend.pdf'],
    ['Mo\u0308te.pdf', 'Möte.pdf'],
    ['con.pdf', 'document-con.pdf'],
    ['', 'document'],
    ['/', 'document'],
    ['..', 'document'],
    ['.pdf', 'pdf'],
  ])('%j → %j', (name, kept) => expect(attachmentName(name)).toBe(kept));

  test('a long name is cut between letters, and keeps its ending', () => {
    const name = attachmentName(`${'会'.repeat(400)}.pdf`);
    expect(name).toBe(`${'会'.repeat(50)}.pdf`);
  });
});
