/* The shape of the truth file: what was planted, and how often. */
import type { Dirt } from './dirt';
import type { SkillTruth } from './skill';
import type { PlanTruth } from './spread';

/** A customer who left. */
export interface Leaver {
  readonly account_id: string;
  readonly last_order_on: string;
  readonly orders: number;
  readonly gap_days: number;
  /** Day a cancel notice was opened; null for those who left without a word. */
  readonly notice_on: string | null;
}

export interface ProgrammeTruth {
  readonly programme: string;
  readonly skills: readonly string[];
  /** Added to the log odds of the skill. */
  readonly logit_shift: number;
  readonly treated: readonly { rep_id: string; completed_on: string; before: number; after: number; points: number }[];
}

/** The truth file. Rates are shares of 1, dates `YYYY-MM-DD`; spans are half open. */
export interface Truth {
  readonly company: string;
  readonly seed: number;
  readonly time_zone: string;
  readonly currency: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly mature_days: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly reps: readonly { rep_id: string; name: string; role: string; team: string }[];
  readonly gaps: readonly { rep_id: string; skill: string; rate: number; peers: number }[];
  readonly strengths: readonly { rep_id: string; skill: string; rate: number; peers: number }[];
  readonly in_ramp: readonly { rep_id: string; started_on: string; weak_at: string }[];
  /** Size of the deals of those who differ, relative to their peers' 1. */
  readonly deal_size_factors: Readonly<Record<string, number>>;
  readonly heavy_discounter: { rep_id: string; discount: number; peers: number };
  readonly skills: readonly SkillTruth[];
  readonly mature_proposals: readonly { rep_id: string; from: string; to: string; count: number }[];
  readonly programmes: readonly ProgrammeTruth[];
  readonly improved_below_target: {
    rep_id: string;
    skill: string;
    trained_on: string;
    months_missed: readonly string[];
  };
  readonly quiet_leavers: readonly Leaver[];
  readonly loud_leavers: readonly Leaver[];
  readonly buys_elsewhere: readonly string[];
  readonly late_payers: readonly string[];
  readonly neglected_customers: readonly string[];
  /** The forty longest chains A → B → C …, each account having referred the next. */
  readonly referral_chains: readonly (readonly string[])[];
  readonly incentives: readonly PlanTruth[];
  readonly seasons: readonly { name: string; from: string; to: string; factor: number; schools_only: boolean }[];
  readonly specialist_lift: { logit_complex: number; logit_with_specialist: number };
  readonly passed_over: readonly string[];
  readonly never_recognised: string;
  readonly missing_programme: { rep: string; programme: string };
  readonly odd_deals: {
    readonly reopened: readonly string[];
    readonly moved_back: readonly string[];
    readonly reversed: readonly string[];
    readonly owner_changed: readonly string[];
    readonly foreign_currency: readonly string[];
    readonly entered_at_proposal: readonly string[];
  };
  readonly mess: {
    readonly files: Readonly<Record<string, Dirt>>;
    readonly older_copies: readonly string[];
    readonly padded_accounts: readonly string[];
    readonly merged_accounts: readonly string[];
    readonly merged_leads: readonly string[];
    readonly negative_amounts: readonly string[];
    readonly zero_amounts: readonly string[];
    readonly missing_amounts: readonly string[];
    readonly no_owner: readonly string[];
    readonly no_source: readonly string[];
    readonly closed_before_created: readonly string[];
    readonly created_after_event: readonly string[];
    readonly misspelt_product: { right: string; wrong: string; opportunities: number; order_lines: number };
    readonly orders_without_account: readonly string[];
    readonly unknown_account_activities: number;
    readonly coach_names_in_other_case: number;
    readonly last_moment: string;
  };
}
