import fc from 'fast-check';

// The same random cases every time, so that a red build is red again; CROPGRAD_SEED draws others.
fc.configureGlobal({ seed: Number(process.env.CROPGRAD_SEED || 20_260_101) });
