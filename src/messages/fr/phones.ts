import type { phones as english } from '../en/phones.ts'
import { fr } from '../format.ts'

export const phones: typeof english = {
  title: 'Téléphones hors réseau',
  lead: 'Un téléphone jumelé garde ce que vous touchez jusqu’au retour du réseau, puis l’envoie de lui-même.',
  what: 'Avant de jumeler ce téléphone',
  keeps:
    'Ce que vous touchez est verrouillé avant d’attendre ici. Le téléphone lui-même ne peut pas le relire.',
  finder:
    'Qui trouve ce téléphone verrouillé voit combien de touches attendent, et rien d’autre. Déverrouillé, on y voit les codes et les lieux de cette sortie seulement.',
  hides:
    'Masquer couvre l’écran et quitte. L’écran se couvre aussi après une minute, et quand vous quittez l’application.',
  wipes: 'Effacer, tenu trois secondes sur l’écran couvert, essaie d’envoyer, puis oublie tout.',
  opening:
    'Après un rechargement hors réseau, vous pouvez toujours noter ce que vous remettez. Pour voir aussi ce qu’il y a dans le sac, choisissez ce qui l’ouvre.',
  passkey: 'Utiliser l’empreinte ou le verrou de ce téléphone',
  passkeyHint: (p) =>
    `Le téléphone en fait une clé d’accès, rangée sous «\u00a0${p.name}\u00a0». Elle ouvre ce que ce téléphone garde, et rien d’autre.`,
  passkeyRefused:
    'Le téléphone n’a pas fait de clé. Essayez encore, ou décochez et choisissez une phrase.',
  passphrase: 'Une phrase pour ouvrir votre sac',
  passphraseHint:
    'Huit caractères ou plus. Elle ne quitte jamais ce téléphone\u00a0: personne ne peut la réinitialiser.',
  passphraseShort: 'Huit caractères ou plus, ou rien du tout.',
  pair: 'Jumeler ce téléphone',
  needsScript: 'Noter hors réseau demande JavaScript. Tout le reste marche sans.',
  needsHttps:
    'Ce navigateur ne peut pas verrouiller ce qui attend\u00a0: ouvrez cette page en HTTPS.',
  list: 'Téléphones jumelés',
  none: 'Aucun téléphone jumelé',
  noneHint: 'Jumelez le téléphone que vous emportez, sur le téléphone lui-même.',
  device: 'Téléphone',
  person: 'De',
  pairedOn: 'Jumelé',
  sentOn: 'Dernier envoi',
  never: 'pas encore',
  thisPhone: 'ce téléphone',
  open: 'Ouvrir la page du terrain',
  opensWith: {
    passkey: 'Hors réseau, votre sac s’ouvre avec l’empreinte ou le verrou de ce téléphone.',
    passphrase: 'Hors réseau, votre sac s’ouvre avec la phrase choisie.',
    nothing:
      'Après un rechargement hors réseau, votre sac ne s’ouvre pas\u00a0: rien n’a été choisi pour l’ouvrir.',
  },
  revoke: 'Ne plus s’y fier',
  revokeOf: (p) => `Ne plus s’y fier\u00a0: ${p.device}, le téléphone de ${p.person}`,

  held: 'Reçu, à décider',
  heldLead:
    'Ce que les téléphones ont envoyé et qui n’a pas pu être inscrit de lui-même. Rien ici ne compte encore.',
  heldNone: 'Rien à décider',
  heldNoneHint:
    'Ce que les téléphones envoient s’inscrit de lui-même. Ce qui ne le peut pas attend ici.',
  heldCount: (p) =>
    fr.plural(
      p.count,
      '1 inscription d’un téléphone à décider',
      `${fr.number(p.count)} inscriptions de téléphones à décider`,
    ),
  receivedOn: 'Reçu',
  content: 'Ce qui a été noté',
  reason: 'Pourquoi c’est en attente',
  reasons: {
    revoked: 'on ne se fie plus à ce téléphone',
    disabled: 'la personne n’a plus accès',
    'unknown-key': 'trop ancien pour être ouvert',
    refused: 'le registre l’a refusé',
    typed: 'écrit à la main',
  },
  given: (p) => `${fr.number(p.quantity)} ${p.item}, remis à ${p.venue}, ${fr.day(p.day)}`,
  asked: (p) =>
    `${fr.number(p.quantity)} ${p.item} demandé, plus rien, à ${p.venue}, ${fr.day(p.day)}`,
  stop: (p) => `Une visite à ${p.venue}, ${fr.day(p.day)}`,
  met: (p) => `${fr.number(p.step)} personne de plus à ${p.venue}, ${fr.day(p.day)}`,
  noStop: (p) => `Finalement aucune visite à ${p.venue}, ${fr.day(p.day)}`,
  skip: (p) => `Passe ${p.venue}, ${fr.day(p.day)}`,
  unskip: (p) => `S’arrête quand même à ${p.venue}, ${fr.day(p.day)}`,
  undo: 'Annule une autre de ses inscriptions',
  typed: (p) => `«\u00a0${p.text}\u00a0»`,
  unreadable: 'Impossible à ouvrir.',
  unknown: 'quelque chose d’inconnu',
  enter: 'Inscrire',
  setAside: 'Mettre de côté',
}
