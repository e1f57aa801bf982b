import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { join } from 'node:path';

export interface Layers {
  readonly layers: readonly { readonly folder: string; readonly level: number; readonly reason: string }[];
  readonly homes: readonly { readonly library: string; readonly files: string; readonly reason: string }[];
}

/** The product opens no connection and compiles no text, so nothing in it may import these. */
const closedDoors = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'vm', 'inspector', 'cluster', 'repl'];

/** dependency-cruiser rules of the law in layers.json. */
function rulesFrom({ layers, homes }: Layers): IForbiddenRuleType[] {
  return [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphan', severity: 'error', from: { orphan: true }, to: {} },
    { name: 'no-unresolved', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true, path: '^[#.]' } },
    ...layers.map((layer) => layerRule(layer, layers)),
    ...homes.map(({ library, files }) => importedOnlyIn(library, files)),
    ...closedDoors.map((library) => importedOnlyIn(library, undefined)),
  ];
}

/** What a folder with a `src` breaks, as `rule: from → to`. */
export async function importViolations(folder: string, layers: Layers): Promise<readonly string[]> {
  const options = {
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden: rulesFrom(layers) },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  };
  const resolution = { alias: { '#*': join(folder, 'src/*') }, extensionAlias: { '.js': ['.ts', '.js'] } };
  const { output } = await cruise(['src'], options, resolution);
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

// A layer may see itself and lower levels; its neighbours and everything above are closed.
function layerRule(layer: Layers['layers'][number], layers: Layers['layers']): IForbiddenRuleType {
  const open = layers.filter(({ folder, level }) => folder === layer.folder || level < layer.level).map(({ folder }) => folder);
  return {
    name: `layer-${layer.folder}`,
    severity: 'error',
    from: { path: `^src/${layer.folder}/` },
    to: { path: '^src/', pathNot: `^src/(${open.join('|')})/` },
  };
}

function importedOnlyIn(library: string, files: string | undefined): IForbiddenRuleType {
  const from = files === undefined ? { path: '^src/' } : { path: '^src/', pathNot: `^${files}` };
  return { name: `home-of-${library}`, severity: 'error', from, to: { path: `^(node_modules/)?(@types/)?${library}(/|$)` } };
}
