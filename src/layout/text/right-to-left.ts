export { isRightToLeft } from '../../document/right-to-left.js';
