/** The words of a questionnaire's workbook, and how people answer in its cells; not for the screen. */
export const questionnaireWords = {
  sheet: '自查问卷',
  conclusions: { pass: '符合', fail: '不符合', partial: '部分符合', notapplicable: '不适用' },
  /** Other spellings of the conclusions; a plain 有 or 无 says neither. */
  spellings: {
    pass: ['√', '✓', '✔', '☑', '是', 'y', 'yes', '1', '合格'],
    fail: ['×', '✗', '✘', '否', 'n', 'no', '0', '不合格'],
    partial: ['部分'],
    notapplicable: ['不涉及', '无此项', 'n/a', 'na'],
  },
  titles: {
    section: '类别', objective: '检查内容', how: '怎么查', points: '分值', value: '结论', fact: '事实说明', deductions: '扣分情形',
    department: '责任部门', due_on: '拟完成日期', evidence: '佐证材料编号', answered_by: '答题人', answered_on: '答题日期',
    round_id: '任务标识', subject_key: '对象标识', sheet_digest: '检查表摘要', item_id: '检查项编号', item_digest: '检查项摘要', item_rules: '填写规则', exported_at: '导出时间',
  },
  synonyms: { value: ['自查结论', '检查结论', '结论(下拉)'], fact: ['情况说明', '事实'], department: ['整改部门'], due_on: ['整改期限', '完成日期'], evidence: ['佐证材料', '证据编号'], answered_by: ['填写人', '填表人'], answered_on: ['填写日期', '填表日期'] },
  subject: '检查对象', period: '检查期间', deadline: '交回期限', round: '任务',
  answered: '已答 ',
  legend: '白色格填写，灰色格不用动；黄色＝还没有答，红色＝不符合，橙色＝缺事实或理由',
  options: '扣分情形：', points: '分', each: '每次', to: '至', previous: '上次：',
  prompt: '请从下拉列表选：符合、不符合、部分符合、不适用。',
  departmentPrompt: '请选责任部门；列表里没有的可以直接填写。',
  explain: [
    '只填白色格。“结论”从下拉列表中选：符合、不符合、部分符合、不适用；打√或写“是”也认作符合，打×或写“否”认作不符合。',
    '答“不符合”“部分符合”：在“事实说明”里写一句看到了什么；有扣分情形的，填编号，多项用顿号隔开。',
    '扣分情形的写法：只写编号，如 ABC-01.1；发生两次写 ABC-01.1×2；分值有范围的写明扣几分，如 ABC-01.2=1.5。',
    '答“不适用”：在“事实说明”里写核对了什么才认定没有此情形。只作了解、不计分的项目，可以只写事实。',
    '日期写成 2026-03-05、2026.3.5 或 2026年3月5日均可。“佐证材料编号”多个用顿号隔开。',
    '不要删除表头和隐藏的列：导入时凭它们认出是哪个任务、哪一项。没有答的留空，导入时不动已有的答案。',
    '本表已加保护但没有密码，只为防止误改；填好后保存为 .xlsx 交回，不要另存为 .xls 或 .et。',
  ],
  explainColumns: ['栏目', '怎样填'],
} as const;
