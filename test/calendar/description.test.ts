import fc from 'fast-check';
import { htmlOfText, textOfHtml } from '../../src/calendar/entry/description';
import { editedDescription } from '../../src/calendar/entry/description-edit';
import { isSameText, plainText } from '../../src/calendar/entry/text';
import { processorMs } from '../support/processor-time';

describe('a description reads as text', () => {
  test.each([
    ['<p>One</p><p>Two &amp; three</p>', 'One\nTwo & three'],
    ['Hello<p>World</p>', 'Hello\nWorld'],
    ['One<br>Two<br/><BR />Three', 'One\nTwo\n\nThree'],
    ['<ul><li>a</li><li>b</li></ul>after', '- a\n- b\nafter'],
    [
      '<p class="x">styled <b>bold</b> <span style=\'color: red\'>red</span></p>',
      'styled bold red',
    ],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<a href="javascript:alert(1)">click</a><script>alert(2)</script>', 'click'],
    ['before<!-- a comment -->after <!-- no end', 'beforeafter <!-- no end'],
    ['plain &lt;b&gt; &#8364; &auml;&Auml; &unknown; &', 'plain <b> € äÄ &unknown; &'],
    ['a < b and c > d', 'a < b and c > d'],
    ['trailing  \r\nblanks\n\n\n\nand lines \n', 'trailing\nblanks\n\nand lines'],
  ])('%j as %j', (html, text) => expect(textOfHtml(html)).toBe(text));

  test.each([
    'Join here <https://teams.example/l/meetup-join/abc?x=1&y=2>',
    'Mail <p@x.example> if a<b then c>d',
    'List<String> and <T extends Base> and <i and j>',
    '<name>, <date> and </unknown>',
    '<![CDATA[text]]> <?php ?>',
  ])('%j as it stands: what is no element is no markup', (text) =>
    expect(textOfHtml(text)).toBe(text),
  );

  test.each([
    [
      '<a href="https://x.example/a?b=1&amp;c=2">the plan</a>',
      'the plan (https://x.example/a?b=1&c=2)',
    ],
    ['<a href="https://x.example/">https://x.example</a>', 'https://x.example'],
    ['<a href="https://x.example/">x.example</a>', 'https://x.example/'],
    ['<a href="mailto:p@x.example">p@x.example</a>', 'p@x.example'],
    ['<a href="mailto:p@x.example">Pekka</a>', 'Pekka (p@x.example)'],
    ["<A class='u' HREF='https://x.example'><b>bold</b></A>", 'bold (https://x.example)'],
    ['<a href="https://x.example"></a>', 'https://x.example'],
    ['<a href="#top">up</a>', 'up'],
    ['see <a href="https://x.example">never closed', 'see (https://x.example) never closed'],
    [
      '<a href="https://www.google.com/url?q=https%3A%2F%2Fx.example%2Fa&amp;sa=D">a</a>',
      'a (https://x.example/a)',
    ],
  ])('the link %j as %j', (html, text) => expect(textOfHtml(html)).toBe(text));

  test('in a moment, whatever it holds', () => {
    const ms = processorMs(() => {
      for (const part of ['<a href="', '<!--', '<script>', "<b a='", '&amp', '<a href=x>', '< '])
        textOfHtml(part.repeat(20_000));
    });
    expect(ms).toBeLessThan(2000);
  });
});

describe('text for Google', () => {
  test.each([
    ['a<b & c', 'a&lt;b & c'],
    ['<b>not bold</b>', '&lt;b>not bold&lt;/b>'],
    ['&amp; as it stands', '&amp;amp; as it stands'],
    ['R&D, 1 < 2 && 3 > 2', 'R&amp;D, 1 < 2 && 3 > 2'],
    ['ends in <', 'ends in &lt;'],
  ])(
    '%j is written %j: markup that is meant as text, and nothing else, is escaped',
    (text, html) => {
      expect(htmlOfText(text)).toBe(html);
      expect(textOfHtml(html)).toBe(text);
    },
  );

  test('comes back as it was sent, whatever it is', () => {
    fc.assert(
      fc.property(hostileText, (typed) => {
        const text = plainText(typed, 'work');
        expect(textOfHtml(htmlOfText(text), 'work')).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an edit of what is shown of a description', () => {
  const TEAMS =
    'Agenda\nJoin here <https://teams.example/l/meetup-join/abc?x=1&y=2>\nMail <p@x.example> if a<b then c>d';

  test.each([
    [
      'what was added to plain text',
      TEAMS,
      (text: string) => `${text}\nRoom booked`,
      `${TEAMS}\nRoom booked`,
    ],
    [
      'one word, and the link beside it stays',
      '<p>See <a href="https://x.example">the plan</a> &amp; <b>bring</b> tea</p>',
      (text: string) => text.replace('tea', 'coffee'),
      '<p>See <a href="https://x.example">the plan</a> &amp; <b>bring</b> coffee</p>',
    ],
    [
      'bold text stays bold',
      'a <b>bold</b> word',
      (text: string) => text.replace('bold', 'loud'),
      'a <b>loud</b> word',
    ],
    [
      'a line that was added, as Google breaks lines there',
      'One<br>Two',
      (text: string) => `${text}\nThree & <four>`,
      'One<br>Two<br>Three & &lt;four>',
    ],
    [
      'the last line of a paragraph',
      '<p>One</p>\n',
      (text: string) => `${text}\nTwo`,
      '<p>One<br>Two</p>\n',
    ],
    [
      'two lines far apart',
      'first <b>a</b><br>second <a href="https://x.example">b</a><br>third <i>c</i>',
      (text: string) => text.replace('first', '1st').replace('third', '3rd'),
      '1st <b>a</b><br>second <a href="https://x.example">b</a><br>3rd <i>c</i>',
    ],
    [
      'a line in the middle that was taken out',
      '<b>One</b>\nTwo <https://x.example>\nThree',
      () => 'One\nThree',
      '<b>One</b>\nThree',
    ],
    [
      'the address of a link: then it is text',
      'See <a href="https://x.example">it</a> now',
      () => 'See it (https://y.example) now',
      'See it (https://y.example) now',
    ],
    ['everything', '<p>One</p>', () => 'Two', '<p>Two</p>'],
    ['all of it taken out', 'One <two@x.example>', () => '', ''],
  ])('changes %s', (_, raw, change, edited) => {
    const text = change(textOfHtml(raw));
    expect(editedDescription(raw, text)).toBe(edited);
    expect(textOfHtml(edited)).toBe(text);
  });

  test('that is none leaves it byte for byte', () => {
    const raw = ' <p>Blanks  </p>\r\n\r\n\r\n&nbsp;<br>';
    expect(editedDescription(raw, textOfHtml(raw))).toBe(raw);
  });

  test('at the beginning keeps the end that was cut off', () => {
    const raw = `Agenda <b>1</b>\n${'a line of text <p@x.example>\n'.repeat(1000)}The end`;
    const shown = textOfHtml(raw);
    expect(shown).toHaveLength(8000);
    const edited = editedDescription(raw, `New: ${shown}`);
    expect(edited).toBe(`New: ${raw}`);
    expect(isSameText(textOfHtml(edited), `New: ${shown}`, 'notes')).toBe(true);
    expect(editedDescription(raw, 'Short')).not.toContain('The end');
  });

  test('shows what was typed, whatever stood there, and an edit taken back is the first text again', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (raw, typed) => {
        const text = plainText(typed, 'work');
        const edited = editedDescription(raw, text);
        expect(isSameText(textOfHtml(edited, 'work'), text, 'notes')).toBe(true);
        const before = textOfHtml(raw);
        expect(isSameText(textOfHtml(editedDescription(edited, before)), before, 'notes')).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('of one line leaves the others byte for byte', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(), (lines, pick) => {
        const at = pick % lines.length;
        const raw = lines.join('\n');
        const shown = textOfHtml(raw).split('\n');
        fc.pre(shown.length === lines.length);
        const text = shown.map((one, index) => (index === at ? `${one} added` : one)).join('\n');
        const edited = editedDescription(raw, text).split('\n');
        lines.forEach((one, index) => index === at || expect(edited[index]).toBe(one));
      }),
    );
  });
});

const fragments = [
  '<',
  '>',
  '&',
  '&amp;',
  '&lt;b&gt;',
  '&#128512;',
  '😀',
  '\r\n',
  '\n',
  '\n\n\n',
  ' ',
  '\t',
  '\u00a0',
  '<b>',
  '</b>',
  '<br>',
  '<p>',
  '</p>',
  '<li>',
  '</li>',
  '<a href="https://x.example">',
  '</a>',
  '<a>',
  '<https://x.example/a?b=1&c=2>',
  '<p@x.example>',
  'a<b then c>d',
  '<!-- x -->',
  '…',
  '\ud800',
  'a',
  '/',
  '"',
];

const hostileText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...fragments), maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...fragments), maxLength: 8 }).map((one) => one.repeat(300)),
);

const line = fc
  .array(
    fc.constantFrom(
      'text',
      '<b>bold</b>',
      '<a href="https://x.example">link</a>',
      '<p@x.example>',
      'R&amp;D',
      '😀',
      'a<b then c>d',
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));
