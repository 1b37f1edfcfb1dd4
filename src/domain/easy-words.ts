/** What a language needs for its easy version, as data for the rules in easy.ts. */
export interface EasyWords {
  /** Longest sentence, in words. */
  sentence: number;
  /** What begins a side clause. `if` and `wenn` are left out on purpose: a condition with its result is one idea, and steps need it. */
  clause: RegExp;
  passive: RegExp;
  /** Missing where the language's genitive is not hard. */
  genitive?: RegExp;
  /** Forms that say what is not, or only perhaps. */
  subjunctive: RegExp;
  negation: RegExp;
  /** Numbers as words. “One” and “ein” are left out: they are articles and pronouns too. */
  numbers: RegExp;
  percent: RegExp;
  /** Words of this site's subject that readers cannot be expected to know, in all their forms. */
  hard: readonly RegExp[];
  /** What an explanation says. */
  explains: RegExp;
}

/** Participles that do not end in -ed, as far as texts on this subject use them. */
const PARTICIPLES =
  'been|begun|bought|broken|brought|built|chosen|done|drawn|felt|found|forbidden|forgotten|given|hidden|held|kept|known|learnt|left|lost|made|meant|paid|put|read|said|seen|sent|set|shown|sold|spoken|taken|taught|thought|told|understood|won|written';

export const EASY_WORDS: Readonly<Record<string, EasyWords>> = {
  en: {
    sentence: 12,
    // “That” and “this” at the beginning point at the sentence before; inside they begin a side clause.
    clause: /\b(because|although|though|unless|until|whereas|while|whether|whose|whom|which|since|when|where|so that)\b|(?<=\S\s)that (?=\p{L})|(?<=\p{L},? )who\b/iu,
    passive: new RegExp(`\\b(is|are|was|were|be|been|being|get|gets|got)\\s+(?:(?:not|also|only|often|always|never|still|\\p{L}+ly)\\s+)?(?:\\p{L}+ed|${PARTICIPLES})\\b`, 'iu'),
    // “May” is a month.
    subjunctive: /\b([Ww]ould|[Cc]ould|[Ss]hould|[Mm]ight|may|[Oo]ught)\b/,
    negation: /\b(not|no|never|nobody|nothing|none|neither|nor|without|cannot)\b|n[’']t\b/gi,
    numbers: /\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred|thousand|million|billion)s?\b/i,
    percent: /%|\bper ?cent/i,
    hard: [/\bAI\b/, /\btrain(s|ed|ing)?\b/i, /\bposts?\b/i, /\bpublic\b/i, /\baccounts?\b/i, /\bobject(s|ed|ion|ions)?\b/i, /\bforms?\b/i, /\bauthorit(y|ies)\b/i, /\bprivate\b/i, /\blog in\b/i],
    explains: /\b(means|is short for)\b/,
  },
  de: {
    sentence: 10,
    // „Damit“ am Anfang heißt „mit diesem“. Nach einem Komma beginnt „der“, „die“, „das“ einen Relativsatz.
    clause:
      /\b(weil|obwohl|dass|ob|während|bevor|nachdem|sodass|indem|falls|wobei|sobald|solange|seitdem|um zu)\b|(?<=\S\s)damit\b|, (der|die|das|den|dem|denen|dessen|deren|welche[rsnm]?|was|wo|wer|wie) /iu,
    passive:
      /\b(wird|werden|wurde|wurden)\b(?=.*\b(?:ge\p{Ll}+(?:t|en)|(?:be|ver|er|ent|zer|miss|wider)\p{Ll}+t|\p{Ll}+iert|\p{Ll}+ge\p{Ll}+(?:t|en)|verstanden|verboten|vergessen|verloren|genommen|bekommen)\b)|\bworden\b/iu,
    // „des“, „eines“; zwei Hauptwörter mit „der“ dazwischen, nicht „In der Stadt“; „Metas“.
    genitive:
      /\b(des|eines|meines|Ihres|deren|dessen|wegen)\b|\b(?!(?:Sie|Wir|Ihnen|Am|An|Auf|Aus|Bei|Für|In|Mit|Nach|Seit|Über|Unter|Von|Vor|Zu)\b)\p{Lu}[\p{L}-]+ (der|dieser|einer|Ihrer|unserer) \p{Lu}|\b(Metas|Facebooks|Instagrams|Europas|Deutschlands|Irlands)\b/u,
    subjunctive: /\b(würde|könnte|sollte|müsste|dürfte|hätte|wäre|möchte|bräuchte)(n|t|st)?\b/i,
    negation: /\b(nicht|kein(e|en|em|er|es)?|nie|niemals|niemand(em|en)?|nichts|ohne|weder)\b/gi,
    numbers: /\b(zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert|tausend|Millionen?|Milliarden?)\b/i,
    percent: /%|\bProzent/i,
    hard: [
      /\bKI\b/,
      /\btrainier(t|en)\b|\bTraining\b/i,
      /\bBeitr(ag|äge|ägen)\b/,
      /\böffentlich(e|en|er|es)?\b/i,
      /\bKont(o|os|en)\b/,
      /\bWiderspr(uch|üche)\b|\bwidersprech(en|t)\b/i,
      /\bFormular(e|en)?\b/,
      /\bBehörden?\b/,
      /\bprivat(e|en|er|es)?\b/i,
      /\bmeld(en|et) Sie sich an\b|\banmelden\b/i,
    ],
    explains: /\b(heißt|bedeutet|ist kurz für|ist die Abkürzung für)\b/,
  },
};

/** Languages without words of their own keep the rules that need none. */
const NEVER = /(?!)/g;
export const EASY_ELSEWHERE: EasyWords = { sentence: 12, clause: NEVER, passive: NEVER, subjunctive: NEVER, negation: NEVER, numbers: NEVER, percent: /%/, hard: [], explains: /:/ };
