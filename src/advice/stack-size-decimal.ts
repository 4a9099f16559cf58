import { handlerSetting } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace } from '../ancm/section-place.ts';
import type { AdviceRule } from './advise.ts';

/** The runtime reads stackSize as hexadecimal, whatever it looks like (dotnet/aspnetcore#60762). */
export const stackSizeDecimal: AdviceRule = ({ facts, workedOut: { aspNetCore } }) => {
  const setting = aspNetCore === undefined ? undefined : handlerSetting(aspNetCore, 'stackSize');
  if (setting === undefined || !/^\d{6,}$/.test(setting.value)) return [];
  const bytes = Number.parseInt(setting.value, 16);
  return [
    {
      rule: 'stack-size-decimal',
      severity: 'warning',
      certainty: 'likely',
      message: `stackSize="${setting.value}" is read as a hexadecimal number, which makes ${Math.round(bytes / 1024 / 1024)} MB for every thread.`,
      evidence: [`web.config line ${setting.line}: stackSize="${setting.value}".`],
      remedies: [
        {
          side: 'app',
          text: 'Write the number in hexadecimal.',
          snippet: `<handlerSetting name="stackSize" value="0x${Number(setting.value).toString(16)}" />`,
        },
      ],
      place: webConfigPlace(facts, setting),
    },
  ];
};
