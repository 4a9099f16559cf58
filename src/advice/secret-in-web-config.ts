import { webConfigPlace } from '../ancm/section-place.ts';
import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { NamedValue } from '../model/aspnetcore-section.ts';
import type { AdviceRule } from './advise.ts';

const secretName =
  /password|passwd|secret|token|api_?key|account_?key|access_?key|private_?key|connectionstrings?(?:__|:)|sas_?(?:key|token)/i;
/** A value that names where the secret is, rather than being it. */
const reference = /^(?:@Microsoft\.KeyVault|https?:\/\/|%[^%]+%$)/i;

const isSecret = ({ name, value }: NamedValue): boolean =>
  secretName.test(name) && value.length >= 4 && !reference.test(value) && deployTimeToken(value) === undefined;

/** Secrets in web.config lie in plain text in the pipeline's artifact and on the server. The value is never shown. */
export const secretInWebConfig: AdviceRule = ({ facts, workedOut: { aspNetCore } }) =>
  (aspNetCore?.environmentVariables ?? []).filter(isSecret).map((variable) => ({
    rule: 'secret-in-web-config',
    severity: 'warning',
    certainty: 'likely',
    message: `web.config holds the environment variable ${variable.name}, which looks like a secret, in plain text.`,
    evidence: [`web.config line ${variable.line}: ${variable.name} (value not shown).`],
    remedies: [
      {
        side: 'server',
        text: 'Set it on the application pool, or keep it in a vault.',
        snippet: `appcmd set config -section:system.applicationHost/applicationPools /+"[name='${facts.target.appPool ?? '{pool}'}'].environmentVariables.[name='${variable.name}',value='…']" /commit:apphost`,
      },
      { side: 'app', text: 'Take it out of web.config, and change the secret if this artifact was stored anywhere.' },
    ],
    place: webConfigPlace(facts, variable),
  }));
