import type { NotCompared } from './comparison.js';

const WHY: Readonly<Record<NotCompared['why'], string>> = {
  'no-file': 'no file was given: no data, which is not 0',
  'not-territorial': 'it polices no area, so it is not set beside forces that do',
  'unknown-force': 'it is no force of the list',
};

/** Why somebody is in no figure: `British Transport Police: it polices no area, …` */
export function notComparedWords({ name, why }: NotCompared): string {
  return `${name}: ${WHY[why]}`;
}
