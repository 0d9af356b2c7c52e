/** Words that name columns in business files, in the languages of the files met most; compared in lower case. */
const WORDS = `
id ids key ref no nr num number code name names title type kind status state stage phase step pipeline outcome result reason
date day week month quarter year time period start end from to created modified updated closed opened due since until age duration
amount value price cost total sum qty quantity count units revenue sales margin discount tax vat net gross currency rate percent probability score quota target budget
account accounts company customer client contact person people lead deal deals opportunity order orders invoice product item sku category brand segment industry sector
owner rep agent user manager team territory region country city town zip postcode address street area location lat lon latitude longitude
phone tel mobile fax email mail website url source channel campaign note notes comment comments description text details remark remarks tag tags label priority active flag
first last middle full surname forename gender birthday job role department office group parent content message subject
nama syarikat pelanggan jenama harga jumlah tarikh bulan tahun suku wilayah negeri bandar alamat telefon emel wakil jurujual produk kuantiti catatan peringkat nilai kategori kod bil
firma unternehmen kunde kundin kundennummer kontakt betrag preis menge datum monat jahr quartal vertreter gebiet ort stadt plz strasse straße land telefon bemerkung phase wert produkt artikel bestellung rechnung verkäufer umsatz anzahl vorname nachname
nom prénom société entreprise client montant prix quantité mois année vendeur région ville adresse pays téléphone courriel étape valeur produit commande facture remarque statut
nombre apellido empresa cliente importe precio cantidad fecha mes año vendedor región ciudad dirección país teléfono correo etapa valor producto pedido factura nota estado
nome cognome azienda importo prezzo quantità data mese anno venditore regione città indirizzo paese telefono fase valore prodotto ordine fattura
naam bedrijf klant bedrag prijs aantal maand jaar verkoper regio stad adres telefoon fase waarde product
nazwa firma klient kwota cena ilość miesiąc rok handlowiec region miasto adres kraj telefon etap wartość produkt
имя название компания клиент сумма цена дата месяц год менеджер регион город адрес телефон этап товар
名称 姓名 公司 客户 金额 日期 电话 地址 数量 产品 名前 会社 顧客 金額 日付 電話 住所 年齢 部署 이름 회사 금액 날짜
`;

const KNOWN = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));

/** True when a cell reads like the name of a column: a known word in it, or a way of writing that only names have. */
export function readsAsName(cell: string): boolean {
  const text = cell.trim();
  if (text === '' || text.length > 80 || /:\s*\S/.test(text)) return false;
  if (/^\p{L}[\p{L}\d]*(?:_[\p{L}\d]+)+$/u.test(text) || /^[a-z]+(?:[A-Z][a-z\d]+)+$/.test(text)) return true;
  const words = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '');
  return words.length <= 6 && words.some((word) => KNOWN.has(word));
}
