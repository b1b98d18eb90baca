import type { settings as english } from '../en/settings.ts'

export const settings: typeof english = {
  title: 'Réglages',
  lead: 'Ce que tout le programme a en commun.',
  programmeName: 'Nom du programme',
  programmeNameHint: 'Sur les lettres de remerciement et les rapports.',
  neutralName: 'Nom neutre',
  neutralNameHint: 'Ce qu’un téléphone affiche dehors : un titre qui ne dit rien.',
  neutralPage: 'Page ouverte par Masquer',
  neutralPageHint: 'Une page ordinaire, comme la météo : https://…',
  fiscalYearStart: 'L’année commence en',
  fiscalYearHint: 'Pour les rapports. Les bailleurs comptent souvent à partir d’avril.',
  dayEndsAtHour: 'La journée finit à',
  dayEndsHint: 'Ce qui est noté avant cette heure appartient à la veille.',
  hour: (p) => `${p.hour} h`,
  retentionMonths: 'Mois de détail gardés',
  retentionHint: 'Qui a noté quoi est oublié ensuite; les comptes restent.',
  save: 'Enregistrer les réglages',
  months: [
    ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet'],
    ...['août', 'septembre', 'octobre', 'novembre', 'décembre'],
  ],
}
