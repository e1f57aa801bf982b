import { z } from 'zod';
import { Actor } from './actor.js';
import { IsoDay, IsoInstant, Uuid } from './primitives.js';

/** K04 检查类型: 单位自查, 部门互查, 节前检查, 专项检查, 技术检查. Inspections from outside are supervisions. */
export const inspectionKinds = ['unit', 'mutual', 'holiday', 'special', 'technical'] as const;
/** K04 检查方式: 听取汇报, 查阅资料, 询问人员, 现场查看, 技术检测, 知识测试. */
export const inspectionMethods = ['briefing', 'papers', 'interview', 'on-site', 'technical', 'quiz'] as const;

/** What was looked at and said (K04), once the inspection was held. */
export const InspectionRecord = z.strictObject({
  on: IsoDay,
  team: z.string().min(1).max(200),
  accompanied: z.string().max(200).optional(),
  basis: z.string().max(200).optional(),
  methods: z.array(z.enum(inspectionMethods)).min(1),
  devices: z.string().max(200).optional(),
  persons: z.int().nonnegative().optional(),
  documents: z.int().nonnegative().optional(),
  good: z.string().max(1000).optional(),
  opinion: z.string().min(1).max(1000),
  deadline: IsoDay.optional(),
  recording: z.string().max(100).optional(),
});

/** 保密检查: an inspection of the unit's own year, planned and then held. */
export const Inspection = z.strictObject({
  id: Uuid,
  /** JC-2026-0001, never reused. */
  number: z.string(),
  kind: z.enum(inspectionKinds),
  /** Month of the plan, `YYYY-MM`. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  departments: z.array(z.string().min(1).max(60)).min(1).max(200),
  scope: z.string().min(1).max(500),
  state: z.enum(['planned', 'held', 'cancelled']),
  record: InspectionRecord.optional(),
  cancelled: z.string().max(500).optional(),
  by: Actor,
  at: IsoInstant,
});
export type Inspection = z.infer<typeof Inspection>;
export type InspectionRecord = z.infer<typeof InspectionRecord>;
