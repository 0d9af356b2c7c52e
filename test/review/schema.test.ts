// @vitest-environment page
import { describe, expect, it } from 'vitest';
import { named, parsed, slidesIn } from './slides';

// What a label shows, in its order.
const shown = [
  'c:showLegendKey',
  'c:showVal',
  'c:showCatName',
  'c:showSerName',
  'c:showPercent',
  'c:showBubbleSize',
  'c:separator',
];

describe('the charts of the slides', () => {
  it.each([
    [
      'c:ser',
      [
        'c:idx',
        'c:order',
        'c:tx',
        'c:spPr',
        'c:invertIfNegative',
        'c:marker',
        'c:dPt',
        'c:dLbls',
        'c:errBars',
        'c:cat',
        'c:xVal',
        'c:val',
        'c:yVal',
        'c:smooth',
      ],
    ],
    [
      'c:chartSpace',
      ['c:date1904', 'c:lang', 'c:roundedCorners', 'c:style', 'c:chart', 'c:spPr', 'c:txPr', 'c:externalData'],
    ],
    ['c:chart', ['c:title', 'c:autoTitleDeleted', 'c:plotArea', 'c:legend', 'c:plotVisOnly', 'c:dispBlanksAs']],
    ['c:plotArea', ['c:layout', 'c:barChart', 'c:scatterChart', 'c:catAx', 'c:valAx', 'c:spPr']],
    ['c:scatterChart', ['c:scatterStyle', 'c:varyColors', 'c:ser', 'c:dLbls', 'c:axId']],
    ['c:dPt', ['c:idx', 'c:invertIfNegative', 'c:marker', 'c:bubble3D', 'c:explosion', 'c:spPr']],
    ['c:dLbls', ['c:dLbl', 'c:delete', 'c:numFmt', 'c:spPr', 'c:txPr', 'c:dLblPos', ...shown]],
    ['c:dLbl', ['c:idx', 'c:delete', 'c:layout', 'c:tx', 'c:numFmt', 'c:spPr', 'c:txPr', 'c:dLblPos', ...shown]],
    ['c:scaling', ['c:logBase', 'c:orientation', 'c:max', 'c:min']],
    ['c:legend', ['c:legendPos', 'c:legendEntry', 'c:layout', 'c:overlay', 'c:spPr', 'c:txPr']],
    ['c:title', ['c:tx', 'c:layout', 'c:overlay', 'c:spPr', 'c:txPr']],
    ['c:marker', ['c:symbol', 'c:size', 'c:spPr']],
    ['c:numCache', ['c:formatCode', 'c:ptCount', 'c:pt']],
    [
      'c:catAx',
      [
        ...['c:axId', 'c:scaling', 'c:delete', 'c:axPos', 'c:majorGridlines', 'c:title', 'c:numFmt', 'c:majorTickMark'],
        ...['c:minorTickMark', 'c:tickLblPos', 'c:spPr', 'c:txPr', 'c:crossAx', 'c:crosses', 'c:auto', 'c:lblAlgn'],
        ...['c:lblOffset', 'c:noMultiLvlLbl'],
      ],
    ],
    ['c:errBars', ['c:errDir', 'c:errBarType', 'c:errValType', 'c:noEndCap', 'c:plus', 'c:minus', 'c:spPr']],
    [
      'c:valAx',
      [
        'c:axId',
        'c:scaling',
        'c:delete',
        'c:axPos',
        'c:majorGridlines',
        'c:title',
        'c:numFmt',
        'c:majorTickMark',
        'c:minorTickMark',
        'c:tickLblPos',
        'c:spPr',
        'c:txPr',
        'c:crossAx',
        'c:crosses',
        'c:crossBetween',
        'c:majorUnit',
      ],
    ],
    ['c:barChart', ['c:barDir', 'c:grouping', 'c:varyColors', 'c:ser', 'c:gapWidth', 'c:overlap', 'c:axId']],
  ])('put the children of %s in the order of the schema', { timeout: 30_000 }, async (element, order) => {
    const parts = await slidesIn('16:9');
    const all = [...parts]
      .filter(([name]) => /^ppt\/charts\/chart/.test(name))
      .flatMap(([, text]) => named(parsed(text), element));
    expect(all.length).toBeGreaterThan(0);
    for (const each of all) {
      const places = [...each.children].map((child) => order.indexOf(child.nodeName));
      expect(places).not.toContain(-1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });
});
