import { z } from 'astro/zod';
import { day, id, languageCode, linkChecked, partialDate, standing } from './common.ts';

/**
 * How far a right to object to AI training is known where someone lives. Only the first three may be shown as a
 * right; "none-found" reads "no general right found", never "you have no rights".
 */
export const rightCodes = ['yes', 'equivalent', 'limited', 'unconfirmed', 'none-found', 'excluded', 'unknown'] as const;
/** Whether Meta offers a form to object there. */
export const formCodes = ['yes', 'reported', 'no', 'none-found', 'unknown'] as const;
/** Which wording of the letters fits the law of the place. */
export const letterLaws = ['gdpr', 'uk', 'ch', 'br'] as const;
export type LetterLaw = (typeof letterLaws)[number];

/** A legal regime: what someone who lives there can do. Each statement is a claim, cited by id. */
export const regimeSchema = z.strictObject({
  /** Its address is /countries/<id>/. */
  id,
  name: z.string(),
  /** The name in a sentence: "in the United Kingdom". */
  in: z.string().min(3),
  /** The law, by its official or usual English name. */
  law: z.string(),
  /** Left out where no letter of ours fits the law. */
  letters: z.enum(letterLaws).optional(),
  /** Which Meta company to write to; left out where it is not known. */
  controller: z.strictObject({ name: z.string(), address: z.string() }).optional(),
  controller_claim: z.string().optional(),
  right: z.strictObject({ code: z.enum(rightCodes), basis: z.string().optional(), claim: z.string() }),
  form: z.strictObject({ code: z.enum(formCodes), claim: z.string() }),
  /** Routes of the register that are open there, best first. */
  routes: z.array(z.string()).min(1),
  /** Other rights: seeing, deleting. */
  also: z.array(z.string()),
  /** How long an answer may take; without `claim` it is not known. */
  answer: z.strictObject({ period: z.string(), basis: z.string().optional(), claim: z.string() }).optional(),
  authorities: z.array(z.string()),
  /** Whom to turn to where no authority is listed. */
  no_authority: z.string().optional(),
  /** Courts, ages and whatever else is worth knowing. */
  more: z.array(z.string()),
  /** What remains where the law helps little: plain advice, ours. */
  remains: z.array(z.string().min(10)).min(1),
  standing,
  seen: day,
  next_check: day,
});
export type Regime = z.infer<typeof regimeSchema>;

/** A country inside a regime that covers several (the EU and EEA). Its address is /countries/<id>/. */
export const countrySchema = z.strictObject({
  /** ISO 3166-1 code in lower case. */
  id: z.string().regex(/^[a-z]{2}$/, { error: 'must be a two-letter country code' }),
  name: z.string(),
  in: z.string().min(3),
  /** The law as it applies in this country. */
  law: z.string(),
  regime: id,
  authority: id,
  /** Claims about this country alone. */
  more: z.array(z.string()),
});
export type Country = z.infer<typeof countrySchema>;

/** A supervisory authority someone may complain to. The addresses were read in copies; none was opened. */
export const authoritySchema = z.strictObject({
  id,
  /** Country code in lower case, or the regime's id. */
  place: id,
  /** For an authority of a part of a country: the part's English name. */
  part: z.string().optional(),
  name: z.string(),
  /** Language of `name`, as BCP 47. */
  lang: languageCode,
  name_en: z.string(),
  abbreviation: z.string().optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  link_checked: linkChecked.optional(),
  /** Where complaints are made, with what the address shows. */
  complaint: z.strictObject({ url: z.url({ protocol: /^https?$/ }), link_checked: linkChecked.optional(), shows: z.enum(['form', 'information']) }).optional(),
  /** Languages complaints are taken in, by their English names; not a promise that others are refused. */
  languages: z.array(z.string()).min(1),
  email: z
    .string()
    .regex(/^\S+@\S+\.\S+$/)
    .optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  /** The lead authority for Meta Platforms Ireland Limited (Art. 56 GDPR). */
  lead: z.literal(true).optional(),
  /** What a person who complains should know: signature, language, whether the address is disputed. */
  note: z.string().optional(),
  standing,
  /** When the record we copied from was last edited. */
  recorded: partialDate.optional(),
  sources: z.array(z.string()),
  seen: day,
  next_check: day,
});
export type Authority = z.infer<typeof authoritySchema>;
