import { createBruteForceEngine } from './brute-force.ts';
import { testEngine } from './contract.ts';

testEngine('brute force', createBruteForceEngine);
