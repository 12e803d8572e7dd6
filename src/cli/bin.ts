#!/usr/bin/env node
import { keepCompiled } from '../workspace/installation.js';

// Before anything else is imported: what is imported earlier is compiled anew each time.
keepCompiled();
import('./start.js').then(({ start }) => start());
