import { Flags } from '@oclif/core';
import { paperFormats } from '#workflows/paper-as.js';

/** As what a paper is written: a PDF unless said otherwise. */
export const formatFlag = Flags.option({ options: paperFormats });
