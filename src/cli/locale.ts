export type Environment = Readonly<Record<string, string | undefined>>;

/** POSIX: the first of these that is not empty decides; where none is, the locale is C, which is ASCII. */
export function speaksUtf8(
  { LC_ALL, LC_CTYPE, LANG, WT_SESSION }: Environment,
  platform = process.platform,
): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG;
  if (locale) return /utf-?8/i.test(locale);
  return platform === 'darwin' || (platform === 'win32' && Boolean(WT_SESSION));
}
