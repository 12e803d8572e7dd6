export { VERSION } from '../briefing/version.js';
