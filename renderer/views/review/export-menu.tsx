import { useDeck } from '../../state/deck';
import type { ExportWish } from '../../state/deck-files';
import { cancelExport, exportReview } from '../../state/deck-files';
import { Button } from '../../ui/button';
import { MenuButton } from '../../ui/menu';
import { useWords } from '../../ui/words';

const formats = ['pptx', 'xlsx', 'html', 'csv', 'svg', 'png'] as const;
const papers = ['slide', 'A4', 'Letter'] as const;

const wishes = new Map<string, ExportWish>([
  ...formats.map((format) => [format, { format, ratio: '16:9', paper: 'slide' }] as const),
  ...papers.map((paper) => [`pdf ${paper}`, { format: 'pdf', ratio: '16:9', paper }] as const),
  ['pptx 4:3', { format: 'pptx', ratio: '4:3', paper: 'slide' }],
]);

/** What the review can be written as; while one is being written, the button that stops it. */
export function ExportMenu() {
  const { t, locale } = useWords();
  const writing = useDeck((store) => store.writing);
  const written = useDeck((store) => store.written);
  if (writing !== null) return <Button onPress={cancelExport}>{t('review.stop', { file: writing })}</Button>;
  return (
    <>
      {written !== null && (
        <span className="small quiet" role="status">
          {t('review.saved', { file: written })}
        </span>
      )}
      <MenuButton
        label={t('review.export')}
        button={<Button kind="primary">{t('review.export')}</Button>}
        groups={[
          { title: '16 : 9', items: formats.map((format) => ({ id: format, text: t(`review.format.${format}`) })) },
          { title: 'PDF', items: papers.map((paper) => ({ id: `pdf ${paper}`, text: t(`review.paper.${paper}`) })) },
          { title: '4 : 3', items: [{ id: 'pptx 4:3', text: t('review.format.pptx') }] },
        ]}
        onChoose={(id) => {
          const wish = wishes.get(id);
          if (wish) void exportReview(wish, locale);
        }}
      />
    </>
  );
}
