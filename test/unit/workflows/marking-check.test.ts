import { describe, expect, it } from 'vitest';
import { isMarkedName, isMarkedText } from '#workflows/marking-check.js';

describe('a file name carries a classification marking', () => {
  it.each([
    '绝密★通知.pdf', '关于某事的通知（机密★10年）.docx', '秘密☆名单.txt', '机密*5年 汇总表.xlsx', '机 密 ★ 方案.doc',
    '【机密】名单.xlsx', '名单（秘密）.docx', '名单(秘密).docx', '[绝密]方案.pdf', '方案〔机密10年〕.pdf', '名单【 秘密 】.txt', '名单（机密·副本）【机密】.txt',
    '机密-名单.pdf', '绝密_方案.pdf', '机密 方案.pdf', '方案-机密.pdf', '方案_绝密10年.docx', '机密.docx', '秘密.txt', '绝密', '机密一年.pdf', '方案-机密.pdf.zip',
    'Ｘ【机密】.txt', '方案－机密.pdf', '机\u200b密★.txt',
  ])('%s', (name) => expect(isMarkedName(name)).toBe(true));
});

describe('a file name carries none', () => {
  it.each([
    '保密承诺书.pdf', '国家秘密事项一览表.xlsx', '工作秘密管理办法.docx', '商业秘密保护.pdf', '机密级涉密人员审查表.docx', '涉密人员花名册.xls',
    '非密.txt', '不涉密证明.pdf', '保守国家秘密法.pdf', '国家秘密★定密规定.docx', '秘密花园.jpg', '机密文件管理制度.docx', '绝密级载体清单.xlsx', '保密检查记录-2026.pdf',
    '定密责任人名单.docx', '解密通知.pdf', '密级.docx', '秘密级及以上.docx', '（工作秘密）名单.xlsx', '泄密案例.ppt',
  ])('%s', (name) => expect(isMarkedName(name)).toBe(false));
});

describe('a text carries a classification marking', () => {
  it.each([
    '机密★10年\n关于某事的通知', '000012\n绝密 ★ 30年\n特急', '　机　密　★　长期', '正文第一段……属于机密★5年，不得外传', '密级：秘密☆',
    '机密\n某局文件', '000001\n机密 1年\n特急', '密级：机密\n标题', '密级:秘密 5年\n标题', '【绝密】\n方案', '\n\n\n  秘密  \n正文', '机密十年\r\n正文', '编号,密级\n1,机密*10年', '秘密长期\n正文', '秘\u200b密★',
  ])('%j', (text) => expect(isMarkedText(text)).toBe(true));
});

describe('a text carries none', () => {
  it.each([
    '保密承诺书\n本人承诺保守国家秘密、工作秘密和商业秘密。',
    '国家秘密的密级分为绝密、机密、秘密三级。',
    '机密级涉密人员的审查\n绝密级载体',
    '本文件不涉密\n非密',
    '国家秘密\n第一条',
    '保密\n制度',
    '商业秘密★保护办法',
    '# 制度\n**机密** 文件由专人管理，*秘密* 亦同',
    '密级标志由密级、★和保密期限组成',
    '一、二、三、四、五、六\n二\n三\n四\n五\n六\n机密\n这一行离开头已远',
    '密级\n保密期限\n知悉范围',
    '涉密人员分为核心、重要、一般',
  ])('%j', (text) => expect(isMarkedText(text)).toBe(false));
});

it('a long text of nothing but opening signs is looked at in a moment', () => {
  const started = performance.now();
  for (const sign of ['机', '密级:', '【', '机密 ', '*', '<']) expect(isMarkedText(sign.repeat(400_000))).toBe(false);
  expect(performance.now() - started).toBeLessThan(5000);
});
