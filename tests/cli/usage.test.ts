import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Folder } from './support/folder';
import { kpy } from './support/kpy';

const COMMANDS = ['template', 'check', 'fix', 'export', 'find', 'schedule'];
const folder = new Folder();
afterAll(() => {
  folder.remove();
});

describe('help', () => {
  test.each(COMMANDS)(
    'kpy %s --help has an example and the shared options, in both languages',
    async (name) => {
      const chinese = await kpy([name, '--help']);
      expect(chinese).toMatchObject({ status: 0, err: '' });
      expect(chinese.out).toMatch(new RegExp(`^用法： kpy ${name} `));
      expect(chinese.out).toMatch(new RegExp(`示例：\\n {2}kpy ${name} `));
      for (const option of ['--date', '--notice', '--json', '--lang']) expect(chinese.out).toContain(option);
      const english = await kpy([name, '--help', '--lang', 'en-US']);
      expect(english.out).toMatch(new RegExp(`Example:\\n {2}kpy ${name} `));
      expect(english.out).toContain('show help');
    },
  );

  test('kpy export --help shows how one of several sheets is taken', async () => {
    for (const lang of ['zh-CN', 'en-US'])
      expect((await kpy(['export', '--help', '--lang', lang])).out).toMatch(/ {2}kpy export .*--sheet 三月/);
  });

  test('no help has words of the parser: what is taken by default is said in its language', async () => {
    expect((await kpy(['template', '--help'])).out).toContain('空行数（不写时为 30）');
    expect((await kpy(['find', '--help', '--lang', 'en-US'])).out).toContain('at most (default: 20)');
  });

  test.each([[['--lang', 'en-US']], [['--lang=en']]])(
    'kpy %j says in English what kpy says',
    async (args) => {
      const { out } = await kpy(['--help', '--lang', 'en-US']);
      expect(await kpy(args)).toEqual({ status: 2, out: '', err: out });
    },
  );

  test.each(['en', 'EN', 'en-us'])('--lang %s is English, in help and without', async (lang) => {
    expect((await kpy(['check', '--help', '--lang', lang])).out).toContain('show help');
    expect(await kpy(['--help', '--lang', lang])).toEqual(await kpy(['--help', '--lang', 'en-US']));
    expect(await kpy(['schedule', '电工', '--lang', lang])).toEqual(
      await kpy(['schedule', '电工', '--lang', 'en-US']),
    );
  });

  test('who reads no Chinese finds in kpy --help how to ask for English', async () => {
    expect((await kpy(['--help'])).out).toContain('In English: --lang en-US');
  });

  test('kpy --help names every command', async () => {
    const { status, out } = await kpy(['--help']);
    for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
    expect(status).toBe(0);
  });

  test('kpy alone shows the same on the error stream, with status 2', async () => {
    const { out } = await kpy(['--help']);
    expect(await kpy([])).toEqual({ status: 2, out: '', err: out });
  });
});

describe('wrong usage is status 2 and one sentence', () => {
  test.each([
    ['an unknown command', ['chek', 'a.xlsx'], '没有命令 chek；运行 kpy --help 查看用法'],
    ['an unknown option', ['check', 'a.xlsx', '--jso'], '没有选项 --jso；加 --help 查看用法'],
    ['a missing argument', ['check'], '缺少参数 FILE；加 --help 查看用法'],
    ['too many arguments', ['fix', 'a.xlsx', 'b.xlsx'], '参数太多；加 --help 查看用法'],
    [
      'an option without its value',
      ['check', 'a.xlsx', '--date'],
      '选项 --date <YYYY-MM-DD> 后面缺少内容；加 --help 查看用法',
    ],
    [
      'a limit that is no number',
      ['find', '电工', '--limit', 'x'],
      '选项 --limit <N> 的内容不对；加 --help 查看用法',
    ],
    [
      'a date that is none',
      ['check', 'a.xlsx', '--date', '2025-02-30'],
      '“2025-02-30”不是日期，请按 2025-03-26 这样写',
    ],
    [
      'a word in place of a date',
      ['schedule', '电工', '--date', '今天'],
      '“今天”不是日期，请按 2025-03-26 这样写',
    ],
    ['an unknown language', ['find', '电工', '--lang', 'fr'], '没有“fr”这种语言；可选：zh-CN、en-US'],
    [
      'an unknown notice',
      ['find', '电工', '--notice', '2031-1'],
      '没有通知“2031-1”；内置的有：2025-8，或指定通知包的文件夹',
    ],
    [
      'a notice by a name that every object has',
      ['find', '电工', '--notice', 'constructor'],
      '没有通知“constructor”；内置的有：2025-8，或指定通知包的文件夹',
    ],
  ])('%s', async (_, args, sentence) => {
    expect(await kpy(args)).toEqual({ status: 2, out: '', err: `${sentence}\n` });
  });

  test('in English where it is asked for', async () => {
    const { err } = await kpy(['chek', '--lang', 'en-US']);
    expect(err).toContain('chek');
    expect(err).not.toMatch(/\p{Script=Han}/u);
  });
});

test.each([
  [['--lang', 'en-US', 'schedule', '电工', '--date', '2025-03-26']],
  [['--date', '2025-03-26', 'schedule', '电工', '--lang', 'en-US']],
])('options before the command are those of the command: %j', async (args) => {
  expect(await kpy(args)).toEqual(await kpy(['schedule', '电工', '--date', '2025-03-26', '--lang', 'en-US']));
});

describe('--notice', () => {
  const SOURCE = 'src/rules/notice-2025-8';
  const CLEAN = ['check', 'examples/clean.xlsx', '--date', '2025-03-26'];
  const copy = (name: string): string => {
    const path = folder.file(name);
    mkdirSync(path);
    cpSync(SOURCE, path, { recursive: true, filter: (file) => !file.endsWith('.ts') });
    return path;
  };
  const change = (path: string, edit: (parameters: Record<string, unknown>) => void): void => {
    const file = join(path, 'parameters.json');
    const parameters = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    edit(parameters);
    writeFileSync(file, JSON.stringify(parameters));
  };

  test('the built-in one by its id is the one that is used without', async () => {
    const args = ['check', 'examples/messy.xlsx', '--date', '2025-03-26', '--json'];
    expect(await kpy([...args, '--notice', '2025-8'])).toEqual(await kpy(args));
  });

  test('a folder with its own parameters is judged by', async () => {
    const path = copy('next-year');
    change(path, (parameters) => {
      parameters.id = '2026-1';
    });
    const { status, out } = await kpy([
      'check',
      'examples/clean.xlsx',
      '--date',
      '2025-03-26',
      '--json',
      '--notice',
      path,
    ]);
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ notice: '2026-1' });
  });

  test('one file with all the parts is as good as a folder with a file for each, and what else lies there', async () => {
    const path = copy('with-more');
    change(path, (parameters) => {
      parameters.id = '2026-2';
    });
    const parts = readdirSync(path).map((name) => [
      basename(name, '.json').replace(/-[a-z]/g, (dash) => dash.slice(1).toUpperCase()),
      JSON.parse(readFileSync(join(path, name), 'utf8')) as unknown,
    ]);
    const one = folder.file('通知.json');
    writeFileSync(one, JSON.stringify(Object.fromEntries(parts)));
    writeFileSync(join(path, '说明.txt'), '附件5已按更正后的编码修改');
    const noticeOf = async (pack: string): Promise<unknown> => {
      const { status, out, err } = await kpy([...CLEAN, '--json', '--notice', pack]);
      expect([status, err]).toEqual([0, '']);
      return JSON.parse(out);
    };
    expect(await noticeOf(one)).toMatchObject({ notice: '2026-2' });
    expect(await noticeOf(one)).toEqual(await noticeOf(path));
  });

  test('a pack with very many faults is refused with the first twenty, each in words', async () => {
    const path = folder.file('空包.json');
    const abilities = Array.from({ length: 30 }, (_, i) => ({ seq: i + 1 }));
    writeFileSync(path, JSON.stringify({ abilities }));
    const { status, err } = await kpy([...CLEAN, '--notice', path]);
    const faults = err.trimEnd().split('\n').slice(1);
    expect(faults).toHaveLength(20);
    for (const fault of faults) expect(fault).toMatch(/^ {2}[\w.[\]]+: \p{Script=Han}/u);
    expect(status).toBe(2);
  });

  test('a broken pack is refused with the paths of its faults', async () => {
    const path = copy('broken');
    change(path, (parameters) => {
      delete parameters.scope;
      parameters.year = '2025';
    });
    const { status, out, err } = await kpy(['check', 'examples/clean.xlsx', '--notice', path]);
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(`通知包 ${path} 有以下问题：\n`);
    expect(err).toMatch(/^ {2}parameters\.scope: /m);
    expect(err).toMatch(/^ {2}parameters\.year: /m);
  });

  test('a part that is no JSON is named', async () => {
    const path = copy('not-json');
    writeFileSync(join(path, 'parameters.json'), '{');
    const { status, err } = await kpy(['find', '电工', '--notice', path]);
    expect(status).toBe(2);
    expect(err).toContain(`${join(path, 'parameters.json')} 不是有效的 JSON`);
  });
});
