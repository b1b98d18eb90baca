import type { digest as english } from '../en/digest.ts'
import { fr } from '../format.ts'

export const digest: typeof english = {
  // son propre choix
  title: 'Courriel du matin',
  lead: 'Ce qu’il faut commander, à 8 h, les jours où il y a du nouveau ou plus pressant; sinon une fois par semaine tant que la liste n’est pas vide.',
  begin: 'Le recevoir',
  change: 'Le changer ou l’arrêter',
  stands: 'Vous le recevez',
  wanted: 'M’envoyer par courriel ce qu’il faut commander',
  address: 'Adresse courriel',
  addressHint: 'Gardée pour cela seulement, et oubliée dès que vous arrêtez.',
  privacy:
    'L’objet ne dit rien. Le message nomme des articles et des quantités, comme le tableau : aucun lieu, aucun point de service, personne. Il reste dans votre boîte : choisissez-en une que vous êtes seul·e à ouvrir.',
  save: 'Enregistrer',
  lastSent: (p) => `Dernier envoi : ${fr.day(p.day)}.`,
  refused: (p) =>
    `Le ${fr.day(p.day)}, le serveur de courriel a refusé cette adresse. Vérifiez-la : rien n’arrive entre-temps.`,
  noServer: 'Cette installation n’envoie pas de courriel. L’administration peut régler SMTP_URL.',

  // le message
  subject: (p) =>
    p.fresh > 0
      ? fr.plural(
          p.fresh,
          '1 nouveauté sur votre liste',
          `${fr.number(p.fresh)} nouveautés sur votre liste`,
        )
      : `Votre liste : ${fr.number(p.all)}`,
  greeting: 'Ce qu’il faut commander, le plus pressant d’abord.',
  fresh: 'nouveau',
  order: (p) => `Commander ${p.what}${p.by && `, ${p.by}`}.`,
  more: (p) =>
    fr.plural(p.count, 'Et un autre au tableau.', `Et ${fr.number(p.count)} autres au tableau.`),
  board: 'Voir le tableau',
  why: 'Vous avez demandé ce message.',
  stop: 'Le changer ou l’arrêter',
  link: (p) => `${p.words} : ${p.url}`,

  // pour l’administration
  lastRun: 'Courriel du matin',
  done: 'Fait',
  lastSentAny: (p) => `Dernier message : ${fr.day(p.day)}.`,
  neverSent: 'Aucun message n’est encore parti.',
  problems: {
    login: 'Le serveur de courriel a refusé le nom ou le mot de passe de SMTP_URL.',
    unreachable: 'Le serveur de courriel de SMTP_URL est injoignable.',
    insecure: 'Le serveur de courriel n’offre pas de chiffrement digne de confiance.',
    address:
      'Le serveur de courriel a refusé l’adresse de quelqu’un : sa page de compte le lui dit.',
    refused: 'Le serveur de courriel n’a pas pris le message.',
    app: 'Le message n’a pas pu être écrit : le journal dit pourquoi.',
  },
  again: 'Un nouvel essai se fait chaque heure jusqu’à 20 h.',
}
