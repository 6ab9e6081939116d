/**
 * Words for yes and no. A box of Google's is TRUE or FALSE in every language, but a person may type the word that their spreadsheet shows
 * for it in a sheet of another locale, or say yes in their own language. No word here means yes in one language and no in another.
 *
 * Sources: the names of TRUE and FALSE in the languages of Google Sheets' functions (support.google.com/docs/table/25273), and the answers
 * yes and no of Unicode's CLDR (common/main, `yesstr` and `nostr`).
 */
const YES =
  'true yes y x on 1 ✓ ✔ ✅ ☑ ' +
  'wahr ja j vrai oui o verdadero sí si s vero sì verdadeiro sim waar sand sann sant tosi kyllä k prawda tak t pravda ano áno igaz igen ' +
  'adevărat da истина да так істина tõene jah taip patiess jā doğru evet αληθής αληθησ ναι ναί 真 是 はい 참 예 네 אמת כן صحيح نعم đúng có benar ya จริง ใช่ सत्य हाँ';
const NO =
  'false no n off 0 - – — ✗ ✘ ✕ ✖ × ❌ ☐ ' +
  'falsch nein faux non falso não nao onwaar nee falsk falskt nej usann nei epätosi ei e fałsz nie nepravda ne hamis nem ' +
  'fals nu ложь нет ні хибність väär vale aplams nē yanlış hayır ψευδής ψευδησ όχι οχι 假 否 不 いいえ 거짓 아니요 아니오 שקר לא خطأ لا sai không salah tidak เท็จ ไม่ असत्य नहीं';

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...YES.split(' ').map((word): [string, boolean] => [word, true]),
  ...NO.split(' ').map((word): [string, boolean] => [word, false]),
]);

/** Whether a word means yes or no, in any letter case; null for any other word. */
export const yesOrNo = (word: string): boolean | null =>
  WORDS.get(word.trim().toLowerCase().normalize('NFC')) ?? null;
