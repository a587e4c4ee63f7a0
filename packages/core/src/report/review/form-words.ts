/** The words of the review form. */
export const FORM = {
  brand: 'markercheck',
  handling: 'This form lists crime references. Keep it inside the force.',
  skip: 'Skip to the records',
  title: 'Review of child abuse and exploitation markers',
  noScript:
    'This page cannot save without JavaScript. Fill in the CSV file of the same name in its place: it asks the same.',
  how: 'How to review',
  steps: [
    'Open each record in the records system by its crime reference, and read the whole file.',
    'Answer by what the file shows, not by what the marker says. “Cannot tell” is an answer: use it where the file does not show it.',
    'Work on your own. Do not ask what the other reviewer says.',
    'Save often. Your answers are kept in the file that you save and nowhere else. To go on later, open this page again and open that file.',
  ],
  why: 'Why',
  whyHint: 'A few words on the reason. No name, date of birth, address or text from the file.',
  shouldBeSet: (marker: string) => `Should ${marker} be set?`,
  isSet: (marker: string, day: string) => `Was ${marker} set on ${day}?`,
  holds: 'Does this hold on the record?',
  answers: { yes: 'Yes', no: 'No', 'cannot-tell': 'Cannot tell' },
  found: 'Found by the rules',
  foundNothing: 'The rules found nothing.',
  extract: (state: string) => `In the extract: ${state}.`,
  noTeam: 'no team',
  next: 'Next unanswered',
  open: 'Open saved answers',
  save: 'Save answers',
  progress: 'Progress',
  /** `{done}`, `{all}` and so on are filled in by the page. */
  status: {
    count: '{done} of {all} records answered',
    saved: 'Saved as {name}. {done} of {all} records answered.',
    opened: 'Opened {name}: {lines} answered questions.',
    other: '{name} belongs to another sample or reviewer. Nothing was changed.',
    damaged: '{name} is not a review file. Nothing was changed.',
    none: 'Every record is answered. Save, and hand the file in.',
  },
} as const;
