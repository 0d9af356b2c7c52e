import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessStage } from '../../../electron/import/recognise/stages';
import { guessTable } from '../../../electron/import/recognise/table';
import { formatTargets } from '../../../electron/import/recognise/targets';

const mapped = (name: string, header: string) => {
  const { table } = guessTable(header.split(';'), name);
  const fields = table === null ? [] : formatTargets(header.split(';'), table, null).map(({ target }) => target ?? '-');
  return `${table}: ${fields.join(' ')}`;
};

describe('headers in the export languages of the large systems', () => {
  it.each<[string, string, string]>([
    // German: report, deals, view, contacts, activities, orders
    ['Bericht.csv', 'Opportunity-Name;Accountname;Opportunity-Inhaber;Phase;Betrag;Wahrscheinlichkeit (%);Schlusstermin;Erstelldatum;Lead-Quelle;Typ', 'opportunities: - account_id owner_id stage amount probability closed_at created_at source kind'],
    ['alle-deals.csv', 'Datensatz-ID;Deal-Name;Deal-Phase;Pipeline;Betrag;Abschlussdatum;Erstellungsdatum;Deal-Inhaber;Zugeordnetes Unternehmen', 'opportunities: opportunity_id - stage - amount closed_at created_at owner_id account_id'],
    ['Meine Verkaufschancen.csv', 'Thema;Potenzieller Kunde;Gesch. Abschlussdatum;Gesch. Umsatz;Status;Wahrscheinlichkeit;Besitzer;Erstellt am', 'opportunities: - account_id expected_close amount stage probability owner_id created_at'],
    ['kontakte.csv', 'Datensatz-ID;Vorname;Nachname;E-Mail;Kontakt-Inhaber;Lead-Status;Lifecycle-Phase;Erstellungsdatum', 'leads: lead_id - - - owner_id status - created_at'],
    ['aktivitaeten.csv', 'Aktivitäts-ID;Datum;Aktivitätstyp;Zugewiesen an;Kunde;Verkaufschance;Dauer (Minuten)', 'activities: activity_id at kind rep_id account_id opportunity_id minutes'],
    ['bestellungen.csv', 'Bestellnummer;Bestelldatum;Kundennummer;Nettobetrag;Währung;Verkäufer', 'orders: order_id ordered_at account_id amount currency rep_id'],
    // French
    ['rapport.csv', "Nom de l'opportunité;Nom du compte;Propriétaire de l'opportunité;Étape;Montant;Probabilité (%);Date de clôture;Date de création;Origine de la piste", 'opportunities: - account_id owner_id stage amount probability closed_at created_at source'],
    ['transactions.csv', "ID de l'enregistrement;Nom de la transaction;Phase de la transaction;Montant;Date de fermeture;Date de création;Propriétaire de la transaction", 'opportunities: opportunity_id - stage amount closed_at created_at owner_id'],
    ['comptes.csv', "Nom du compte;Secteur d'activité;Pays de facturation;Chiffre d'affaires annuel;Nombre d'employés;Propriétaire du compte", 'accounts: name industry region revenue employees owner_id'],
    // Spanish, Portuguese, Italian, Dutch, Japanese
    ['informe.csv', 'Nombre de la oportunidad;Nombre de la cuenta;Propietario de la oportunidad;Etapa;Importe;Probabilidad (%);Fecha de cierre;Fecha de creación', 'opportunities: - account_id owner_id stage amount probability closed_at created_at'],
    ['negocios.csv', 'ID de registro;Nombre del negocio;Etapa del negocio;Valor;Fecha de cierre;Fecha de creación;Propietario del negocio', 'opportunities: opportunity_id - stage amount closed_at created_at owner_id'],
    ['relatorio.csv', 'Nome da oportunidade;Nome da conta;Proprietário da oportunidade;Fase;Valor;Data de fechamento;Data de criação;Origem do lead', 'opportunities: - account_id owner_id stage amount closed_at created_at source'],
    ['rapporto.csv', 'Nome opportunità;Nome account;Titolare opportunità;Fase;Importo;Data di chiusura;Data di creazione;Fonte del lead', 'opportunities: - account_id owner_id stage amount closed_at created_at source'],
    ['rapport nl.csv', 'Naam opportunity;Accountnaam;Eigenaar opportunity;Fase;Bedrag;Sluitingsdatum;Aanmaakdatum;Leadbron', 'opportunities: - account_id owner_id stage amount closed_at created_at source'],
    ['取引.csv', 'レコードID;取引名;取引ステージ;金額;クローズ日;作成日;取引担当者', 'opportunities: opportunity_id - stage amount closed_at created_at owner_id'],
    // Malay
    ['peluang.csv', 'No Rujukan;Tarikh Dicipta;Peringkat;Nilai Urus Niaga;Pelanggan;Wakil Jualan;Jangkaan Tutup;Tarikh Tutup;Sebab Kalah;Sumber', 'opportunities: opportunity_id created_at stage amount account_id owner_id expected_close closed_at loss_reason source'],
    ['pelanggan.csv', 'Kod Pelanggan;Nama Pelanggan;Industri;Negeri;Bilangan Pekerja;Pelanggan Sejak', 'accounts: account_id name industry region employees created_at'],
  ])('%s: %s', (name, header, expected) => {
    expect(mapped(name, header)).toBe(expected);
  });
});

describe('a header nobody knows', () => {
  it('that differs by a slip of the pen is taken, but only to be confirmed', () => {
    const header = ['Opportunity ID', 'Created date', 'Stage', 'Opportunitty Owner', 'Lost reasn'];
    const targets = formatTargets(header, 'opportunities', null);
    expect(targets.map(({ target, confidence }) => `${target} ${confidence}`)).toEqual([
      'opportunity_id sure', 'created_at likely', 'stage sure', 'owner_id confirm', 'loss_reason confirm',
    ]);
  });

  it('is never taken in silence: what is not known by name is to be confirmed or kept as it is', () => {
    const known = ['Deal ID', 'Stage'];
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 24 }), (name) => {
        const [target] = formatTargets([`${name} zq`, ...known], 'opportunities', null);
        expect(['confirm', 'extra']).toContain(target?.confidence);
      }),
      { numRuns: 200 },
    );
  });
});

describe('stages in these languages', () => {
  it.each<[string, string]>([
    ['Angebot/Preisangebot', 'proposal'], ['Geschlossen und gewonnen', 'won'], ['Verhandlung/Prüfung', 'negotiation'], ['Termin vereinbart', 'meeting'],
    ['Fermée gagnée', 'won'], ['Négociation/Révision', 'negotiation'], ['Analyse des besoins', 'meeting'], ['Devis envoyé', 'proposal'],
    ['Cerrada ganada', 'won'], ['Cerrado perdido', 'lost'], ['Calificado para comprar', 'qualified'], ['Presentación propuesta', 'proposal'],
    ['Fechado e perdido', 'lost'], ['Negócio ganho', 'won'], ['Chiusa acquisita', 'won'], ['Preventivo inviato', 'proposal'], ['Chiusa persa', 'lost'],
    ['Afspraak gepland', 'meeting'], ['Gesloten verloren', 'lost'], ['提案', 'proposal'], ['受注', 'won'], ['失注', 'lost'],
  ])('%s is %s', (stage, target) => {
    expect(guessStage(stage).target).toBe(target);
  });
});
