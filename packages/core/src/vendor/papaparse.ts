import Papa from 'papaparse';

export { Papa };
