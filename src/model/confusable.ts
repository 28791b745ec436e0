/**
 * Whether two names look alike: the skeleton of UTS #39 §4, restricted to what a nick here can be disguised with, the
 * letters of the Latin, Greek and Cyrillic scripts that pass for one of ASCII's (or `m` for `rn`).
 */

/** From confusables.txt, version 13.0.0, of UTS #39 (Unicode Security Mechanisms): what is shown → the letters confusable with it. */
const PROTOTYPES: Readonly<Record<string, string>> = {
  A: '\u0391\u0410', // Α А
  B: '\u0392\u0412', // Β В
  C: '\u03f9\u0421', // Ϲ С
  E: '\u0395\u0415', // Ε Е
  F: '\u03dc', // Ϝ
  G: '\u050c', // Ԍ
  H: '\u0397\u041d', // Η Н
  J: '\u037f\u0408', // Ϳ Ј
  K: '\u039a\u041a', // Κ К
  M: '\u039c\u03fa\u041c', // Μ Ϻ М
  N: '\u039d', // Ν
  O: '0\u039f\u041e', // 0 Ο О
  P: '\u03a1\u0420', // Ρ Р
  R: '\u01a6', // Ʀ
  S: '\u0405', // Ѕ
  T: '\u03a4\u0422', // Τ Т
  V: '\u0474', // Ѵ
  W: '\u051c', // Ԝ
  X: '\u03a7\u0425', // Χ Х
  Y: '\u03a5\u03d2\u0423\u04ae', // Υ ϒ У Ү
  Z: '\u0396', // Ζ
  a: '\u0251\u03b1\u0430', // ɑ α а
  b: '\u0184\u042c', // Ƅ Ь
  c: '\u1d04\u03f2\u0441', // ᴄ ϲ с
  d: '\u0501', // ԁ
  e: '\u0435\u04bd', // е ҽ
  f: '\u017f\u1e9d', // ſ ẝ
  g: '\u0261\u1d83\u018d', // ɡ ᶃ ƍ
  h: '\u04bb', // һ
  i: '\u0131\u026a\u0269\u03b9\u037a\u0456\u04cf', // ı ɪ ɩ ι ͺ і ӏ
  j: '\u03f3\u0458', // ϳ ј
  l: '1I\u0196\u01c0\u0399\u0406\u04c0', // 1 I Ɩ ǀ Ι І Ӏ
  o: '\u1d0f\u1d11\u03bf\u03c3\u043e', // ᴏ ᴑ ο σ о
  p: '\u03c1\u03f1\u0440', // ρ ϱ р
  q: '\u051b', // ԛ
  r: '\u1d26\u0433', // ᴦ г
  rn: 'm', // m
  s: '\u01bd\u0455', // ƽ ѕ
  u: '\u1d1c\u028b\u03c5', // ᴜ ʋ υ
  v: '\u1d20\u03bd\u0475', // ᴠ ν ѵ
  w: '\u026f\u1d21\u0461\u051d', // ɯ ᴡ ѡ ԝ
  x: '\u0445', // х
  y: '\u0263\u1d8c\u028f\u1eff\u03b3\u0443\u04af', // ɣ ᶌ ʏ ỿ γ у ү
  z: '\u1d22', // ᴢ
};

const PROTOTYPE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(PROTOTYPES).flatMap(([shown, letters]) => [...letters].map((letter) => [letter, shown])),
);

/** UTS #39 §4: decomposed, without what is not displayed, each letter by its prototype, decomposed again. */
export const skeleton = (text: string): string =>
  [...text.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '')]
    .map((letter) => PROTOTYPE_OF.get(letter) ?? letter)
    .join('')
    .normalize('NFD');

/** Two different names that a reader cannot tell apart. */
export const confusable = (a: string, b: string): boolean => a !== b && skeleton(a) === skeleton(b);
