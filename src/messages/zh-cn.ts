import { storeWords } from './zh-cn/store.js';
import { lettersWords } from './zh-cn/letters.js';
import { checkSheetsWords } from './zh-cn/check-sheets.js';
import { roundsWords } from './zh-cn/rounds.js';
import { statsWords } from './zh-cn/stats.js';
import { factsWords } from './zh-cn/facts.js';
import { registersWords } from './zh-cn/registers.js';
import { booksWords } from './zh-cn/books.js';
import { catalogWords } from './zh-cn/catalog.js';
import { evaluationWords } from './zh-cn/evaluation.js';
import { findingsWords } from './zh-cn/findings.js';
import { reportsWords } from './zh-cn/reports.js';
import { formsWords } from './zh-cn/forms.js';
import { cliWords } from './zh-cn/cli.js';
import { flowsWords } from './zh-cn/flows.js';
import { helpWords } from './zh-cn/help.js';
import { screensWords } from './zh-cn/screens.js';
import { backupsWords } from './zh-cn/backups.js';
import { evidenceWords } from './zh-cn/evidence.js';
import { schedulesWords } from './zh-cn/schedules.js';
import { installWords } from './zh-cn/install.js';
import { agentWords } from './zh-cn/agent.js';
import { resultsWords } from './zh-cn/results.js';
import { yearWords } from './zh-cn/year.js';
import { questionnairesWords } from './zh-cn/questionnaires.js';
import { rectificationWords } from './zh-cn/rectification.js';
import { supervisionWords } from './zh-cn/supervision.js';
import { supervisionHelpWords } from './zh-cn/supervision-help.js';
import { followUpWords } from './zh-cn/follow-up.js';
import { cureWords } from './zh-cn/cure.js';
import { readinessWords } from './zh-cn/readiness.js';
import { readinessIndexWords } from './zh-cn/readiness-index.js';
import { explainItemWords } from './zh-cn/explain-item.js';
import { explainWords } from './zh-cn/explain.js';
import { exchangeWords } from './zh-cn/exchange.js';
import { textsWords } from './zh-cn/texts.js';

/** All words in Chinese; the English catalogue must have the same keys. */
export const zhCn = {
  ...storeWords, ...factsWords, ...registersWords, ...booksWords, ...flowsWords, ...catalogWords, ...evaluationWords, ...findingsWords, ...reportsWords, ...formsWords, ...cliWords, ...helpWords, ...screensWords, ...resultsWords, ...statsWords, ...backupsWords, ...schedulesWords, ...installWords, ...agentWords, ...yearWords, ...questionnairesWords, ...roundsWords, ...checkSheetsWords, ...lettersWords, ...rectificationWords, ...supervisionWords, ...supervisionHelpWords, ...followUpWords, ...cureWords, ...readinessWords, ...readinessIndexWords, ...explainItemWords, ...explainWords, ...evidenceWords, ...exchangeWords, ...textsWords,
} as const;

export type MessageKey = keyof typeof zhCn;
