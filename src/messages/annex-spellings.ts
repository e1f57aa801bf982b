/** How an official scoring sheet spells its cells; not for printing. */
export const annexPatterns = {
  /** 6, 6., 第6项 */
  number: /^第?\s*(\d{1,2})\s*[项.、．]?$/,
  /** 4, 4分, 0.5 分 */
  points: /^(\d+(?:\.\d{1,2})?)\s*分?$/,
  noPoints: /^[-—–/无]*$/,
  between: /[；;。\n\r]+/,
  leading: /^(?:[（(]?\d+[)）.、．]\s*|[①-⑳]\s*)/,
  /** The cap of an item, which every item has. */
  cap: /[，,]?\s*(?:直至)?扣完(?:为止|本项分值?)?$/,
  /** 未召开会议的，扣1分; 扣0.5—1分; 每件扣0.5分; 发现1起扣4分 */
  clause:
    /^(.*?)[，,：:\s]*(每(?:发现|缺|少)?\s*[一1]?\s*[起次例件项人台处个份名条页]{1,2}|发现\s*[一1]\s*[起次例件项人台处个份名条]{1,2})?[，,\s]*扣\s*(\d+(?:\.\d{1,2})?)\s*分?\s*(?:[-—–－~～至到]+\s*(\d+(?:\.\d{1,2})?)\s*)?分$/,
  /** 没有建立的，不得分 */
  allLost: /^(.+?)[，,\s]*不得分$/,
  ordinal: /^\s*[（(]?([一二三四五六七八九十]{1,3})[)）]?\s*[、.．]?\s*/,
  categoryPoints: /[（(]\s*(?:共\s*)?\d+(?:\.\d+)?\s*分\s*[)）]/g,
} as const;

/** What the completed sheet says about itself, in our own words; `{…}` is filled in. */
export const annexWords = {
  title: '机关、单位保密自查自评标准（59 项）',
  titlePart: '机关、单位保密自查自评标准（59 项框架，已补全 {done} 项）',
  edition: '正式附件',
  origin: '由本单位于 {day} 以正式附件导入；导入的条文只留在本机，不打印、不导出',
  originPart: '《机关、单位保密自查自评标准》的不完整框架，本单位于 {day} 以正式附件补全了一部分（{done}/59 项），补全以前不出等次；导入的条文只留在本机，不打印、不导出',
  item: '第 {number} 项',
  how: '按正式附件第 {number} 项的内容和评分方法核对',
  evidence: '按正式附件',
  note: '由本单位的正式附件导入。',
  comma: '、',
  byRule: '按评分方法',
  category: '{ordinal}、类别名称见正式附件',
  categoryWithout: '类别 {ordinal}（名称见正式附件）',
} as const;
