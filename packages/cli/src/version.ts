import manifest from '../package.json' with { type: 'json' };

export const TOOL = { name: 'markercheck', version: manifest.version } as const;
