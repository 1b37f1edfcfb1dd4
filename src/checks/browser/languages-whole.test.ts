import { testLanguages } from './languages.ts';

testLanguages('whole');
