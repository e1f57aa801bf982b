import type { Cell } from '#domain/register.js';
import type { CheckedOffices } from '../checklist-office.js';

type Cells = Readonly<Record<string, Cell>>;

const areas = ['保密工作优良传统', '保密形势任务', '保密法律法规', '保密技术防范', '保密违法案例警示'];
const parameters = { securityDayFrom: '04-01', securityDayTo: '04-30', securityDayForms: 1, publicityMonth: true, rotationMonths: 24, onlineTraining: true, columnDays: 30 };

// 1 took up a classified post in March, 2 comes from outside, 3 has been classified for years.
const staff = [{ no: '1', state: '在职', employment: '借调' }, { no: '2', state: '在职', employment: '外包' }, { no: '3', state: '在职', employment: '在编' }];
const personnel = [{ no: '1', state: '在岗', level: '一般', since: '2026-03-10' }, { no: '3', state: '在岗', level: '重要', since: '2020-05-01' }];

const training = (no: string, date: string, more: Cells = {}): Cells => ({ no, date, topic: '保密教育', form: '专题讲座', should: 3, signed_in: 3, ...more });
const attended = (no: string, people: readonly string[]): Cells[] => people.map((person) => ({ training: no, person, result: '参加', hours: 2 }));
const online = (person: string, more: Cells = {}): Cells => ({ platform: '平台', batch: '1', person, required_by: '2026-06-30', state: '已完成', finished_at: '2026-06-30 17:30', hours: 1, ...more });
const update = (no: string, published: string, more: Cells = {}): Cells => ({ no, platform: '办公系统专栏', published, title: '普法', review: 'SC-1', cites_current: true, ...more });
const reviews = [{ no: 'SC-1', reviewed_at: '2026-02-20' }];

export const offices: CheckedOffices = {
  good: {
    parameters,
    books: {
      staff,
      personnel,
      'publication-reviews': reviews,
      'training-plan': [{ no: 'JH-1', month: '2026-03', topic: '上岗培训', done: '已完成' }, { no: 'JH-2', month: '2026-05', topic: '参观', done: '取消', undone_reason: '场馆闭馆' }],
      trainings: [
        training('PX-1', '2026-03-05 09:00', { plan: 'JH-1', activity: '上岗培训', category: areas, audience: ['领导班子', '新入职人员'] }),
        training('PX-2', '2026-04-30 15:00', { form: '知识测试', activity: '4·15全民国家安全教育日', audience: ['全体人员'] }),
        training('PX-3', '2026-05-10', { activity: '轮训', should: 2, signed_in: 1 }),
        training('PX-4', '2026-09-10', { form: '宣传活动', activity: '保密宣传月' }),
      ],
      attendance: [...attended('PX-1', ['1', '2', '3']), ...attended('PX-2', ['1', '2', '3']), ...attended('PX-3', ['3']), { training: 'PX-3', person: '1', result: '补课', hours: 2 }],
      'training-hours': [{ year: '2026', person: '1', required: 6 }, { year: '2026', person: '3', required: 6 }],
      'online-training': [online('1'), online('3')],
      'column-updates': [update('ZL-1', '2026-10-20'), update('ZL-2', '2026-11-15')],
    },
  },
  bad: {
    parameters,
    books: {
      staff,
      personnel,
      'publication-reviews': reviews,
      'training-plan': [{ no: 'JH-1', month: '2025-03', topic: '讲座' }, { no: 'JH-2', month: '2025-05', topic: '参观', done: '已完成' }],
      trainings: [
        training('PX-1', '2026-06-01', { category: areas.slice(1), signed_in: 0 }),
        { no: 'PX-2', date: '2026-05-20', topic: '宣传', activity: '4·15全民国家安全教育日', audience: ['涉密人员'], should: 1, signed_in: 5 },
      ],
      attendance: attended('PX-2', ['3']),
      'training-hours': [{ year: '2026', person: '3', required: 6 }],
      'online-training': [online('1'), online('2', { state: '学习中' }), online('9', { state: '未开始', required_by: '2026-12-30' })],
      'column-updates': [update('ZL-1', '2026-01-10'), update('ZL-2', '2026-08-01', { cites_current: false })],
    },
  },
  failing: {
    'EDU-80': '', 'EDU-02': 'JH-1', 'EDU-81': 'JH-2', 'EDU-01': '', 'EDU-11': '',
    'EDU-03': '', 'EDU-82': 'PX-2', 'EDU-04': '', 'EDU-83': '', 'EDU-88': '',
    'EDU-05': '3', 'EDU-12': '1', 'EDU-84': '2026/3', 'EDU-90': '1', 'EDU-16': '2',
    'EDU-14': 'PX-2', 'EDU-89': 'PX-1',
    'EDU-06': '3', 'EDU-85': '平台/1/2', 'EDU-86': '平台/1/9',
    'EDU-08': '', 'EDU-87': 'ZL-1', 'EDU-09': 'ZL-1', 'EDU-10': 'ZL-2',
  },
};
