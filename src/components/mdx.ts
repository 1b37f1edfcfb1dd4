/** What writers may use in MDX. The content check knows the same names. */
import AiSettings from './prose/AiSettings.astro';
import Answer from './prose/Answer.astro';
import Claim from './prose/Claim.astro';
import Figure from './prose/Figure.astro';
import MenuPath from './prose/MenuPath.astro';
import NextDate from './prose/NextDate.astro';
import Note from './prose/Note.astro';
import Passages from './prose/Passages.astro';
import Quote from './prose/Quote.astro';
import ReplyDates from './prose/ReplyDates.astro';
import Route from './prose/Route.astro';
import RouteLink from './prose/RouteLink.astro';
import Step from './prose/Step.astro';
import Steps from './prose/Steps.astro';
import Term from './prose/Term.astro';

export const components = { AiSettings, Answer, Claim, Figure, MenuPath, NextDate, Note, Passages, Quote, ReplyDates, Route, RouteLink, Step, Steps, Term };
