import fc from 'fast-check';

// The same random cases for every mutant; and one failure is enough, there is no need to make it smaller.
fc.configureGlobal({ seed: 20_260_101, numRuns: 60, endOnFailure: true });
