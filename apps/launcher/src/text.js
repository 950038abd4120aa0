/** @typedef {{ en: string, zh: string }} Text */

/**
 * Picks the language of the terminal (`LC_ALL`, `LC_MESSAGES`, `LANG`); English unless it is Chinese.
 * @param {Text} text
 */
export function say(text) {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? text.zh : text.en
}
