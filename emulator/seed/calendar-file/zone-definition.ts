/**
 * The lines of a VTIMEZONE, completed where programs are known to leave parts out: an offset before a change is that of
 * the other half of the year, or else the same as after it, and rules without a beginning have always held.
 *
 * @returns null when it defines no offset: then the file does not say what times in the zone mean.
 */
export function completeDefinition(lines: readonly string[]): readonly string[] | null {
  const halves = halvesOf(lines);
  const offsets = halves.map((half) => offsetIn(half, 'TZOFFSETTO'));
  if (halves.length === 0 || offsets.includes(null)) return null;
  const own = lines.filter((line) => /^TZID[;:]|^X-LIC-LOCATION[;:]/i.test(line));
  const complete = halves.map((half, index) => {
    const before = offsets.find((_, at) => kindOf(halves[at]!) !== kindOf(half)) ?? offsets[index]!;
    const rest = half.filter((line) => !/^(RRULE|RDATE|TZOFFSETFROM)[^:]*:\s*$/i.test(line));
    const added = [
      ...(offsetIn(half, 'TZOFFSETFROM') === null ? [`TZOFFSETFROM:${before}`] : []),
      ...(rest.some((line) => /^DTSTART[;:]/i.test(line)) ? [] : ['DTSTART:16010101T000000']),
    ];
    return [rest[0]!, ...added, ...rest.slice(1)];
  });
  return ['BEGIN:VTIMEZONE', ...own, ...complete.flat(), 'END:VTIMEZONE'];
}

/** The STANDARD and DAYLIGHT components, each with its BEGIN and END. */
function halvesOf(lines: readonly string[]): readonly string[][] {
  const halves: string[][] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (/^BEGIN:(STANDARD|DAYLIGHT)\s*$/i.test(line)) halves.push((open = []));
    open?.push(line);
    if (/^END:(STANDARD|DAYLIGHT)\s*$/i.test(line)) open = null;
  }
  return halves;
}

const kindOf = ([begin = '']: readonly string[]): string => begin.trim().toUpperCase();

function offsetIn(half: readonly string[], name: string): string | null {
  const line = half.find((one) => one.toUpperCase().startsWith(`${name}:`));
  return /^[^:]*:\s*([+-]\d{4}(\d{2})?)\s*$/.exec(line ?? '')?.[1] ?? null;
}
