import { InputError } from '../../model/input-error.ts';
import { explain } from '../../report/explain.ts';
import { coloured, plain } from '../../report/paint.ts';
import type { ExplainCommand } from './command.ts';
import { nearQueries, parseExplainQuery } from './explain-query.ts';
import { oneOf, usageProblem } from './option-values.ts';
import type { Surroundings } from './surroundings.ts';

export function explainCommand({ query }: ExplainCommand, { print, color }: Surroundings): 0 {
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
  print(explain(parsed, color ? coloured : plain));
  return 0;
}
