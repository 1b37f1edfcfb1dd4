/** The figures of the site, in the order of their list. model/figures.ts makes each. */
export const FIGURE_IDS = ['policy-ai', 'policy-length', 'policy-ai-instagram', 'policy-ai-whatsapp', 'policy-length-others', 'steps-to-no', 'who-noticed', 'photos-left', 'inference-sketch'] as const;
export type FigureId = (typeof FIGURE_IDS)[number];
