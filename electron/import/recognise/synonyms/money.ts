import type { Synonyms } from './core';

// prettier-ignore
export const orders: Synonyms = {
  order_id: 'order number|order no|order ref|sales order|sales order id|purchase id|transaction id|invoice no|no pesanan|id pesanan~order|id|record id|key|reference',
  account_id: 'customer|customer id|customerid|customer number|customer no|customer name|account|account name|client|client id|company|buyer|buyer id|id pelanggan|pelanggan|akaun',
  ordered_at: 'order date|ordered on|ordered|purchase date|purchased at|purchased on|date of order|order time|order placed|placed at|transaction date|tarikh pesanan~date|at|created at|invoice date|tarikh',
  amount: 'order amount|order value|order total|net amount|net value|total amount|total price|sales amount|dollar value|jumlah pesanan|nilai pesanan~total|value|price|revenue|sales|jumlah|nilai|amaun',
  currency: 'currency code|order currency|mata wang~ccy',
  margin: 'gross margin|margin amount|gross profit|profit|contribution|untung',
  opportunity_id: 'opp id|deal id~opportunity|deal|peluang',
  status: 'order status|order state|status pesanan~state',
  rep_id: 'sales rep|sales agent|salesperson|seller|order owner|wakil jualan~rep|owner|owner id|agent',
};

// prettier-ignore
export const orderLines: Synonyms = {
  order_id: 'order number|order no|sales order|invoice no|invoice number|invoiceno|no pesanan~order|invoice',
  line: 'line number|line no|line item|line id|item number|item no|position|sequence|baris',
  product_id: 'product|product code|product name|sku|stock code|stockcode|item|item code|article|produk|kod produk',
  quantity: 'qty|units|order quantity|pieces|kuantiti|bilangan',
  unit_price: 'price|unit cost|price per unit|sales price|unitprice|harga seunit|harga',
  list_price: 'catalogue price|catalog price|rrp|harga senarai',
};

// prettier-ignore
export const refunds: Synonyms = {
  refund_id: 'refund number|refund no|credit note|credit note id|credit note number|return id|id bayaran balik~id|record id|key',
  order_id: 'order|order number|order no|pesanan',
  account_id: 'customer|customer id|account|pelanggan|akaun',
  at: 'refund date|refunded at|refunded on|return date|credit date|tarikh bayaran balik~date|created at|tarikh',
  amount: 'refund amount|refund value|credit amount|refund total|jumlah bayaran balik~value|total|jumlah',
};

// prettier-ignore
export const invoices: Synonyms = {
  invoice_id: 'invoice number|invoice no|bill id|bill number|no invois|id invois~invoice|id|record id|key',
  order_id: 'order|order number|order no|pesanan',
  opportunity_id: 'opp id|deal id|opportunity|deal|peluang',
  issued_at: 'invoice date|issued on|issued|issue date|date issued|billed at|billed on|bill date|tarikh invois~date|created at|tarikh',
  due_on: 'due date|due|payment due|payment due date|due at|tarikh akhir bayaran|tarikh matang',
  amount: 'invoice amount|invoice total|invoice value|amount due|billed amount|jumlah invois~total|value|jumlah|nilai',
  currency: 'invoice currency|currency code|mata wang~ccy',
};

// prettier-ignore
export const payments: Synonyms = {
  payment_id: 'payment number|payment no|receipt id|receipt number|receipt no|transaction id|no resit|id bayaran~id|record id|key',
  invoice_id: 'invoice|invoice number|invoice no|bill id|invois',
  account_id: 'customer|customer id|account|payer|pelanggan|akaun',
  at: 'payment date|paid at|paid on|paid date|date paid|received at|received on|payment received|tarikh bayaran~date|created at|tarikh',
  amount: 'payment amount|amount paid|paid amount|received amount|jumlah bayaran~total|value|jumlah',
  status: 'payment status|payment state|status bayaran~state|result',
};

// prettier-ignore
export const subscriptions: Synonyms = {
  subscription_id: 'subscription number|subscription no|contract id|contract number|contract no|plan subscription id|id langganan~subscription|contract|id|record id|key',
  account_id: 'customer|customer id|account|account name|company|client|pelanggan|akaun',
  started_on: 'start date|started at|started|subscription start|contract start|contract start date|begins on|activation date|activated at|tarikh mula~start|from|created at',
  ended_on: 'end date|ended at|ended|subscription end|contract end|cancelled at|canceled at|cancelled on|cancellation date|churn date|churned at|churned on|tarikh tamat~end|until',
  mrr: 'monthly recurring revenue|monthly revenue|monthly amount|monthly value|monthly fee|monthly price|recurring revenue|mrr amount|hasil bulanan~amount|price|value',
  currency: 'subscription currency|currency code|mata wang~ccy',
  term_months: 'term|contract term|contract months|months|contract length|tempoh bulan',
  product_id: 'product|plan|plan name|product name|tier|produk|pelan',
  owner_id: 'account manager|customer success manager|csm|subscription owner|pemilik~owner|rep|rep id',
  end_reason: 'churn reason|cancellation reason|cancel reason|reason for leaving|sebab tamat~reason',
  end_notice_on: 'notice date|cancellation notice|notice given on|cancel notice date|end notice date',
};

// prettier-ignore
export const subscriptionChanges: Synonyms = {
  subscription_id: 'subscription|subscription number|contract id|contract|langganan',
  on: 'change date|changed on|changed at|effective date|effective on|effective from|valid from|tarikh perubahan~date|tarikh',
  mrr: 'new mrr|new value|monthly recurring revenue|mrr after|new monthly amount|hasil bulanan~amount|value',
};

// prettier-ignore
export const renewals: Synonyms = {
  renewal_id: 'renewal number|renewal no|id pembaharuan~renewal|id|record id|key',
  subscription_id: 'subscription|contract id|contract|subscription number|langganan',
  due_on: 'renewal date|renewal due|renewal due date|due date|due|renews on|expiry date|expires on|tarikh pembaharuan~date',
  outcome: 'renewal outcome|renewal status|renewed|renewal result|keputusan~status|result',
  decided_on: 'decision date|decided at|decided|renewed on|outcome date|tarikh keputusan',
  mrr_before: 'old mrr|previous mrr|mrr old|before',
  mrr_after: 'new mrr|renewed mrr|mrr new|after',
  rep_id: 'renewal owner|owner|rep|csm|account manager|wakil jualan',
};

// prettier-ignore
export const costs: Synonyms = {
  cost_id: 'expense id|spend id|cost number|id kos~id|record id|key',
  on: 'cost date|expense date|spend date|tarikh kos~date|day|tarikh',
  period_start: 'start|start date|period from|from|month|month start|bulan|tempoh mula',
  period_end: 'end|end date|period to|to|month end|tempoh tamat',
  amount: 'cost|cost amount|spend|expense|expense amount|actual cost|budgeted cost|kos|perbelanjaan~value|total|jumlah',
  currency: 'cost currency|currency code|mata wang~ccy',
  purpose: 'cost purpose|cost type|expense type|spend type|tujuan~type|category|kind|kategori',
  rep_id: 'rep|owner|sales rep|employee|wakil jualan',
  team_id: 'team|team name|department|pasukan',
  source: 'lead source|channel|sumber',
  campaign: 'campaign name|campaign id|kempen',
};

// prettier-ignore
export const fxRates: Synonyms = {
  on: 'rate date|as of|valid on|effective date|tarikh kadar~date|day|tarikh',
  from_ccy: 'from currency|base currency|base|source currency|currency from|dari mata wang~from|currency',
  to_ccy: 'to currency|quote currency|target currency|currency to|ke mata wang~to',
  rate: 'exchange rate|fx rate|conversion rate|kadar|kadar tukaran~value',
};

// prettier-ignore
export const products: Synonyms = {
  product_id: 'product code|product number|sku|item code|article number|stock code|kod produk|id produk~product|item|article|code|id|record id|key|produk',
  name: 'product name|item name|product title|product description|nama produk~name|title|description|nama',
  family: 'product family|product line|product group|product category|series|category|range|keluarga produk~group|type|kategori|siri',
  list_price: 'sales price|suggested price|retail price|unit price|rrp|standard price|list amount|harga senarai|harga jualan~price|harga',
  aliases: 'alias|also known as|other names|alternative names|nama lain',
};
