import { MAIN_NAMESPACE, XML } from './parts.js';

/**
 * The looks of cells, in the order of `cellXfs`. Text cells have the format "@": what an officer types
 * into one stays as typed.
 */
const STYLES = [
  'plain',
  'text',
  'textFirst',
  'number',
  'numberFirst',
  'date',
  'dateFirst',
  'heading',
  'note',
  'title',
  'label',
] as const;

export type Style = (typeof STYLES)[number];

const NUMBERS = Object.fromEntries(STYLES.map((style, number) => [style, number])) as Record<Style, number>;

export function styleNumber(style: Style): number {
  return NUMBERS[style];
}

const TEXT = 49;
const WHOLE_NUMBER = 1;
const ISO_DATE = 164;
const BODY = '<alignment vertical="top" wrapText="1"/>';
const CENTRED = '<alignment horizontal="center" vertical="top"/>';

interface Look {
  readonly format?: number;
  /** The positions in the lists below. */
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly alignment?: string;
}

const LOOKS: Readonly<Record<Style, Look>> = {
  plain: {},
  text: { format: TEXT, alignment: BODY },
  textFirst: { format: TEXT, border: 1, alignment: BODY },
  number: { format: WHOLE_NUMBER, alignment: CENTRED },
  numberFirst: { format: WHOLE_NUMBER, border: 1, alignment: CENTRED },
  date: { format: ISO_DATE, alignment: BODY },
  dateFirst: { format: ISO_DATE, border: 1, alignment: BODY },
  heading: { format: TEXT, font: 1, fill: 2, border: 2, alignment: BODY },
  note: { format: TEXT, font: 2, alignment: '<alignment vertical="top"/>' },
  title: { format: TEXT, font: 3 },
  label: { format: TEXT, font: 1, alignment: BODY },
};

const FONT = '<name val="Calibri"/><family val="2"/>';
const FONTS = [
  `<font><sz val="11"/>${FONT}</font>`,
  `<font><b/><sz val="11"/>${FONT}</font>`,
  `<font><sz val="10"/><color rgb="FF404040"/>${FONT}</font>`,
  `<font><b/><sz val="14"/>${FONT}</font>`,
];

/** The first two are Excel's own and have to be there. */
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFDDE3EA"/><bgColor indexed="64"/></patternFill></fill>',
];

const LINE = '<color rgb="FF7F7F7F"/>';
const BORDERS = [
  '<border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border><left/><right/><top style="thin">${LINE}</top><bottom/><diagonal/></border>`,
  `<border><left/><right/><top/><bottom style="medium">${LINE}</bottom><diagonal/></border>`,
];

function list(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function formatOf({ format = 0, font = 0, fill = 0, border = 0, alignment }: Look): string {
  const ids = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
  const applies = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`;
  return alignment === undefined
    ? `<xf ${ids} ${applies}/>`
    : `<xf ${ids} ${applies} applyAlignment="1">${alignment}</xf>`;
}

export function stylesXml(): string {
  return [
    `${XML}<styleSheet xmlns="${MAIN_NAMESPACE}">`,
    list('numFmts', [`<numFmt numFmtId="${ISO_DATE}" formatCode="yyyy\\-mm\\-dd"/>`]),
    list('fonts', FONTS),
    list('fills', FILLS),
    list('borders', BORDERS),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list(
      'cellXfs',
      STYLES.map((style) => formatOf(LOOKS[style])),
    ),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    '</styleSheet>',
  ].join('');
}
