import url from '../styles/on-use.css?url';

let ready: Promise<void> | undefined;

/** Links the styles of what only script shows. Resolves when they apply, or could not be loaded: then it shows plain. */
export const stylesOnUse = (): Promise<void> =>
  (ready ??= new Promise((done) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url });
    link.onload = link.onerror = () => done();
    document.head.append(link);
  }));
