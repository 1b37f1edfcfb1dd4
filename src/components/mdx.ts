/** What writers may use in MDX. The content check knows the same names. */
import Answer from './prose/Answer.astro';
import Claim from './prose/Claim.astro';
import MenuPath from './prose/MenuPath.astro';
import Note from './prose/Note.astro';
import Quote from './prose/Quote.astro';
import Route from './prose/Route.astro';
import Step from './prose/Step.astro';
import Steps from './prose/Steps.astro';
import Term from './prose/Term.astro';

export const components = { Answer, Claim, MenuPath, Note, Quote, Route, Step, Steps, Term };
