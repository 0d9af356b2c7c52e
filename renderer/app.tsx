/** The workbench: which view answers which name, and what lies around them all. */
import { Component, useEffect } from 'react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { bridge, problemOf } from './engine';
import { AboutDialog, KeysDialog } from './frame/dialogs';
import { DropAnywhere } from './frame/drop-anywhere';
import { ExplainPanel } from './frame/explain-panel';
import { GlossaryDialog } from './frame/glossary';
import { useKeys } from './frame/keys';
import { menuWords } from './frame/menu-words';
import { Notices } from './frame/notices';
import { Palette } from './frame/palette';
import { Rail } from './frame/rail';
import { RowsPanel } from './frame/rows-panel';
import { SavedViewsDialog } from './frame/saved-views';
import { Progress, StatusBar } from './frame/status-bar';
import { TopBar } from './frame/top-bar';
import { Tour } from './frame/tour';
import { ViewTabs } from './frame/view-tabs';
import type { Words } from './i18n';
import { words } from './i18n';
import { usePreferences } from './state/preferences';
import type { ViewId } from './state/question';
import { useQuestion } from './state/question';
import { usePending } from './state/use-metric';
import { useWorkspace } from './state/workspace';
import { tellCutText } from './ui/cut-text';
import { ProblemBlock } from './ui/problem';
import { WordsProvider, useWords } from './ui/words';
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
import { Start } from './views/start';
import { Coverage } from './views/team/coverage';
import { Seats } from './views/team/seats';
import { Recognition } from './views/team/recognition';
import { Targets } from './views/team/targets';
import { Training } from './views/team/training';

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

/** The page in the person's language; other words may be given in its place. */
export function App({ words: given }: { words?: Words }) {
  const language = usePreferences((preferences) => preferences.language);
  const dark = usePreferences((preferences) => preferences.dark);
  const said = given ?? words(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [language, dark]);
  useEffect(() => void bridge().setMenuWords(menuWords(said)), [said]);
  return (
    <WordsProvider words={said}>
      <I18nProvider locale={language === 'ms' ? 'ms-MY' : 'en-GB'}>
        <Window />
      </I18nProvider>
    </WordsProvider>
  );
}

function Window() {
  useKeys();
  useEffect(() => tellCutText(document), []);
  const open = useWorkspace((store) => store.phase === 'open');
  return (
    <>
      {open ? <Workbench /> : <Start />}
      <Palette />
      <ExplainPanel />
      <RowsPanel />
      <KeysDialog />
      <AboutDialog />
      <SavedViewsDialog />
      <GlossaryDialog />
      <DropAnywhere />
    </>
  );
}

function Workbench() {
  const { t } = useWords();
  const view = useQuestion((history) => history.asked.view);
  const View = views[view];
  return (
    <div className="workbench">
      <Rail />
      <TopBar />
      <Page name={t(`view.${view}`)}>
        <Progress />
        <Notices />
        <ViewTabs />
        <Boundary key={view}>
          <View />
        </Boundary>
      </Page>
      <StatusBar />
      <Tour />
    </div>
  );
}

// Marked while answers are on their way; what is in it is not rendered again for that.
function Page({ name, children }: { name: string; children: ReactNode }) {
  const asking = usePending(({ now, count }) => (now > 0 ? 'now' : count > 0 ? 'after' : undefined));
  return (
    <main className="page" aria-label={name} data-asking={asking}>
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
