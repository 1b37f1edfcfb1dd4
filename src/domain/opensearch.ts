/** An OpenSearch 1.1 description: lets a browser search the site from its address bar. Pure. */
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export interface SearchFacts {
  /** At most 16 characters. */
  name: string;
  description: string;
  /** Full addresses: of the search page, of this description, of the icon. */
  search: string;
  self: string;
  icon: string;
  language: string;
}

/** Throws when the name is longer than the standard allows. There is no Contact: the site has no address of its own. */
export function openSearch({ name, description, search, self, icon, language }: SearchFacts): string {
  if (name.length > 16) throw new Error(`OpenSearch ShortName "${name}" has ${name.length} characters, at most 16 are allowed`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escape(name)}</ShortName>
  <Description>${escape(description)}</Description>
  <Url type="text/html" rel="results" template="${escape(search)}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${escape(self)}"/>
  <Image width="16" height="16" type="image/svg+xml">${escape(icon)}</Image>
  <Language>${language}</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
`;
}
