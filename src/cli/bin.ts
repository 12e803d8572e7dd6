#!/usr/bin/env node
import { start } from './start.js';

/** The program in one file, for the executable; `packed.ts` is the one that is installed. */
void start();
