import { testLanguages } from './languages.ts';

testLanguages('letters');
