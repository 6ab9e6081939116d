import { ANNA } from '../../support/small-company';
import { callFromPage } from '../../../emulator/web-app/call-from-page';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import { inScript, runIn, scriptOf } from './in-script';

const page = (source: string): { name: string; type: 'HTML'; source: string } => ({
  name: 'Page',
  type: 'HTML',
  source,
});

/** The output of a template for `value` and `list`. */
const evaluated = (source: string, value: unknown = null): unknown =>
  inScript(
    `const t = HtmlService.createTemplateFromFile('Page'); t.value = ${JSON.stringify(value)}; t.list = ['a', 'b']; return t.evaluate().getContent()`,
    {
      files: [page(source)],
    },
  );

describe('HtmlService', () => {
  test('makes a page out of text, a blob and a file', () => {
    expect(
      inScript(
        `return [HtmlService.createHtmlOutput('<b>').getContent(), HtmlService.createHtmlOutput(Utilities.newBlob('<i>')).getContent(),
      HtmlService.createHtmlOutputFromFile('Page').getContent(), HtmlService.createHtmlOutput().append('x').append('y').getContent()]`,
        { files: [page('<p>')] },
      ),
    ).toEqual(['<b>', '<i>', '<p>', 'xy']);
    expect(inScript("HtmlService.createHtmlOutputFromFile('None')")).toBe(
      'Exception: No HTML file named None was found.',
    );
  });

  test('hands over a page with its title, frame rule and tags', () => {
    const { rendered } =
      scriptOf(`function doGet() { return HtmlService.createHtmlOutput('<b>').setTitle('T').addMetaTag('viewport', 'width=1')
      .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL).setFaviconUrl('https://x/i.png').setWidth(300).setHeight(200) }`).run(
        'doGet',
        { as: ANNA },
      );
    expect(rendered).toEqual({
      kind: 'html',
      value: {
        content: '<b>',
        title: 'T',
        faviconUrl: 'https://x/i.png',
        width: 300,
        height: 200,
        metaTags: [{ name: 'viewport', content: 'width=1' }],
        xFrameOptionsMode: 'ALLOWALL',
      },
    });
  });

  test('accepts only some meta tags', () => {
    expect(inScript("HtmlService.createHtmlOutput('').addMetaTag('theme-color', 'red')")).toBe(
      'Exception: The meta tag you specified is not allowed in this context.',
    );
  });
});

describe('a template', () => {
  test.each([
    ['<b><?= value ?></b>', '<i>&"', '<b>&lt;i&gt;&amp;&quot;</b>'],
    ['<b><?!= value ?></b>', '<i>', '<b><i></b>'],
    [
      '<? for (var i = 0; i < list.length; i++) { ?><li><?= list[i] ?></li><? } ?>',
      null,
      '<li>a</li><li>b</li>',
    ],
    ["<?= 'first'; 'second' ?>", null, 'first'],
    ['a\n<? if (false) { ?>\nnever\n<? } ?>\nb', null, 'a\n\nb'],
    ['<p title="<?= value ?>">', '" onclick="x', '<p title="&quot; onclick=&quot;x">'],
    ['<p title=<?= value ?>>', 'a b', '<p title=a&#32;b>'],
    ['<a href="<?= value ?>">', 'javascript:alert(1)', '<a href="about:invalid#zSoyz">'],
    [
      '<a href="<?= value ?>">',
      'https://x.example/?a=1&b=2',
      '<a href="https://x.example/?a=1&amp;b=2">',
    ],
    ['<a href="/x?q=<?= value ?>">', 'a&b=c', '<a href="/x?q=a%26b%3Dc">'],
    [
      '<script>var x = <?= value ?>;</script>',
      "</script>'",
      "<script>var x = '\\x3c\\/script\\x3e\\x27';</script>",
    ],
    ['<script>var x = <?= value ?>;</script>', 5, '<script>var x =  5 ;</script>'],
    [
      '<script>var x = "<?= value ?>";</script><p><?= value ?></p>',
      '"<',
      '<script>var x = "\\x22\\x3c";</script><p>&quot;&lt;</p>',
    ],
    ['<p onclick="f(<?= value ?>)">', "')", '<p onclick="f(&#39;\\x27)&#39;)">'],
    ['<p style="color: <?= value ?>">', 'red', '<p style="color: red">'],
    [
      '<style>p { color: <?= value ?> }</style>',
      'expression(1)',
      '<style>p { color: zSoyz }</style>',
    ],
    ['<!-- <?= value ?> -->', '-->', '<!--  -->'],
    ['<title><?= value ?></title>', '<x>', '<title>&lt;x&gt;</title>'],
  ])('%s with %j', (source, value, html) => {
    expect(evaluated(source, value)).toBe(html);
  });

  test('calls functions and services of the script', () => {
    expect(
      inScript(
        "return HtmlService.createTemplate('<?= g() ?> <?= Session.getScriptTimeZone() ?>').evaluate().getContent()} function g() { return 'G'",
      ),
    ).toBe('G Europe/Helsinki');
  });

  test('shows its code, whose lines are the template’s', () => {
    const code = inScript(
      "return HtmlService.createTemplate('a\\n<?= 1 ?>\\nb').getCode()",
    ) as string;
    expect(code.split('\n').slice(0, 3)).toEqual([
      "(function() { var output = HtmlService.initTemplate(); output._ = 'a\\n';",
      " output._$ =  1 ;output._ = '\\n';",
      "output._ = 'b';",
    ]);
    expect(inScript(`return eval(${JSON.stringify(code)}).getContent()`)).toBe('a\n1\nb');
  });

  test('returns its raw content, and can be made from a page', () => {
    expect(
      inScript(
        "return [HtmlService.createTemplate('<?= 1 ?>').getRawContent(), HtmlService.createHtmlOutput('<?= 2 ?>').asTemplate().evaluate().getContent()]",
      ),
    ).toEqual(['<?= 1 ?>', '2']);
  });

  test('that names a missing variable throws', () => {
    expect(evaluated('<?= nothing ?>')).toBe('ReferenceError: nothing is not defined');
  });
});

describe('a call from a page', () => {
  const code = `function plain(a, b) { return { a, b } } function date() { return { at: new Date() } } function nested() { return [() => 1] }
    function nothing() {} function fails() { throw new TypeError('no') } function secret_() { return 1 } const o = { m() { return 1 } };
    function circle() { const x = {}; x.x = x; return x }`;
  const workspace = scriptOf(code);
  const person = findPrincipal(workspace.state.directory, ANNA)!;
  const installed = workspace.install(
    workspace.run('plain', { as: ANNA }).execution.start.project,
    { name: 'P', ownerEmail: ANNA, ownerCustomerId: null },
  );
  const call = (functionName: string, ...args: unknown[]) =>
    callFromPage(workspace.engine, installed, { functionName, person, surface: 'webapp', args });

  test('hands over plain values', () => {
    expect(call('plain', 1, null)).toMatchObject({ kind: 'success', value: { a: 1, b: null } });
  });

  test.each(['date', 'nested', 'nothing'])(
    'answers null for what cannot be carried: %s',
    (name) => {
      expect(call(name)).toMatchObject({ kind: 'success', value: null });
    },
  );

  test('hands over a failure', () => {
    expect(call('fails')).toMatchObject({ kind: 'failure', name: 'TypeError', message: 'no' });
  });

  test.each(['secret_', 'o.m', 'plain()'])('refuses to call %s', (name) => {
    expect(() => call(name)).toThrow(`Script function not found: ${name}`);
  });

  test.each(['toString', 'valueOf', 'constructor', 'eval', 'CalendarApp'])(
    'finds no function of the script in %s',
    (name) => {
      const message = `Script function not found: ${name}`;
      expect(call(name)).toMatchObject({ kind: 'failure', message });
    },
  );
});

test('an execution that answers a page and one that answers nothing do not mix', () => {
  const workspace = scriptOf(
    "function a() { return HtmlService.createHtmlOutput('x') } function b() { return 1 }",
  );
  runIn(workspace, 'a');
  expect(workspace.run('b', { as: ANNA })).toMatchObject({ value: 1 });
});
