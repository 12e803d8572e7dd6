import fc from 'fast-check';

/**
 * One seed for every property, so that a check fails for everybody or for nobody. `npm run fuzz` gives a fresh one, and
 * more runs to the properties that ask for few because each is slow.
 */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20_240_904) });
