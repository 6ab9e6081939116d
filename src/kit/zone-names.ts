/**
 * Time zones as people and programs write them: by the names of the tz database, as Windows and Outlook call them, or as a fixed offset.
 */
import { isTimeZone, timeZoneOf } from './zoned-time';

/**
 * Windows' names for zones and the best-known place of each, as Unicode's CLDR pairs them (territory 001); `~` stands for
 * "Standard Time". A test compares them with the package that the .ics loader uses.
 *
 * @see https://github.com/unicode-org/cldr/blob/main/common/supplemental/windowsZones.xml
 */
const windowsNames = (): string =>
  'Dateline~=Etc/GMT+12;UTC-11=Etc/GMT+11;Aleutian~=America/Adak;Hawaiian~=Pacific/Honolulu;' +
  'Marquesas~=Pacific/Marquesas;Alaskan~=America/Anchorage;UTC-09=Etc/GMT+9;' +
  'Pacific~ (Mexico)=America/Tijuana;UTC-08=Etc/GMT+8;Pacific~=America/Los_Angeles;' +
  'US Mountain~=America/Phoenix;Mountain~ (Mexico)=America/Chihuahua;Mountain~=America/Denver;' +
  'Yukon~=America/Whitehorse;Central America~=America/Guatemala;Central~=America/Chicago;' +
  'Easter Island~=Pacific/Easter;Central~ (Mexico)=America/Mexico_City;' +
  'Canada Central~=America/Regina;SA Pacific~=America/Bogota;Eastern~ (Mexico)=America/Cancun;' +
  'Eastern~=America/New_York;Haiti~=America/Port-au-Prince;Cuba~=America/Havana;' +
  'US Eastern~=America/Indianapolis;Turks And Caicos~=America/Grand_Turk;Paraguay~=America/Asuncion;' +
  'Atlantic~=America/Halifax;Venezuela~=America/Caracas;Central Brazilian~=America/Cuiaba;' +
  'SA Western~=America/La_Paz;Pacific SA~=America/Santiago;Newfoundland~=America/St_Johns;' +
  'Tocantins~=America/Araguaina;E. South America~=America/Sao_Paulo;SA Eastern~=America/Cayenne;' +
  'Argentina~=America/Buenos_Aires;Greenland~=America/Godthab;Montevideo~=America/Montevideo;' +
  'Magallanes~=America/Punta_Arenas;Saint Pierre~=America/Miquelon;Bahia~=America/Bahia;' +
  'UTC-02=Etc/GMT+2;Azores~=Atlantic/Azores;Cape Verde~=Atlantic/Cape_Verde;UTC=Etc/UTC;' +
  'GMT~=Europe/London;Greenwich~=Atlantic/Reykjavik;Sao Tome~=Africa/Sao_Tome;' +
  'Morocco~=Africa/Casablanca;W. Europe~=Europe/Berlin;Central Europe~=Europe/Budapest;' +
  'Romance~=Europe/Paris;Central European~=Europe/Warsaw;W. Central Africa~=Africa/Lagos;' +
  'Jordan~=Asia/Amman;GTB~=Europe/Bucharest;Middle East~=Asia/Beirut;Egypt~=Africa/Cairo;' +
  'E. Europe~=Europe/Chisinau;Syria~=Asia/Damascus;West Bank~=Asia/Hebron;' +
  'South Africa~=Africa/Johannesburg;FLE~=Europe/Kiev;Israel~=Asia/Jerusalem;' +
  'South Sudan~=Africa/Juba;Kaliningrad~=Europe/Kaliningrad;Sudan~=Africa/Khartoum;' +
  'Libya~=Africa/Tripoli;Namibia~=Africa/Windhoek;Arabic~=Asia/Baghdad;Turkey~=Europe/Istanbul;' +
  'Arab~=Asia/Riyadh;Belarus~=Europe/Minsk;Russian~=Europe/Moscow;E. Africa~=Africa/Nairobi;' +
  'Iran~=Asia/Tehran;Arabian~=Asia/Dubai;Astrakhan~=Europe/Astrakhan;Azerbaijan~=Asia/Baku;' +
  'Russia Time Zone 3=Europe/Samara;Mauritius~=Indian/Mauritius;Saratov~=Europe/Saratov;' +
  'Georgian~=Asia/Tbilisi;Volgograd~=Europe/Volgograd;Caucasus~=Asia/Yerevan;' +
  'Afghanistan~=Asia/Kabul;West Asia~=Asia/Tashkent;Ekaterinburg~=Asia/Yekaterinburg;' +
  'Pakistan~=Asia/Karachi;Qyzylorda~=Asia/Qyzylorda;India~=Asia/Calcutta;Sri Lanka~=Asia/Colombo;' +
  'Nepal~=Asia/Katmandu;Central Asia~=Asia/Almaty;Bangladesh~=Asia/Dhaka;Omsk~=Asia/Omsk;' +
  'Myanmar~=Asia/Rangoon;SE Asia~=Asia/Bangkok;Altai~=Asia/Barnaul;W. Mongolia~=Asia/Hovd;' +
  'North Asia~=Asia/Krasnoyarsk;N. Central Asia~=Asia/Novosibirsk;Tomsk~=Asia/Tomsk;' +
  'China~=Asia/Shanghai;North Asia East~=Asia/Irkutsk;Singapore~=Asia/Singapore;' +
  'W. Australia~=Australia/Perth;Taipei~=Asia/Taipei;Ulaanbaatar~=Asia/Ulaanbaatar;' +
  'Aus Central W.~=Australia/Eucla;Transbaikal~=Asia/Chita;Tokyo~=Asia/Tokyo;' +
  'North Korea~=Asia/Pyongyang;Korea~=Asia/Seoul;Yakutsk~=Asia/Yakutsk;' +
  'Cen. Australia~=Australia/Adelaide;AUS Central~=Australia/Darwin;' +
  'E. Australia~=Australia/Brisbane;AUS Eastern~=Australia/Sydney;' +
  'West Pacific~=Pacific/Port_Moresby;Tasmania~=Australia/Hobart;Vladivostok~=Asia/Vladivostok;' +
  'Lord Howe~=Australia/Lord_Howe;Bougainville~=Pacific/Bougainville;' +
  'Russia Time Zone 10=Asia/Srednekolymsk;Magadan~=Asia/Magadan;Norfolk~=Pacific/Norfolk;' +
  'Sakhalin~=Asia/Sakhalin;Central Pacific~=Pacific/Guadalcanal;Russia Time Zone 11=Asia/Kamchatka;' +
  'New Zealand~=Pacific/Auckland;UTC+12=Etc/GMT-12;Fiji~=Pacific/Fiji;' +
  'Chatham Islands~=Pacific/Chatham;UTC+13=Etc/GMT-13;Tonga~=Pacific/Tongatapu;Samoa~=Pacific/Apia;' +
  'Line Islands~=Pacific/Kiritimati';

/** Places whose clocks are not a whole number of hours ahead of UTC, and never change. */
const UNEVEN: Readonly<Record<string, string>> = {
  '-9:30': 'Pacific/Marquesas',
  '+3:30': 'Asia/Tehran',
  '+4:30': 'Asia/Kabul',
  '+5:30': 'Asia/Kolkata',
  '+5:45': 'Asia/Kathmandu',
  '+6:30': 'Asia/Yangon',
  '+8:45': 'Australia/Eucla',
  '+9:30': 'Australia/Darwin',
};

/** All three-letter names in the tz database. Intl knows others that mean different zones to different people (BST, IST, CST). */
const THREE_LETTERS = /^(CET|EET|EST|GMT|HST|MET|MST|PRC|ROC|ROK|UCT|UTC|WET)$/i;

/** Names remembered; when there are more, all are forgotten. */
const MOST_NAMES = 1000;

const known = new Map<string, string | null>();

/**
 * The IANA name for a text; null for an unknown zone. Accepts names of the tz database in any letter case, including old ones and with a
 * program's own prefix (`/a.program/Europe/Oslo`), Windows' names, and offsets (`UTC+2`, `GMT-05:00`, `+03:00`).
 */
export function zoneNamed(name: string): string | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const zone = findZone(name.trim().replace(/^"|"$/g, ''));
  if (known.size >= MOST_NAMES) known.clear();
  known.set(name, zone);
  return zone;
}

function findZone(name: string): string | null {
  const parts = name.split('/').filter(Boolean);
  const tails = parts.map((_, index) => parts.slice(index).join('/'));
  const tail = tails.find(isKnown);
  return tail === undefined
    ? (windowsZone(parts.join('/')) ?? zoneAtOffset(name))
    : writtenAs(tail);
}

const isKnown = (name: string): boolean =>
  /^[a-z]/i.test(name) && (name.length !== 3 || THREE_LETTERS.test(name)) && isTimeZone(name);

/** Google requires the letter case of the tz database. */
function writtenAs(name: string): string {
  const zone = timeZoneOf(name) ?? name;
  if (zone.toLowerCase() === name.toLowerCase()) return zone;
  const isAllCapitals = name === name.toUpperCase() && name.length > 3 && !/\d/.test(name);
  return isAllCapitals || name === name.toLowerCase() ? zone : name;
}

let windows: ReadonlyMap<string, string> | null = null;

function windowsZone(name: string): string | undefined {
  windows ??= new Map(
    windowsNames()
      .split(';')
      .flatMap((pair): [string, string][] => {
        const [from, to] = pair.split('=');
        return from && to ? [[from.replace('~', ' Standard Time').toLowerCase(), to]] : [];
      }),
  );
  return windows.get(name.toLowerCase());
}

/** `Etc/GMT-2` is two hours ahead of UTC: its sign is POSIX's. */
function zoneAtOffset(name: string): string | null {
  if (/^Z$/i.test(name)) return 'UTC';
  const found = /^(?:UTC|GMT)?\s*([+\u2212-])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(name);
  if (!found) return null;
  const [sign, hours, minutes] = [found[1] === '+' ? '+' : '-', Number(found[2]), found[3] ?? '00'];
  if (minutes !== '00') return UNEVEN[`${sign}${hours}:${minutes}`] ?? null;
  if (hours === 0) return 'UTC';
  return hours <= (sign === '+' ? 14 : 12) ? `Etc/GMT${sign === '+' ? '-' : '+'}${hours}` : null;
}
