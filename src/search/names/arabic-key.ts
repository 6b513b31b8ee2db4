/** Names of persons in the lands of Islam, one line to a sound, in one of their spellings. */
const NAMES: readonly string[] =
  'abbas,abdul,abdel,adib,adnan,afif,ahmad,akram,alawi,amin,amir,anwar,arafat,arif,asad,asim,atatürk,aziz,badr,bahir,bakir,bakr,barakat,barzani,bashir,bayar,bayezid,bekir,bilal,boumediene,bourguiba,damad,daud,dawud,enver,esad,essad,fadil,fahd,fahmi,faruq,fariq,faysal,fathi,fawzi,fazil,fehmi,ferid,fevzi,fikri,fuad,ghali,ghalib,ghazi,habib,hadi,hafiz,haidar,hakim,hakki,hakkı,halil,halim,hamad,hamdi,hamid,hamza,harun,hasan,hashim,hayder,hikmet,hilmi,husni,husayn,husseini,ibrahim,idris,ihsan,ilyas,inonu,ismail,ismet,izzet,jabir,jafar,jalal,jamal,jamil,javid,jawad,jevdet,jumblatt,kailani,kamal,kamil,karim,karamanli,kasim,qasim,qaboos,qadir,kazim,khalid,khalil,khalifa,khayr,khedive,khomeini,lutfi,mahdi,mahir,mahmud,majid,malik,mansur,masud,mavrogeni,midhat,mubarak,muhammad,muhi,muhyi,mukhtar,munib,munif,munir,murad,musa,mustafa,muzaffar,nabil,nadir,nafi,naguib,nahhas,naim,najm,naji,nasir,nasr,nazim,nizami,numan,numayri,nuri,omar,osman,pasha,qadhafi,quwatli,rafiq,rahim,rahman,rajab,ramadan,rasim,rashad,rashid,rauf,refet,refik,riyad,rifat,riza,ruhi,rushdi,rustam,sabri,sadat,sadik,sadr,saad,sahib,sayf,salah,salam,salih,salim,salman,sami,saud,selim,shafiq,sharif,shakir,shakib,shamun,shawqi,shevket,shukri,sidqi,sirri,sulayman,sultan,surayya,tahir,tahsin,talal,talat,talib,tariq,tawfiq,tahir,turhan,umar,uthman,vahid,vahdettin,vehbi,wahhab,walid,yahya,yakub,yasir,yazid,yusuf,zaghlul,zahir,zaki,zakariya,zayd,zayid,zayn,zia,ziya'.split(
    ',',
  );

/** The same name where its sounds went apart from one language to another. */
const SAME: readonly (readonly string[])[] = [
  ['muhammad', 'mehmed', 'mahomet'],
  ['abdallah', 'abdullah'],
  ['uthman', 'osman', 'othman'],
  ['dawud', 'daud', 'davud'],
  ['umar', 'omer'],
  ['ibrahim', 'ebrahim', 'brahim'],
  ['bashaw', 'pasha', 'bassa'],
  ['saud', 'seoud'],
  ['zaghlul', 'zaghloul', 'saglul'],
];

/** Letters for one sound, in the order they are tried; a second letter is another reading. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/['’‘ʻʼ]/g, ''],
  [/(?<=[kg])i(?=[aâ])/g, ''],
  [/^j(?=[ou])/g, 'j'],
  [/^y(?=[aeou])/g, 'Y'],
  [/dj|dsch|dzh/g, 'j'],
  [/gu(?=[eiy])/g, 'g'],
  [/tch|ch|sch|sh/g, 's'],
  [/[dt]h/g, 't'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/[qx]/g, 'k'],
  [/ck/g, 'k'],
  [/w/g, 'v'],
  [/ph/g, 'f'],
  [/d/g, 't'],
  [/b/g, 'p'],
  [/h(?=$|[^aeiouy])/g, ''],
  [/([a-z])\1+/g, '$1'],
];

/**
 * The keys of an Arabic, Persian or Ottoman name: consonants that one script writes for another are
 * one, e is a or i, and only names that are known to be such have any. `Faisal`, `Feisal` and `Faysal`
 * share one; `Jamal`, `Gamal`, `Djemal` and `Cemal`; `Jamil` has another.
 */
export function arabicKeys(word: string): string[] {
  known ??= new Map(NAMES.flatMap((name) => soundsOf(name).map((key) => [key, key])));
  same ??= new Map(
    SAME.flatMap((names) => {
      const [own = ''] = soundsOf(names[0] ?? '');
      return names.flatMap(soundsOf).map((key) => [key, own] as const);
    }),
  );
  const keys = soundsOf(word).flatMap((key) =>
    [known?.get(key) ?? [], same?.get(key) ?? []].flat(),
  );
  return [...new Set(keys)];
}

let known: ReadonlyMap<string, string> | undefined;
let same: ReadonlyMap<string, string> | undefined;

export const isLikeArabic = (word: string): boolean => arabicKeys(word).length > 0;

function soundsOf(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [];
  const spelt = SOUNDS.reduce((text, [from, to]) => text.replace(from, to), word);
  const hard = [/c/g, /g/g].reduce(
    (all, soft) =>
      all.flatMap((one) =>
        one.search(soft) < 0
          ? [one]
          : [one.replace(soft, 'j'), one.replace(soft, soft.source === 'c' ? 'k' : 'g')],
      ),
    [spelt],
  );
  return hard.flatMap(vowelled);
}

/** A run of vowels is u, i or a by what is in it; e alone is either of the last two. */
function vowelled(spelt: string): string[] {
  return (spelt.match(/[aeiouy]+|[^aeiouy]+/g) ?? []).reduce<string[]>(
    (keys, run) => {
      const read = /^[^aeiouy]/.test(run)
        ? [run]
        : /[ou]/.test(run)
          ? ['u']
          : /[iy]/.test(run)
            ? ['i']
            : run === 'e'
              ? ['a', 'i']
              : ['a'];
      return keys.flatMap((key) => read.map((one) => key + one));
    },
    [''],
  );
}
