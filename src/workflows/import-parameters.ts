import { z } from 'zod';
import { checkShape } from '#catalog/check-shape.js';
import { readYaml, type YamlSource } from '#catalog/read-yaml.js';
import { IsoDay } from '#domain/primitives.js';
import type { ParameterEntry } from './set-parameter.js';

const Scalar = z.union([z.number(), z.string(), z.boolean()]);

/** `parameters: [{ id, value | values: { key: value }, source, approvedBy, since? }]` */
export const ParameterFile = z.strictObject({
  parameters: z
    .array(
      z.strictObject({
        id: z.string(),
        value: Scalar.optional(),
        values: z.record(z.string(), Scalar).optional(),
        source: z.string().min(1).max(200),
        approvedBy: z.string().min(1).max(60),
        since: IsoDay.optional(),
      }),
    )
    .min(1),
});

/** The entries of a parameter file. */
export function readParameterFile(file: string): readonly ParameterEntry[] {
  return readParameters(readYaml(file));
}

export function readParameters(source: YamlSource): readonly ParameterEntry[] {
  const { parameters } = checkShape(source, ParameterFile);
  return parameters.flatMap(({ id, value, values, source, approvedBy, since }) => {
    const common = { id, source, approvedBy, ...(since === undefined ? {} : { since }) };
    const keyed = Object.entries(values ?? {}).map(([key, each]) => ({ ...common, key, value: each }));
    return value === undefined ? keyed : [{ ...common, value }, ...keyed];
  });
}
