import type { Encoding } from 'iconv-lite';
import type { Layout } from './layout';
import type { Profile } from './profile';
import type { Source } from './source';
import type { Dialect } from './lines';
import type { Judgement, ReadOptions } from './types';

/** All that is needed to read a file through: what was judged, and what was learned of its rows. */
export interface Plan {
  source: Source;
  judgement: Judgement;
  encoding: Encoding;
  /** True when a late byte may still settle the encoding. */
  encodingOpen: boolean;
  dialect: Dialect;
  layout: Layout;
  profile: Profile;
  /** True when blank lines are no habit of the file, so that one parts things. */
  blanksPart: boolean;
  options: ReadOptions;
}
