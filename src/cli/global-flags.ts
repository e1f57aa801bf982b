import { Flags } from '@oclif/core';
import { languages } from '#messages/say.js';

/** The flags of every command; each is also a variable. Their words are in the catalogue (`flag.<name>`). */
export const globalFlags = {
  json: Flags.boolean({ env: 'ZICHA_JSON', helpGroup: 'GLOBAL' }),
  output: Flags.string({ env: 'ZICHA_OUTPUT', helpGroup: 'GLOBAL', helpValue: 'FILE' }),
  quiet: Flags.boolean({ char: 'q', env: 'ZICHA_QUIET', helpGroup: 'GLOBAL' }),
  verbose: Flags.boolean({ char: 'v', env: 'ZICHA_VERBOSE', helpGroup: 'GLOBAL' }),
  debug: Flags.boolean({ env: 'ZICHA_DEBUG', helpGroup: 'GLOBAL' }),
  'no-input': Flags.boolean({ env: 'ZICHA_NO_INPUT', helpGroup: 'GLOBAL' }),
  lang: Flags.option({ options: languages, env: 'ZICHA_LANG', helpGroup: 'GLOBAL' })({}),
  data: Flags.string({ env: 'ZICHA_DATA', helpGroup: 'GLOBAL', helpValue: 'DIR' }),
};
