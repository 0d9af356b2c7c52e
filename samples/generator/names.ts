/* Word lists the invented people and companies are put together from. */
import type { Draw } from './random';

const malayGiven =
  'Aisyah Amir Azlan Balqis Danial Farah Fikri Hafiz Hanis Hidayah Imran Iqbal Izzah Khairul Liyana Luqman Mariam Naim Nabila Nadia Qistina Rafiq Rashid Salmah Shahrul Sofia Syafiq Syazwan Yasmin Zainab Zulkifli Zarina'.split(
    ' ',
  );
const malayFather =
  'Abdullah Ahmad Bakar Daud Hamid Hassan Idris Ismail Jamal Kamal Mansor Musa Omar Osman Rahim Salleh Taib Yaakob Yunus Zakaria'.split(
    ' ',
  );
const chineseFamily =
  'Chan Cheah Chew Chin Foo Goh Heng Khoo Lau Lee Leong Lim Loh Low Ng Ong Quah Sim Tan Teoh Wong Yap Yeoh'.split(' ');
const chineseGiven = [
  'Boon Keat',
  'Chee Wai',
  'Hui Min',
  'Jia Wen',
  'Kok Leong',
  'Li Ying',
  'Mei Ling',
  'Pei San',
  'Siew Lan',
  'Soon Huat',
  'Swee Lian',
  'Wai Kit',
  'Xin Yi',
  'Yee Ling',
  'Zhi Hao',
  'Kah Yan',
];
const indianGiven =
  'Anitha Arvind Devi Ganesh Hari Indra Jayanthi Kumar Lalitha Mohan Nirmala Prakash Priya Rajesh Saraswathy Shanti Thana Uma Vasanthi Vijay'.split(
    ' ',
  );
const indianFather =
  'Balan Chandran Gopal Krishnan Maniam Muthu Nathan Perumal Rajan Ramasamy Selvam Subra Thevar Veloo'.split(' ');

/** A person's name in one of the country's usual forms. */
export function personName(draw: Draw): string {
  const kind = draw.uniform();
  if (kind < 0.55) return `${draw.pick(malayGiven)} ${draw.pick(['bin', 'binti'])} ${draw.pick(malayFather)}`;
  if (kind < 0.85) return `${draw.pick(chineseFamily)} ${draw.pick(chineseGiven)}`;
  return `${draw.pick(indianGiven)} ${draw.pick(['a/l', 'a/p'])} ${draw.pick(indianFather)}`;
}

const first =
  'Anggun Bayu Bintang Cahaya Cemara Delima Embun Fajar Gemilang Harapan Idaman Jelita Kencana Lestari Mawar Melati Nilam Orkid Pelangi Permata Purnama Rimba Samudera Sari Sentosa Suria Teratai Timur Wangsa Zamrud'.split(
    ' ',
  );
const second =
  'Abadi Alam Baiduri Cekal Damai Elok Gigih Indah Jati Kristal Makmur Maju Mutiara Nusa Perkasa Rezeki Setia Tekun Unggul Warisan'.split(
    ' ',
  );
const trade = [
  'Trading',
  'Industries',
  'Logistics',
  'Engineering',
  'Foods',
  'Textiles',
  'Clinic',
  'Hardware',
  'Design',
  'Holdings',
  'Consulting',
  'Travel',
];
const company = ['Sdn Bhd', 'Enterprise', '& Sons', 'Sdn. Bhd.', 'PLT'];
const school = ['SK', 'SMK', 'SJK', 'Kolej', 'Tadika', 'Pusat Tuisyen'];
const place = ['Taman', 'Bukit', 'Kampung', 'Bandar', 'Seri', 'Sungai'];
const office = [
  'Pejabat Daerah',
  'Majlis Perbandaran',
  'Klinik Kesihatan',
  'Perpustakaan',
  'Pejabat Pos Cawangan',
  'Jabatan Ukur',
];

/** Gives every organisation a name of its own: the second bearer of a name gets a number. */
export function organisationNames(draw: Draw): (segment: string) => string {
  const used = new Map<string, number>();
  return (segment) => {
    const name = `${organisation(draw, segment)}`;
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}

function organisation(draw: Draw, segment: string): string {
  const where = `${draw.pick(place)} ${draw.pick(first)}`;
  if (segment === 'School') return `${draw.pick(school)} ${where} ${draw.chance(0.5) ? draw.pick(second) : ''}`.trim();
  if (segment === 'Government')
    return `${draw.pick(office)} ${where} ${draw.chance(0.4) ? draw.pick(second) : ''}`.trim();
  const suffix = segment === 'Corporate' ? draw.pick(['Berhad', 'Group', 'Sdn Bhd']) : draw.pick(company);
  return `${draw.pick(first)} ${draw.pick(second)} ${draw.pick(trade)} ${suffix}`;
}
