import { createMiniSearchEngine } from '../../src/search/minisearch.ts';
import { testEngine } from './contract.ts';

testEngine('MiniSearch', createMiniSearchEngine);
