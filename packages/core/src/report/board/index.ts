export { renderBoard } from './render-board.js';
export type { BoardInput } from './view.js';
