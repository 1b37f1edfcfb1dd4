import { icon } from '#src/model/icon.ts';

export const GET = () => icon(512);
