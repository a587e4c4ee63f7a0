/** A command line on a page. */
export interface DocCommand {
  readonly command: string;
  /** Whether it is a command of markercheck. */
  readonly isOurs: boolean;
  readonly exit: number;
  /** The lines that the page shows below it, if it shows any. */
  readonly shown: readonly string[] | null;
}

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;
const EXIT = /\s+# exit (\d)$/;

interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(FENCE)].map(([, language = '', body = '']) => ({
    language,
    lines: body.trimEnd().split('\n'),
  }));
}

/**
 * The command lines of a page: lines of its `sh` blocks that begin with `markercheck` or `npx`. A line may end
 * in `# exit 1`; without that it is to end well. A `text` block right after a block of one command shows what
 * the command says, `…` on a line of its own standing for lines that are left out.
 */
export function docCommands(markdown: string): readonly DocCommand[] {
  const blocks = blocksOf(markdown);
  return blocks.flatMap(({ language, lines }, index): readonly DocCommand[] => {
    if (language !== 'sh') return [];
    const next = blocks[index + 1];
    const shown = lines.length === 1 && next?.language === 'text' ? next.lines : null;
    return lines
      .filter((line) => /^(markercheck|npx) /.test(line))
      .map((line) => ({
        command: line.replace(EXIT, ''),
        isOurs: line.startsWith('markercheck '),
        exit: Number(EXIT.exec(line)?.[1] ?? 0),
        shown,
      }));
  });
}
