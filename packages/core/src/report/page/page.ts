import { barPatterns } from '../html/bar.js';
import { type Html, type HtmlValue, markup, safe } from '../html/html.js';
import { securityPolicy, styleElement } from '../html/style.js';

export interface PageSection {
  readonly id: string;
  readonly heading: string;
  readonly body: HtmlValue;
}

/** A page that looks like the report of a run: one file, without script or network. */
export interface Page {
  /** What the browser calls it. */
  readonly title: string;
  readonly brand: string;
  /** Who may see it, at the top and at the end. */
  readonly handling: string;
  readonly skip: string;
  readonly contents: string;
  /** The heading of the page, and what stands before the first section. */
  readonly lead: HtmlValue;
  readonly sections: readonly PageSection[];
  readonly footer: readonly string[];
  /** Styles that only this page needs. */
  readonly style?: string;
}

function head(page: Page): Html {
  return safe`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy(page.style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="markercheck">
<title>${page.title}</title>
${styleElement(page.style)}
</head>
<body>
<a class="skip" href="#main">${page.skip}</a>\n`;
}

function contents({ contents: words, sections }: Page): Html {
  return safe`<nav aria-labelledby="contents">
    <p id="contents">${words}</p>
    <ol>
      ${sections.map(({ id, heading }) => safe`<li><a href="#${id}">${heading}</a></li>\n`)}
    </ol>
  </nav>\n`;
}

/** A page in pieces, in order. */
export function* renderPage(page: Page): Iterable<string> {
  yield markup([
    head(page),
    barPatterns(),
    safe`<header>
      <div class="page-width"><p class="brand">${page.brand}</p><p>${page.handling}</p></div>
    </header>
    <div class="page-width columns">
    ${contents(page)}<main id="main" tabindex="-1">
    ${page.lead}`,
  ]);
  for (const { id, heading, body } of page.sections) {
    yield markup(safe`<section aria-labelledby="${id}">
      <h2 id="${id}">${heading}</h2>
      ${body}</section>\n`);
  }
  yield markup(safe`</main>
    </div>
    <footer>
      <div class="page-width">
        ${page.footer.map((line, i) => (i === 0 ? safe`<p><strong>${line}</strong></p>\n` : safe`<p>${line}</p>\n`))}
      </div>
    </footer>
    </body>
    </html>\n`);
}
