import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { MessageParams } from '../rules/finding';
import { CURRENT_NOTICE } from '../rules/current-notice';
import '../rules/messages/english';
import { LOCALES, type Locale } from '../rules/messages/message';
import packageJson from '../../package.json';
import { check } from './check';
import { contextOf, type Context, type SharedOptions } from './context';
import { exportSheet, type ExportOptions } from './export';
import { asFailure, EXIT, worse, type ExitStatus } from './failure';
import { find } from './find';
import { fix, type FixOptions } from './fix';
import { localeNamed } from './language';
import { schedule } from './schedule';
import { sentence } from './sentence';
import { isFull } from './system-problem';
import { template, type TemplateOptions } from './template';
import type { ProcessTerminal, Terminal } from './terminal';

/**
 * Runs `kpy` with the arguments after its name.
 *
 * @returns the exit status of design §8; every failure has been told in one sentence
 */
export async function run(terminal: Terminal, args: readonly string[]): Promise<ExitStatus> {
  const locale = localeOf(args);
  let status: ExitStatus = EXIT.ok;
  const printed = { any: false };
  const listened: Terminal = {
    ...terminal,
    write(text) {
      printed.any = true;
      terminal.write(text);
    },
  };
  const program = programOf(listened, locale, (result) => (status = result));
  if (saysNothing(args)) {
    program.configureOutput({ writeOut: (text) => void terminal.writeError(text) }).outputHelp();
    return EXIT.usage;
  }
  try {
    await program.parseAsync(commandFirst(program, args), { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    const { status: failed, code, params } = asFailure(error);
    // A program that reads what is printed is told there too, unless a document stands there already.
    if (args.includes('--json') && !printed.any)
      terminal.write(`${JSON.stringify({ error: sentence(locale, code, params) })}\n`);
    return tell(terminal, locale, failed, code, params);
  }
}

/**
 * The same on the process's own streams.
 *
 * @returns the status of wrong usage, or a worse one, where the result could not be written, to a full disk for one
 */
export async function runInProcess(terminal: ProcessTerminal, args: readonly string[]): Promise<ExitStatus> {
  const status = await run(terminal, args);
  const problem = terminal.lost();
  if (problem === null) return status;
  const code = isFull(problem) ? 'command.output-full' : 'command.output-lost';
  return worse(status, tell(terminal, localeOf(args), EXIT.usage, code, { problem }));
}

function tell(
  terminal: Terminal,
  locale: Locale,
  status: ExitStatus,
  code: string,
  params: MessageParams,
): ExitStatus {
  terminal.writeError(`${sentence(locale, code, params)}\n`);
  return status;
}

/** The language is needed before the arguments are parsed: help is worded in it. */
function localeOf(args: readonly string[]): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = at === -1 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  return localeNamed(value ?? LOCALES[0]) ?? LOCALES[0];
}

/** Whether nothing is asked for, unless the language in which to be told what there is: help names `--lang en-US`. */
function saysNothing(args: readonly string[]): boolean {
  const [name, value] = args.length === 1 ? (args[0]?.split('=') ?? []) : args;
  const isLanguage = name === '--lang' && localeNamed(value ?? '') !== undefined;
  return args.length === 0 || (isLanguage && args.length <= 2);
}

/** Options may stand before the command: `kpy --lang en-US check FILE`. */
function commandFirst(program: Command, args: readonly string[]): readonly string[] {
  if (args[0]?.startsWith('-') !== true) return args;
  const at = args.findIndex((arg) => program.commands.some((command) => command.name() === arg));
  return at === -1 ? args : [...args.slice(at, at + 1), ...args.slice(0, at), ...args.slice(at + 1)];
}

/** The titles of the parser's help, and what it refuses, with our messages for them. */
const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'command.help-usage',
  'Arguments:': 'command.help-arguments',
  'Options:': 'command.help-options',
  'Commands:': 'command.help-commands',
};
const REFUSALS: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'command.unknown-option',
  'commander.unknownCommand': 'command.unknown-command',
  'commander.missingArgument': 'command.missing-argument',
  'commander.optionMissingArgument': 'command.missing-value',
  'commander.excessArguments': 'command.excess-arguments',
  'commander.invalidArgument': 'command.invalid-value',
};

type Say = (code: string, params?: MessageParams) => string;

/** Has a command speak our words, on our terminal. */
const inOurWords = (command: Command, terminal: Terminal, say: Say): Command =>
  command
    .exitOverride((error) => {
      const code = REFUSALS[error.code];
      if (code !== undefined) {
        const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
        terminal.writeError(`${say(code, { value: quoted })}\n`);
      }
      throw error;
    })
    .configureOutput({ writeOut: (text) => void terminal.write(text), writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) => {
        const code = HELP_TITLES[title];
        return code === undefined ? title : say(code);
      },
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'number'
          ? say('command.help-default', { description, value: defaultValue })
          : description,
    })
    .helpOption('-h, --help', say('command.help-help'))
    .helpCommand(false);

type Done = (status: ExitStatus) => void;

/** `kpy` with its commands and their options. */
function programOf(terminal: Terminal, locale: Locale, done: Done): Command {
  const say: Say = (code, params = {}) => sentence(locale, code, params);
  const { documentNumber: document, id: notice, window } = CURRENT_NOTICE.parameters;
  const example = (topic: string): string => say(`command.${topic}-example`, { day: window.example });
  const program = inOurWords(new Command('kpy'), terminal, say).description(
    say('command.description', { document }),
  );
  program.version(
    say('command.version', { version: packageJson.version, document, notice }),
    '-V, --version',
    say('command.help-version'),
  );
  program.addHelpText('after', `\n${say('command.help-more')}`);
  const command = (usage: string, topic: string): Command =>
    inOurWords(program.command(usage), terminal, say)
      .description(say(`command.${topic}-description`))
      .option('--date <YYYY-MM-DD>', say('command.option-date'))
      .option('--notice <PACK>', say('command.option-notice'))
      .option('--json', say('command.option-json'))
      .option('--lang <LANG>', say('command.option-lang'))
      .addHelpText('after', `\n${say('command.help-example')}\n${example(topic)}`);
  const withContext = async (
    options: SharedOptions,
    work: (context: Context) => Promise<ExitStatus> | ExitStatus,
  ): Promise<void> => {
    done(await work(await contextOf(terminal, options)));
  };
  const writing = (each: Command): Command =>
    each
      .option('-o, --out <FILE>', say('command.option-out'))
      .option('-f, --force', say('command.option-force'));

  writing(command('template', 'template'))
    .option('--rows <N>', say('command.option-rows'), wholeNumber, 30)
    .action((options: SharedOptions & TemplateOptions) =>
      withContext(options, (context) => template(context, options)),
    );
  command('check', 'check')
    .argument('<FILE...>', say('command.argument-files'))
    .option('-q, --quiet', say('command.option-quiet'))
    .action((files: string[], options: SharedOptions & { quiet?: boolean }) =>
      withContext(options, (context) => check(context, files, options)),
    );
  writing(command('fix', 'fix'))
    .argument('<FILE>', say('command.argument-fixable'))
    .option('-n, --dry-run', say('command.option-dry-run'))
    .action((file: string, options: SharedOptions & FixOptions) =>
      withContext(options, (context) => fix(context, file, options)),
    );
  writing(command('export', 'export'))
    .argument('<FILE>', say('command.argument-file'))
    .option('--sheet <NAME>', say('command.option-sheet'))
    .action((file: string, options: SharedOptions & ExportOptions) =>
      withContext(options, (context) => exportSheet(context, file, options)),
    );
  command('find', 'find')
    .argument('<KEYWORD>', say('command.argument-keyword'))
    .option('--limit <N>', say('command.option-limit'), wholeNumber, 20)
    .action((keyword: string, options: SharedOptions & { limit: number }) =>
      withContext(options, (context) => find(context, keyword, options)),
    );
  command('schedule', 'schedule')
    .argument('<NAME>', say('command.argument-occupation'))
    .action((name: string, options: SharedOptions) =>
      withContext(options, (context) => schedule(context, name)),
    );
  return program;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('');
  return Number(text);
}
