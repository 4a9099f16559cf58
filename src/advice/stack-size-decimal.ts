import { handlerSetting } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace, writtenAt } from '../ancm/section-place.ts';
import type { AdviceRule } from './advice-rule.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/**
 * Whether the digits were meant as a decimal number. The documentation's own `200000` is a hexadecimal one that makes a sensible 2 MB, so
 * digits alone tell nothing; whole kilobytes in decimal do, and so do stacks that nobody asks for.
 */
const meantAsDecimal = (digits: string): boolean => Number(digits) % kilobyte === 0 || Number.parseInt(digits, 16) >= 16 * megabyte;

/** The runtime reads stackSize as hexadecimal, whatever it looks like (dotnet/aspnetcore#60762). */
export const stackSizeDecimal: AdviceRule = ({ facts, workedOut: { aspNetCore, hostingModel } }) => {
  const setting = aspNetCore === undefined ? undefined : handlerSetting(aspNetCore, 'stackSize');
  if (setting === undefined || hostingModel !== 'inprocess' || !/^\d{6,12}$/.test(setting.value) || !meantAsDecimal(setting.value))
    return [];
  const bytes = Number.parseInt(setting.value, 16);
  return [
    {
      rule: 'stack-size-decimal',
      severity: 'warning',
      certainty: 'likely',
      message: `stackSize="${setting.value}" is read as a hexadecimal number, which makes ${Math.round(bytes / megabyte)} MB for every thread.`,
      evidence: [`${writtenAt(setting)}: stackSize="${setting.value}".`],
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
