import type { MessageKey } from './zh-cn.js';
import { storeWords } from './en/store.js';
import { lettersWords } from './en/letters.js';
import { checkSheetsWords } from './en/check-sheets.js';
import { roundsWords } from './en/rounds.js';
import { statsWords } from './en/stats.js';
import { factsWords } from './en/facts.js';
import { registersWords } from './en/registers.js';
import { booksWords } from './en/books.js';
import { catalogWords } from './en/catalog.js';
import { evaluationWords } from './en/evaluation.js';
import { findingsWords } from './en/findings.js';
import { reportsWords } from './en/reports.js';
import { formsWords } from './en/forms.js';
import { cliWords } from './en/cli.js';
import { flowsWords } from './en/flows.js';
import { helpWords } from './en/help.js';
import { screensWords } from './en/screens.js';
import { backupsWords } from './en/backups.js';
import { evidenceWords } from './en/evidence.js';
import { schedulesWords } from './en/schedules.js';
import { installWords } from './en/install.js';
import { agentWords } from './en/agent.js';
import { resultsWords } from './en/results.js';
import { yearWords } from './en/year.js';
import { questionnairesWords } from './en/questionnaires.js';
import { rectificationWords } from './en/rectification.js';
import { supervisionWords } from './en/supervision.js';
import { supervisionHelpWords } from './en/supervision-help.js';
import { followUpWords } from './en/follow-up.js';
import { cureWords } from './en/cure.js';
import { readinessWords } from './en/readiness.js';
import { readinessIndexWords } from './en/readiness-index.js';
import { explainWords } from './en/explain.js';
import { exchangeWords } from './en/exchange.js';

export const en: Record<MessageKey, string> = {
  ...storeWords, ...factsWords, ...registersWords, ...booksWords, ...flowsWords, ...catalogWords, ...evaluationWords, ...findingsWords, ...reportsWords, ...formsWords, ...cliWords, ...helpWords, ...screensWords, ...resultsWords, ...statsWords, ...backupsWords, ...schedulesWords, ...installWords, ...agentWords, ...yearWords, ...questionnairesWords, ...roundsWords, ...checkSheetsWords, ...lettersWords, ...rectificationWords, ...supervisionWords, ...supervisionHelpWords, ...followUpWords, ...cureWords, ...readinessWords, ...readinessIndexWords, ...explainWords, ...evidenceWords, ...exchangeWords,
};
