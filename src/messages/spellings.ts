/** How people in offices spell things in cells; not for printing. */
export const yesWords: readonly string[] = ['是', '有', '√', '✓', '✔', '☑', 'y', 'yes', 'true', '1'];
export const noWords: readonly string[] = ['否', '无', '×', '✗', '✘', '☐', '□', 'n', 'no', 'false', '0'];

/** What stands in a day's cell when there is none. */
export const noDayWords: readonly string[] = ['无', '暂无', '/', '-', '—', '——'];

/** 2026-03-05, 2026.3.5, 2026/3/5, 2026年3月5日, each also with a midnight that a spreadsheet added. */
export const dayPattern = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?$/;
/** A day and a time: 2026-03-05 9:30, 2026年3月5日9时30分, 2026-03-05T09:30:00. */
export const momentPattern = /^(\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?)[\sT]*(\d{1,2})\s*[:：时点]\s*(\d{1,2})?\s*分?(?:[:：]\d{1,2})?$/;
/** 2026, 2026年, 2026年度 */
export const yearPattern = /^(\d{4})\s*年?度?$/;
/** 2026-03, 2026年3月 */
export const monthPattern = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/;
/** Between the parts of a cell that holds several values. */
export const listSeparators = /[;；、,，]/;
export const listJoiner = '、';
/** Stands for the given name of a person who is not named: 张某. */
export const maskedName = '某';
/** Family names of two characters. */
export const longFamilyNames: readonly string[] = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '司徒',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '长孙',
  '宇文',
  '夏侯',
  '端木',
  '南宫',
  '司空',
  '轩辕',
  '百里',
  '呼延',
  '独孤',
  '澹台',
];
/** What the tool's own records are called when they are read as books. */
export const virtualBookTitles = { assessments: '评定记录', findings: '问题台账', rounds: '自查任务', supervisions: '督查登记' } as const;

/** How a table of public holidays names the kinds of its days, and its header. */
export const dayWords = {
  header: ['日期', 'day', 'date'] as readonly string[],
  holiday: ['放假', '休', '节假日', 'holiday'] as readonly string[],
  workday: ['上班', '班', '调休', '工作日', 'workday'] as readonly string[],
} as const;

/** The holiday that may begin in the old year. */
export const newYearHoliday = '元旦';

/** Headers of columns that every printed list has and no book needs. */
export const idleHeaders: readonly string[] = ['序号', '序', '错误说明'];
/** What a header says in brackets besides the column's name: 日期（年月日）, 数量（份）, 状态（必填）. */
export const headerHint = /\((?:必填|选填|可选|单选|多选|可多选|年月日?|年\/月(?:\/日)?|yyyy.*|是\/否|\d+位|[份件台个套人张页本位次时元天]|学时|小时|公斤|kg|%|如.*|例.*|格式.*)\)$/;
/** Sheets that explain a book and hold none of its rows. */
export const explainingSheets: readonly string[] = ['填表说明', '填写说明', '说明', '允许值', '可选值', '示例', '样例', '数据字典'];
/** Rows below a list that add it up, and rows that are signed or explain it. */
export const totalRow = /^(?:本页|本表|全年|全局)?(?:合计|总计|小计|共计|累计)(?:[:：].*|\d.*)?$/;
export const footerRow = /^(?:填表人|制表人?|制表单位|填报人|填报单位|填表日期|填报日期|制表日期|打印日期|审核人?|复核人?|审批人?|批准人?|负责人|单位负责人|部门负责人|主管领导|分管领导|经办人|登记人|监销人|承办人|联系人|联系电话|签字|签名|盖章|单位(?:盖章|\(盖章\)|（盖章）)|注|备注|说明|填表说明|填写说明|示例|例|第\d+页|共\d+页)(?:[:：].*|$)/;
/** Where a cell should have a value, a formula left an error. */
export const formulaErrors: readonly string[] = ['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#SPILL!', '#CALC!', '#GETTING_DATA'];

/** The words of a workbook that are not column titles. */
export const bookWords = {
  font: '宋体',
  titleFont: '黑体',
  runningNumber: '序号',
  faults: '错误说明',
  unit: '填报单位',
  by: '填表人',
  date: '日期',
  level: '密级（由定密责任人确定）',
  colon: '：',
  /** Who signs where the template names nobody. */
  signers: ['填表人', '审核人', '负责人'],
  pages: '第 &P 页 共 &N 页',
  /** First sheet of a paper's workbook, and what stands in it where a table was. */
  paperText: '正文',
  onSheet: '（见工作表“{name}”）',
  explanation: '填表说明',
  allowed: '允许值',
  explanationColumns: ['栏目', '是否必填', '怎样填', '允许的值', '说明'],
  required: '必填',
  optional: '选填',
  reckoned: '自动计算，不必填写，导入时不读取',
  alsoCalled: '也可写作',
  reference: '填台账“{register}”中的编号或名称',
  dropDown: '请从下拉列表中选择；允许的值见“允许值”页。',
  notAllowed: '不在允许值内',
  general: [
    '第一行标题、第二行填报单位和表头不要删除；表头下一行是隐藏的栏目代码，导入时据此识别栏目。',
    '从表头下一行起逐行填写，一行一条；可以在末尾续填，也可以插入行。',
    '灰色栏目自动计算，不必填写。日期写成 2026-03-05、2026.3.5 或 2026年3月5日均可。',
    '导入只新增和修改，不删除；以编号等关键栏目识别是新增还是修改。',
  ],
  types: {
    string: '文字',
    text: '文字，可多行',
    int: '整数',
    number: '数字',
    date: '日期，如 2026-03-05',
    datetime: '日期和时间，如 2026-03-05 09:30',
    month: '月份，如 2026-03',
    year: '年份，如 2026',
    bool: '是或否',
    enum: '从允许值中选一个',
    multi: '可填几个允许值，用顿号隔开',
    ref: '其他台账中的编号',
    idno: '证件号码（文本）',
    phone: '电话号码（文本）',
    serial: '序列号（文本）',
    signature: '签名或姓名',
  },
} as const;

/** Who acts when something happens by itself. */
export const programName = '自查程序';
/** Articles that forbid outright: nothing found under them can be excepted. */
export const forbiddingLaw: { readonly law: string; readonly articles: readonly number[] } = { law: '保守国家秘密法', articles: [28, 29, 31] };

/** What stands for an opinion whose text is not kept. */
export const opinionWords = { numbersOnly: (number: string): string => `机要密码督查意见第${number}号（内容另存）` } as const;

/** The list of digests in a folder of evidence. */
export const digestListName = '佐证材料摘要.sha256';
