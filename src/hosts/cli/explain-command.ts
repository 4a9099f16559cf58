import { InputError } from '../../model/input-error.ts';
import { explain } from '../../report/explain.ts';
import { pageOf } from '../../report/page.ts';
import { oneOf } from '../in-words.ts';
import type { ExplainCommand } from './command.ts';
import { nearQueries, parseExplainQuery } from './explain-query.ts';
import { usageProblem } from './option-values.ts';
import type { Surroundings } from './surroundings.ts';

export function explainCommand({ query }: ExplainCommand, { print, looks }: Surroundings): 0 {
  const parsed = parseExplainQuery(query);
  if (parsed === undefined) {
    const near = oneOf(nearQueries(query));
    const problem = usageProblem(
      'a status of a failed start, an HRESULT, an event id or a rule id',
      `"${query}"`,
      near === '' ? undefined : near,
    );
    throw new InputError([problem]);
  }
  print(explain(parsed, pageOf(looks)));
  return 0;
}
