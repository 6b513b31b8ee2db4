/** `/cite`, and what is under a citation. */
export const citationWords = {
  command: {
    description: 'Cite a document, or export it to Zotero',
    style: 'Citation style; a Chicago note if left out',
    format: 'Attach a file for Zotero or another program',
  },
  styles: {
    'chicago-note': 'Chicago, note',
    'chicago-bibliography': 'Chicago, bibliography',
    mla: 'MLA',
    apa: 'APA',
    harvard: 'Harvard',
    archive: 'Archive, from the document to the collection',
  },
  styleMenu: 'Another style',
};
