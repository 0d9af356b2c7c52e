/**
 * Header names that stand for a field, one list a table, separated by `|`, English first, then Malay; compared by `plainName`.
 * Names right of `~` are weak: they fit only when nothing else of the table claims them and say nothing about which table a file is.
 */
export type Synonyms = Readonly<Record<string, string>>;

// prettier-ignore
export const accounts: Synonyms = {
  account_id: 'account number|account no|account code|customer id|customer number|customer no|client id|company id|organisation id|organization id|organization - id|account guid|id akaun|no akaun|id pelanggan|kod pelanggan~account|customer|company|client|organization|organisation|akaun|pelanggan|syarikat|id|record id|code|key',
  name: 'account name|customer name|client name|company name|organisation name|organization name|organization - name|legal name|nama akaun|nama pelanggan|nama syarikat~name|title|nama|label',
  segment: 'customer segment|account segment|account tier|customer tier|market segment|segmen|kumpulan pelanggan~segment|tier|size|size band|company size|account type|customer type|type|category|kategori',
  industry: 'industry sector|account industry|line of business|industri|sektor~industry|sector|vertical|market',
  region: 'office location|billing country|billing state|country region|state region|sales region|sales territory|wilayah|negeri|lokasi pejabat~region|territory|country|state|location|area|market area|city|negara|kawasan|bandar',
  employees: 'number of employees|employee count|num employees|no of employees|headcount|staff count|bilangan pekerja|jumlah pekerja~employees|staff|size employees|pekerja',
  revenue: 'annual revenue|company revenue|yearly revenue|hasil tahunan~revenue|turnover|sales|hasil|pendapatan',
  parent_id: 'parent account|parent account id|parent company|parent company id|subsidiary of|parent account name|group company|syarikat induk|anak syarikat kepada~parent|parent id|group',
  owner_id: 'account owner|account owner id|account manager|company owner|customer owner|relationship manager|customer success manager|pemilik akaun~owner|owner id|owner name|rep|rep id|sales rep|sales agent|salesperson|assigned to|pemilik|wakil jualan',
  created_at: 'account created|account created date|customer since|client since|became customer|pelanggan sejak~created|created at|created on|created date|create date|date created|creation date|created time|since|tarikh dicipta|tarikh daftar',
  source: 'account source|original source|how they found us~source|lead source|channel|origin|sumber',
  consumption_days: 'reorder interval|re order interval|reorder days|reorder interval days|consumption interval|days between orders',
  merged_into: 'merged into|merged into id|master record id|merged to|master account id|duplicate of',
};

// prettier-ignore
export const contacts: Synonyms = {
  contact_id: 'contact number|contact no|person id|person - id|contact guid|id kenalan~id|record id|key',
  account_id: 'account name|account|company|company id|associated company|associated company ids|customer|customer id|organization|organisation|person - organization|client|parent customer|akaun|syarikat|pelanggan',
  name: 'contact name|full name|contact|person - name|contact person|nama kenalan|nama penuh~name|person|nama',
  first_name: 'first name|given name|forename|nama pertama',
  last_name: 'last name|surname|family name|nama keluarga',
  role: 'job title|job role|position|contact role|jawatan~role|title|function',
  created_at: 'contact created|contact created date~created|created at|created on|created date|create date|date created|creation date|created time|tarikh dicipta',
  is_active: 'active contact|is active contact~active|enabled|aktif|status',
};

// prettier-ignore
export const leads: Synonyms = {
  lead_id: 'lead number|lead no|lead guid|enquiry id|inquiry id|prospect id|id prospek~lead|id|record id|key',
  created_at: 'lead created|lead created date|lead date|enquiry date|inquiry date|tarikh prospek~created|created on|created date|create date|date created|creation date|created time|date|tarikh dicipta|tarikh',
  owner_id: 'lead owner|lead owner id|lead assigned to|pemilik prospek~owner|owner name|contact owner|rep|rep id|sales rep|sales agent|sdr|assigned to|assignee|pemilik|wakil jualan',
  source: 'lead source|original source|how did you hear about us|sumber prospek~channel|origin|campaign source|sumber',
  segment: 'lead segment|segmen~tier|size band|company size|industry',
  status: 'lead status|lead stage|lifecycle stage|status prospek~stage|state',
  qualified_at: 'qualified date|date qualified|qualified on|mql date|sql date|became sales qualified lead date|tarikh layak~qualified',
  converted_at: 'converted date|date converted|conversion date|converted on|tarikh tukar~converted',
  disqualified_at: 'disqualified date|date disqualified|disqualified on|tarikh tidak layak~disqualified',
  account_id: 'converted account id|converted account|account name~account|company|company name|customer|customer id|akaun|syarikat',
  contact_id: 'converted contact id|converted contact~contact|contact name|kenalan',
  opportunity_id: 'converted opportunity id|converted opportunity~opportunity|deal id|deal|first opportunity|urus niaga',
  referral_id: 'referral|referred by id|rujukan',
  merged_into: 'merged into|merged into id|master record id|duplicate of',
};

// prettier-ignore
export const opportunities: Synonyms = {
  opportunity_id: 'opportunity number|opportunity no|opp id|opp no|oppid|deal id|deal number|deal no|deal - id|opportunity guid|quote id|potential id|id peluang|id urus niaga|no urus niaga|kod urus niaga~opportunity|deal|id|record id|key|reference|ref no|no rujukan',
  created_at: 'opportunity created|opportunity created date|deal created|deal create date|deal - deal created|deal - add time|engage date|engagement date|date engaged|open date|opened date|opened on|date opened|opened at|tarikh dibuka~created|created on|created date|create date|date created|creation date|created time|add time|start date|date|tarikh dicipta|tarikh mula|tarikh',
  stage: 'deal stage|deal - stage|opportunity stage|sales stage|pipeline stage|stage name|current stage|pipeline phase|funnel stage|peringkat|peringkat jualan|tahap~status|phase|deal status|opportunity status|step|status urus niaga',
  account_id: 'account name|account|customer|customer id|customer name|client|client name|company|company id|company name|organization|organisation|deal - organization|associated company|potential customer|akaun|pelanggan|syarikat|nama pelanggan|nama syarikat',
  lead_id: 'original lead id|converted from lead|source lead|lead guid~lead|prospek',
  owner_id: 'opportunity owner|deal owner|deal - owner|potential owner|sales agent|sales rep|sales representative|salesperson|sales person|account executive|opportunity owner id|deal owner id|pemilik urus niaga|wakil jualan|jurujual~owner|owner name|rep|rep name|rep id|agent|assigned to|seller|ae|pemilik',
  amount: 'deal amount|deal value|deal - value|deal size|opportunity amount|opportunity value|close value|closing value|contract value|tcv|acv|est revenue|estimated revenue|sales amount|quote amount|nilai urus niaga|nilai jualan|jumlah jualan~value|total|total value|total amount|revenue|price|net amount|nilai|jumlah|amaun',
  currency: 'currency iso code|currency code|amount currency|deal currency|deal - currency of value|currencyisocode|mata wang|matawang~ccy|transaction currency',
  expected_close: 'expected close date|est close date|estimated close date|estimated close|deal - expected close date|forecast close date|forecast close|target close date|planned close date|expected closing date|tarikh jangka tutup|jangkaan tutup~expected date|due date',
  closed_at: 'closed date|close date|date closed|closed on|closing date|actual close date|actual close|deal - deal closed on|deal - closed on|won date|won time|decision date|end date|tarikh tutup|tarikh ditutup~closed|close|finished at',
  is_won: 'won|deal won|is closed won|is deal won|closed won|is win|menang~outcome|result|success|keputusan',
  is_closed: 'closed flag|is deal closed|deal closed flag|tutup',
  loss_reason: 'lost reason|deal - lost reason|reason lost|reason for loss|closed lost reason|reason for losing|loss cause|sebab kalah|alasan kalah~reason|status reason|close reason',
  competitor: 'competitor name|main competitor|primary competitor|lost to|lost to competitor|winning competitor|pesaing',
  product_id: 'product|product name|product code|sku|item|main product|deal - product name|produk|kod produk|barang',
  segment: 'customer segment|deal segment|market segment|segmen~tier|size band|company size|industry',
  source: 'lead source|deal source|opportunity source|deal - source origin|original source|sumber~channel|origin|campaign',
  region: 'sales region|sales territory|regional office|wilayah|negeri~territory|country|area|market|state|city|location|office|negara|kawasan',
  kind: 'deal type|opportunity type|business type|sale type|jenis urus niaga~type|kind of deal|category|jenis',
  complexity: 'complex|is complex|complex deal|complex flag|kompleks',
  list_amount: 'list value|list price|list total|amount before discount|gross amount|full price|harga senarai',
  discount: 'discount percent|discount pct|discount rate|discount %|% discount|diskaun',
  has_reference: 'reference given|reference customer|used reference|reference used|with reference',
  probability: 'deal probability|deal - probability|win probability|probability (%)|probability percent|likelihood|confidence %|kebarangkalian',
  updated_at: 'last modified date|last modified|modified date|modified on|modified time|last modified time|updated|updated on|last updated|update time|deal - update time|system modstamp|date modified|tarikh kemas kini',
};

// prettier-ignore
export const stageEvents: Synonyms = {
  event_id: 'stage event id|history id|stage history id|transition id|change id~id|record id|event|key',
  opportunity_id: 'opp id|opp no|oppid|deal id|parent id|potential id|opportunity number|deal number|id peluang~opportunity|deal|opportunity name|deal name|urus niaga|peluang',
  lead_id: 'lead guid~lead|prospek',
  entered_at: 'entered|entered on|entered date|date entered|stage entered|stage date|stage change date|stage changed at|changed at|changed on|change date|moved at|moved on|moved date|transition date|transitioned at|event date|event time|tarikh masuk|tarikh peringkat~at|date|when|timestamp|time|created date|last modified date|modified time|edit date|tarikh|masa',
  to_stage: 'to|stage to|new stage|stage name|new value|stage entered name|next stage|peringkat baharu|ke peringkat~stage|value|status|phase|peringkat|tahap',
  from_stage: 'from|stage from|old stage|previous stage|prior stage|old value|from opportunity stage name|peringkat lama|dari peringkat',
  rep_id: 'rep|sales rep|sales agent|changed by|moved by|last modified by|modified by|edited by|created by id|diubah oleh~owner|owner id|owner name|user|agent|wakil jualan|pemilik',
  amount: 'deal amount|amount at stage|value|nilai|jumlah',
  expected_close: 'expected close date|close date|est close date|tarikh jangka tutup',
};

// prettier-ignore
export const needs: Synonyms = {
  opportunity_id: 'opp id|deal id~opportunity|deal',
  need_key: 'need|need name|requirement|question|keperluan~key|topic|name',
  need_value: 'answer|requirement value|jawapan~value|detail|details',
  recorded_at: 'recorded|recorded on|noted at|date recorded~date|created at|tarikh',
  met: 'need met|is met|satisfied|fulfilled|dipenuhi',
};

// prettier-ignore
export const roles: Synonyms = {
  opportunity_id: 'opp id|deal id~opportunity|deal',
  rep_id: 'rep|team member|user|user id|sales rep|collaborator|wakil jualan~owner|name',
  role: 'team role|member role|team member role|split role|peranan',
  from_at: 'from|from date|start|start date|since|mula',
  to_at: 'to|to date|end|end date|until|tamat',
  credit_share: 'credit|share|split|split percentage|split percent|credit percent|credit %|split %|bahagian',
};

// prettier-ignore
export const activities: Synonyms = {
  activity_id: 'activity number|activity no|task id|event id|engagement id|call id|activity - id|interaction id|id aktiviti~activity|id|record id|key',
  at: 'activity date|activity time|activity datetime|activity at|activity on|activity date time|happened at|happened on|occurred at|occurred on|completed date time|call date|call time|meeting date|activity - due date|activity - marked as done time|interaction date|tarikh aktiviti~date|when|timestamp|datetime|time|created date|created at|start|start time|due date|tarikh|masa',
  kind: 'activity type|activity kind|task type|engagement type|activity - type|interaction type|task subtype|jenis aktiviti~type|channel|subject type|jenis|aktiviti',
  rep_id: 'activity owner|assigned to|assigned to user|activity - assigned to user|performed by|done by|activity assigned to|user|agent|wakil jualan~owner|owner id|owner name|rep|rep name|sales rep|sales agent|created by|pemilik',
  account_id: 'account name|account|customer|customer id|company|company id|associated company|organization|organisation|activity - organization|client|akaun|pelanggan|syarikat',
  contact_id: 'contact|contact name|contact person|person|associated contact|activity - contact person|kenalan',
  lead_id: 'lead|prospek',
  opportunity_id: 'opp id|oppid|deal id|deal|opportunity|opportunity name|deal name|associated deal|associated deal ids|activity - deal|regarding|related opportunity|related to|peluang|urus niaga',
  direction: 'call direction|call type|message direction|in out|inbound outbound|arah',
  is_conversation: 'two way|twoway|2 way|is two way|two way conversation|conversation|conversation held|is conversation|had conversation|spoke|spoken|connected|reached|answered|dua hala|perbualan~replied|reply',
  minutes: 'duration minutes|duration min|duration mins|call minutes|length minutes|duration in minutes|tempoh minit|minit~duration|length|tempoh',
  done: 'activity status|task status|activity done|is done|done|is completed|completed|selesai',
  outcome: 'call outcome|activity outcome|call result|call disposition|meeting outcome|disposition|hasil~result|status|keputusan',
};
