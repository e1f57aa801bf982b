// How a classification marking is written; compared after NFKC, so full-width signs are plain ones here. Not for printing.
const level = '(?:绝\\s{0,3}密|机\\s{0,3}密|秘\\s{0,3}密)';
const topLevel = '(?:绝\\s{0,3}密|机\\s{0,3}密)';
const term = '(?:\\s*(?:\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*(?:年|个月|月|日|天)|\\s*长期)';
const star = '[★☆✩✭✯⭐]';
const opening = '[\\[【(〔「『<《{]';
const closing = '[\\]】)〕」』>》}]';
const between = '[\\s_\\-—–·.,、+~#&]';

export const markingPatterns = {
  /** 机密★, 秘密 ☆ 5年; 国家秘密, 工作秘密 and 商业秘密 are the names of kinds. */
  starred: new RegExp(`(?<!(?:国家|工作|商业)\\s{0,3})${level}[ \\t]{0,4}${star}`, 'u'),
  /** 机密*10年: an asterisk is also a footnote, and emphasis. */
  asterisk: new RegExp(`(?<![\\p{Script=Han}*])${level}[ \\t]{0,4}\\*(?!\\*)`, 'u'),
  /** 【机密】, (秘密5年) */
  bracketed: new RegExp(`${opening}\\s*${level}${term}?\\s*${closing}`, 'u'),
  /** A line, or a whole name, that says nothing but a level: 机密, 密级：机密 1年, 【绝密】 */
  alone: new RegExp(`^(?:密\\s{0,3}级\\s*:\\s*)?${opening}?\\s*${level}${term}?\\s*${closing}?$`, 'u'),
  /** 机密-关于…, …_绝密10年 */
  atEdge: new RegExp(`^${topLevel}${term}?${between}|${between}${topLevel}${term}?$`, 'u'),
  /** Signs that nobody sees. */
  invisible: /[\u00ad\u200b-\u200d\u2060\ufeff]/gu,
} as const;
