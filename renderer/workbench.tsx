/** What lies behind the first screen: which view answers which name, and what lies around them all. Loaded once the first screen stands, so that it need not wait. */
import { Component, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Parts } from './app';
import { problemOf } from './engine';
import { AboutDialog, KeysDialog } from './frame/dialogs';
import { ExplainPanel } from './frame/explain-panel';
import { GlossaryDialog } from './frame/glossary';
import { Notices } from './frame/notices';
import { usePageFocus } from './frame/page-focus';
import { Palette } from './frame/palette';
import { Rail } from './frame/rail';
import { RowsPanel } from './frame/rows-panel';
import { SavedViewsDialog } from './frame/saved-views';
import { Progress, StatusBar } from './frame/status-bar';
import { TopBar } from './frame/top-bar';
import { Tour } from './frame/tour';
import { ViewTabs } from './frame/view-tabs';
import type { ViewId } from './state/question';
import { useQuestion } from './state/question';
import { usePending } from './state/use-metric';
import { ProblemBlock } from './ui/problem';
import { useWords } from './ui/words';
import { Checks } from './views/data/checks';
import { Customers } from './views/customers';
import { Import } from './views/data/import';
import { People } from './views/data/people';
import { Settings } from './views/data/settings';
import { Sql } from './views/data/sql';
import { Economics } from './views/economics';
import { Funnel } from './views/funnel';
import { Growth } from './views/growth';
import { Journey } from './views/journey';
import { Measure } from './views/measure';
import { Overview } from './views/overview';
import { Pipeline } from './views/pipeline';
import { Reps } from './views/reps';
import { Retention } from './views/retention';
import { Review } from './views/review';
import { Skills } from './views/skills';
import { RoleCard } from './views/role-card';
import { Coverage } from './views/team/coverage';
import { Seats } from './views/team/seats';
import { Recognition } from './views/team/recognition';
import { Targets } from './views/team/targets';
import { Training } from './views/team/training';
import { Example } from './views/start/example';

const views: Readonly<Record<ViewId, () => ReactNode>> = {
  customers: Customers,
  economics: Economics,
  growth: Growth,
  seats: Seats,
  targets: Targets,
  recognition: Recognition,
  training: Training,
  coverage: Coverage,
  journey: Journey,
  pipeline: Pipeline,
  retention: Retention,
  overview: Overview,
  funnel: Funnel,
  reps: Reps,
  skills: Skills,
  'role-card': RoleCard,
  import: Import,
  people: People,
  checks: Checks,
  settings: Settings,
  measure: Measure,
  sql: Sql,
  review: Review,
};

function Workbench() {
  const { t } = useWords();
  const view = useQuestion((history) => history.asked.view);
  const View = views[view];
  return (
    <div className="workbench">
      <Rail />
      <TopBar />
      <Page view={view} name={t(`view.${view}`)}>
        <Progress />
        <Notices />
        <ViewTabs />
        <Boundary key={view}>
          <View />
        </Boundary>
        <Tour />
      </Page>
      <StatusBar />
    </div>
  );
}

// Marked while answers are on their way; what is in it is not rendered again for that.
function Page({ view, name, children }: { view: ViewId; name: string; children: ReactNode }) {
  const page = useRef<HTMLElement>(null);
  usePageFocus(page, view);
  const asking = usePending(({ now, count }) => (now > 0 ? 'now' : count > 0 ? 'after' : undefined));
  return (
    <main ref={page} className="page" aria-label={name} data-asking={asking}>
      {children}
    </main>
  );
}

/** Keeps a fault in one view from taking the window down. */
class Boundary extends Component<{ children: ReactNode }, { fault: unknown }> {
  override state: { fault: unknown } = { fault: null };

  static getDerivedStateFromError(fault: unknown): { fault: unknown } {
    return { fault };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <div className="view">
        <ProblemBlock {...problemOf(fault)} onRepeat={() => this.setState({ fault: null })} />
      </div>
    );
  }
}

// The dialogs and panels that can be called up from anywhere.
function Around() {
  return (
    <>
      <Palette />
      <ExplainPanel />
      <RowsPanel />
      <KeysDialog />
      <AboutDialog />
      <SavedViewsDialog />
      <GlossaryDialog />
    </>
  );
}

/** All that the first screen does without. */
export const parts: Parts = { Workbench, Around, Example };
