import { type Diagnostic, distinct, failure, success } from '../../../diagnostics/diagnostic.js';
import { readMailbox } from '../../../mail/mailbox.js';
import { notAnAddress, planMailings } from '../../../mail/mailings.js';
import { Materials } from '../../../materials/make-document.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import { openInputs, textsOf } from '../../inputs.js';
import type { EmailOptions } from '../../options.js';
import { readingOf } from '../../reading.js';
import { report } from '../../report.js';
import { type BuildSettings, settingsFor } from '../../settings.js';
import { withdraw } from '../build/withdraw.js';
import { deliver } from './deliver.js';
import { writeDrafts } from './drafts.js';
import { type Mail, makeMails } from './make-mails.js';
import { makeNumbered } from './numbered.js';
import { AS_DRAFT, draftLine, mailJson, mailTable, type ShowRecipient } from './show.js';

/** `briefpress email`. */
export async function runEmail(target: string, options: EmailOptions, context: CommandContext): Promise<ExitCode> {
  const settings = settingsFor([target], options, context.workspace);
  if (!settings.ok) {
    report(settings.diagnostics, 'pretty', context);
    return EXIT.trouble;
  }
  const { briefs, problems } = await openInputs([target], context, readingOf(options, context.workspace));
  const done: Done = { mails: [], diagnostics: [...settings.diagnostics, ...problems], show: AS_DRAFT, words: '' };
  for (const opened of briefs) {
    const made = await mailBrief(opened, { options, settings: settings.value, context });
    done.mails.push(...made.mails);
    done.diagnostics.push(...made.diagnostics);
    done.show = made.show;
    done.words += made.words;
  }
  const diagnostics = distinct(done.diagnostics);
  context.streams.stdout.write(options.json ? mailJson(done.mails, diagnostics, done.show) : done.words);
  if (!options.json) report(diagnostics, 'pretty', context, textsOf(briefs, options.set));
  return exitCodeOf(diagnostics);
}

interface Done {
  readonly mails: (Mail & { readonly path: string | null })[];
  readonly diagnostics: Diagnostic[];
  show: ShowRecipient;
  /** For people. */
  words: string;
}

interface Mailing {
  readonly options: EmailOptions;
  readonly settings: BuildSettings;
  readonly context: CommandContext;
}

async function mailBrief(opened: OpenedBrief, { options, settings, context }: Mailing): Promise<Done> {
  const { loaded } = opened;
  const nothing = (diagnostics: readonly Diagnostic[]): Done => ({
    mails: [],
    diagnostics: [...loaded.diagnostics, ...diagnostics],
    show: AS_DRAFT,
    words: '',
  });
  if (!loaded.ok) return nothing([]);
  const from = readSender(options.from ?? settings.mailFrom);
  const planned = planMailings(loaded.value, {
    ...(options.to && { to: options.to }),
    ...(options.cc && { cc: options.cc }),
    ...(options.edition && { editions: options.edition }),
    ...(options.only && { only: options.only }),
    ...(options.lang && { language: options.lang }),
    each: options.each === true,
    isDraft: options.send !== true,
  });
  if (!from.ok || !planned.ok) return nothing([...from.diagnostics, ...planned.diagnostics]);
  const materials = new Materials(context.workspace, settings.materials);
  const { workspace } = context;
  const numbered = await makeNumbered(planned.value, { opened, settings, materials, workspace });
  if (!numbered.ok) return nothing([...planned.diagnostics, ...numbered.diagnostics]);
  const { files: copies, write } = numbered.value;
  const { output } = settings;
  const force = options.force === true;
  const withdrawing = { opened, workspace, output, force, written: new Set<string>() };
  const takeAway = (name: string) => (options.dryRun ? [] : withdraw({ name }, withdrawing));
  const made = await makeMails(planned.value, {
    opened,
    whole: loaded.value,
    settings,
    materials,
    options,
    from: from.value,
    copies,
    withdraw: takeAway,
  });
  const found = [...planned.diagnostics, ...numbered.diagnostics, ...made.diagnostics];
  if (!made.ok) return nothing(found);
  if (options.send) {
    const delivering = {
      options,
      context,
      whole: loaded.value,
      output,
      smtp: options.smtp ?? settings.smtp,
    };
    const { diagnostics, show, last } = await deliver(made.value, { ...delivering, before: write });
    const mails = made.value.map((mail) => ({ ...mail, path: null }));
    return { ...nothing([...found, ...diagnostics]), mails, show, words: last ?? '' };
  }
  const drafts = await writeDrafts(made.value, { workspace, opened, output, force, dryRun: options.dryRun === true });
  const written = drafts.ok && !options.dryRun ? write() : drafts;
  if (!drafts.ok || !written.ok) return nothing([...found, ...written.diagnostics]);
  const lines = drafts.value.map((each) => draftLine(each, each.path)).join('');
  const words = options.dryRun ? mailTable(made.value, AS_DRAFT) : lines;
  return { ...nothing([...found, ...drafts.diagnostics]), mails: [...drafts.value], words };
}

function readSender(written: string | undefined) {
  if (written === undefined) return success(null);
  const mailbox = readMailbox(written);
  return mailbox === null ? failure([notAnAddress(written, null)]) : success(mailbox);
}
