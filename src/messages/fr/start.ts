import type { start as english } from '../en/start.ts'
import { fr } from '../format.ts'

export const start: typeof english = {
  title: 'Pour commencer',
  lead: 'Environ 40 minutes en tout. Arrêtez quand vous voulez : tout est gardé.',
  allDone: 'Tout est en place. Chacune de ces pages reste où elle est, sous Plus.',
  progress: (p) =>
    fr.plural(p.done, `${p.done} étape faite sur ${p.of}`, `${p.done} étapes faites sur ${p.of}`),
  groups: { programme: 'Votre programme', stock: 'Votre stock', team: 'Votre équipe' },
  states: { done: 'Fait', ready: 'Prêt', later: 'Plus tard' },
  steps: {
    programme: 'Nom, année et fin de la journée',
    calendar: 'Jours d’ouverture',
    places: 'Lieux',
    items: 'Articles et emballages',
    count: 'Premier inventaire',
    suppliers: 'Fournisseurs et jours de commande',
    people: 'Équipe',
    bag: 'Premier sac',
  },
  hints: {
    programme: () => 'Ce que disent les rapports, et quand finit une nuit',
    calendar: () =>
      'Travail de rue du lundi au vendredi, site fixe quatre soirs : changez ce qui diffère',
    places: (p) =>
      fr.list([
        fr.plural(p.stockrooms, 'une réserve', `${p.stockrooms} réserves`),
        p.bags === 0 ? 'aucun sac' : fr.plural(p.bags, 'un sac', `${p.bags} sacs`),
        p.venues === 0
          ? 'aucun point de service'
          : fr.plural(p.venues, 'un point de service', `${p.venues} points de service`),
      ]),
    items: (p) => `${fr.number(p.items)} articles sont prêts : vérifiez ce que contient une boîte`,
    count: () => 'Ou notez un don. Zéro est une bonne réponse; vide veut dire pas encore compté.',
    suppliers: (p) =>
      p.suppliers === 0
        ? 'Quand commander, et combien de temps prend la livraison'
        : fr.plural(p.suppliers, 'Un fournisseur', `${p.suppliers} fournisseurs`),
    people: (p) =>
      p.people === 1
        ? 'Il n’y a que vous : invitez vos collègues'
        : `${p.people} personnes peuvent se connecter`,
    bag: () => 'Possible après le premier inventaire, quand un sac existe',
  },
  adminsOnly: 'Pour l’administration',
  fromSpreadsheet: 'Vous aviez des tableurs?',
  fromSpreadsheetHint:
    'Importez les articles, le stock et l’usage passé : les prévisions connaissent alors votre programme dès le premier jour.',
  menu: 'Toutes les pages',
  menuGroups: {
    daily: 'Chaque jour',
    stock: 'Déplacer et compter',
    look: 'Revoir',
    setUp: 'Mettre en place',
  },
  pages: {
    calendar: 'Jours d’ouverture',
    places: 'Lieux',
    changes: 'Changements',
    expiry: 'À donner d’abord',
    rationing: 'Partager ce qui manque',
    late: 'Saisie après coup',
    rounds: 'Parcours',
    events: 'Événements et autres',
    held: 'Des téléphones, à décider',
    cleanUps: 'Corvées de nettoyage',
    exports: 'Ce qui est sorti',
    returnRatio: 'Taux de récupération',
    recoveries: 'Ce qui est revenu',
    binTypes: 'Types de contenant',
  },
}
