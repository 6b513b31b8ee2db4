/**
 * Parameters that tell who led a reader to a page, or who the reader is, and never which page it is.
 * @see https://firefox.settings.services.mozilla.com/v1/buckets/main/collections/query-stripping/records
 */
const TRACKING: ReadonlySet<string> = new Set([
  '__hsfp',
  '__hssc',
  '__hstc',
  '__s',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  '_openstat',
  'dclid',
  'fbclid',
  'gad_source',
  'gbraid',
  'gclid',
  'gclsrc',
  'hsctatracking',
  'igsh',
  'igshid',
  'jsessionid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'oft_id',
  'oly_anon_id',
  'oly_enc_id',
  'phpsessid',
  'rb_clickid',
  'ref_src',
  'ref_url',
  's_cid',
  'srsltid',
  'ttclid',
  'twclid',
  'vero_conv',
  'vero_id',
  'wbraid',
  'wickedid',
  'yclid',
]);

/** Whether a parameter of an address, by its name in any case, says nothing of the page. */
export const isTracking = (name: string): boolean =>
  /^(?:utm|mtm|pk)_/i.test(name) || TRACKING.has(name.toLowerCase());
