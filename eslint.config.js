// What code may not do, each rule with its reason. Laws about folders, imports and names are in test/architecture.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Files that read the clock, the environment or randomness themselves, and why. Everything else takes them as arguments. */
const doors = {
  'src/commands/**': 'the front door makes the time and the ids of a run and hands them down',
  'src/cli/**': 'reads flags and variables, writes to the terminal',
  'src/facts/local-host.ts': 'measures its own time-outs; hands probes an empty environment',
  'src/facts/system-child.ts': 'runs as a child of its own and answers on its standard output',
};

const banned = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Take `now` as an argument: the clock is read at the door.',
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Take `now` as an argument: the clock is read at the door.' },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Take `now` as an argument: the clock is read at the door.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Take the value as an argument: a run must be repeatable.',
  },
  { selector: 'Identifier[name="randomUUID"]', message: 'Take the id as an argument: ids are made at the door.' },
  {
    selector: 'MemberExpression[object.name="process"]:matches([property.name="env"], [property.value="env"])',
    message: 'Take the setting as an argument: the environment is read at the door.',
  },
  { selector: 'ImportSpecifier[imported.name="env"]', message: 'Take the setting as an argument: the environment is read at the door.' },
  { selector: 'MemberExpression[object.name="console"]', message: 'Return the noun and let the command print it.' },
];
const bypassedStore = {
  selector:
    'CallExpression[callee.property.name="write"][callee.object.name=/^(db|low)$/i], CallExpression[callee.property.name="write"][callee.object.property.name=/^(db|low)$/i]',
  message: '`store.transact` is the only way to write.',
};
const notErasable = ['TSEnumDeclaration', 'TSModuleDeclaration'].map((selector) => ({
  selector,
  message: 'No enums, no namespaces: a const table or a union.',
}));
const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Export by name; only oclif asks for default exports.' };

/**
 * The laws that need no types, also tried on planted violations by test/architecture.
 * @type {import('eslint').Linter.Config[]}
 */
export const laws = [
  {
    files: ['src/**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'no-restricted-syntax': ['error', ...banned, bypassedStore, ...notErasable, defaultExport],
    },
  },
  { files: Object.keys(doors), rules: { 'no-restricted-syntax': ['error', bypassedStore, ...notErasable, defaultExport] } },
  { files: ['src/store/**'], rules: { 'no-restricted-syntax': ['error', ...banned, ...notErasable, defaultExport] } },
  { files: ['src/commands/**', 'src/cli/help.ts'], rules: { 'no-restricted-syntax': ['error', bypassedStore, ...notErasable] } },
];

// Sources and tests in one program: types are worked out once.
const oneProgram = { project: 'test/tsconfig.json', tsconfigRootDir: import.meta.dirname };

const typed = {
  files: ['src/**/*.ts'],
  extends: [...tseslint.configs.strictTypeChecked],
  languageOptions: { parserOptions: oneProgram },
  rules: {
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
    '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }], // by character is what names need
    '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowRethrowing: true }],
    '@typescript-eslint/no-dynamic-delete': 'off',
    '@typescript-eslint/require-await': 'off', // a function may promise because its caller awaits
    '@typescript-eslint/no-unnecessary-type-arguments': 'off',
    '@typescript-eslint/no-unsafe-enum-assignment': 'off', // there are no enums
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    '@typescript-eslint/no-generated-empty-object-type': 'off', // the words of an area that has none yet
  },
};

// Tests are read as examples; only what makes a test lie is refused.
const tests = {
  files: ['test/**/*.ts'],
  languageOptions: { parser: tseslint.parser, parserOptions: oneProgram },
  plugins: { '@typescript-eslint': tseslint.plugin },
  rules: {
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/await-thenable': 'error',
  },
};

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'test/fixtures/', 'zicha-demo/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...laws,
  typed,
  tests,
);
