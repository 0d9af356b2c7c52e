/** All that reviews and copies need, in one piece to be loaded when the first is wanted: the charts' library is most of it. */
export { words } from '../../renderer/i18n';
export { withDraft, withVersion } from '../review/decks';
export { maskedReview } from '../review/mask';
export { writeReview } from '../review/write';
export { drawnReview, maskWished, openDeck, saidOf, tellDeck } from './review';
export { shareCopy } from './share';
