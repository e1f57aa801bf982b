import type { Parameter, ParameterDeclaration } from '#domain/parameter.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';
import { loadParameters } from './load-catalog.js';

export interface ParameterLine {
  readonly declaration: ParameterDeclaration;
  /** Absent while the unit has not filled it in. */
  readonly parameter?: Parameter;
}

/** Every declared local rule and what the unit made of it. */
export async function listParameters(desk: Desk): Promise<readonly ParameterLine[]> {
  const store = await openStore(desk.folder, { readOnly: true });
  try {
    const { parameters } = store.read();
    return loadParameters(desk.program).map((declaration) => {
      const parameter = parameters[declaration.id];
      return { declaration, ...(parameter === undefined ? {} : { parameter }) };
    });
  } finally {
    await store.close();
  }
}
