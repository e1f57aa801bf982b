/** How people in offices spell things in cells; not for printing. */
export const yesWords: readonly string[] = ['是', '有', '√', '✓', '✔', '☑', 'y', 'yes', 'true', '1'];
export const noWords: readonly string[] = ['否', '无', '×', '✗', '✘', '☐', '□', 'n', 'no', 'false', '0'];

/** What stands in a day's cell when there is none. */
export const noDayWords: readonly string[] = ['无', '暂无', '/', '-', '—', '——'];

/** 2026-03-05, 2026.3.5, 2026/3/5, 2026年3月5日, each also with a midnight that a spreadsheet added. */
export const dayPattern = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:\s+0?0:00(?::00)?)?$/;
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
