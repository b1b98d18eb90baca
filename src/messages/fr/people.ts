import type { people as english } from '../en/people.ts'
import { fr } from '../format.ts'

export const people: typeof english = {
  // la porte
  signIn: 'Se connecter',
  signInLead: 'La connexion dure 12 heures au plus, et 4 sans s’en servir.',
  formHeld:
    'Votre session a pris fin. Connectez-vous de nouveau : ce que vous avez écrit est gardé, et rien n’a été envoyé.',
  sessionEnded: 'Votre session a pris fin, et rien n’a été envoyé. Connectez-vous de nouveau.',
  signInName: 'Nom de connexion',
  password: 'Mot de passe',
  uncover: 'Afficher',
  cover: 'Masquer',
  trouble: 'Un problème? Voyez l’administration.',
  setUp: 'Mettre Relais en route',
  setUpLead: 'Nommez le programme, puis vous. Tout peut être changé plus tard.',
  programmeName: 'Nom du programme',
  yourName: 'Votre nom',
  yourNameHint: 'Celui que vos collègues connaissent; un prénom suffit.',
  signInNameHint: 'Une adresse courriel ou n’importe quel nom : ce qu’on tape pour se connecter.',
  newPassword: 'Nouveau mot de passe',
  passwordHint: '12 caractères ou plus. Quatre mots se retiennent bien.',
  language: 'Langue',
  languages: { fr: 'Français', en: 'English' },
  setUpDo: 'Mettre en route et se connecter',
  welcome: (p) => `Bienvenue, ${p.name}`,
  invitationLead: (p) =>
    `Vous vous connecterez avec « ${p.signInName} ». Choisissez un mot de passe pour commencer.`,
  invitationDo: 'Garder ce mot de passe et se connecter',
  demo: (p) => `Se connecter comme ${p.name}`,
  demoLead: (p) => `${p.role}, dans le programme de démonstration. Ce lien sert une seule fois.`,
  linkSpentTitle: 'Ce lien ne fonctionne plus',
  linkSpent: 'Il a déjà servi, ou il est trop ancien. Demandez-en un nouveau à l’administration.',
  goSignIn: 'Se connecter avec un mot de passe',

  // son compte
  account: 'Votre compte',
  accountLead: (p) => `${p.signInName} · ${p.role}`,
  sessions: 'Où vous êtes connecté·e',
  sessionsHint: 'Fermez celle que vous ne reconnaissez pas, et changez votre mot de passe.',
  device: 'Appareil',
  signedInAt: 'Connexion',
  seenAt: 'Dernier usage',
  thisDevice: 'Cet appareil',
  endSession: 'Fermer',
  endSessionOf: (p) => `Fermer la connexion sur ${p.device}`,
  changePassword: 'Changer votre mot de passe',
  changePasswordHint: 'Vos autres connexions seront fermées.',
  presentPassword: 'Mot de passe actuel',
  secondStep: 'Deuxième étape',
  secondStepLead: 'Après le mot de passe, un code que montre une application de votre téléphone.',
  secondStepBegin: 'Activer la deuxième étape',
  secondStepChange: 'La voir ou l’arrêter',
  secondStepScan:
    'Numérisez ceci avec une application d’authentification, comme Aegis, 2FAS ou Google Authenticator.',
  secondStepPicture: 'Code QR pour l’application',
  secondStepHere: 'Ouvrir l’application sur cet appareil',
  secondStepType: 'Ou tapez-y ceci :',
  secondStepConfirm: 'Demander un code désormais',
  secondStepStands: 'Un code est demandé',
  secondStepEnd: 'Arrêter la deuxième étape',
  secondStepEndHint: 'Le mot de passe suffira alors pour se connecter.',
  secondStepLostHint:
    'Pour quelqu’un qui a perdu son téléphone et ses codes de secours : le mot de passe suffira alors. Assurez-vous que la demande vient bien de cette personne.',
  code: 'Code',
  codeLead: 'Le mot de passe est bon. Il manque le code de votre application.',
  codeHint: '6 chiffres, ou l’un de vos codes de secours.',
  codeLost: 'Ni téléphone ni codes? Voyez l’administration.',
  firstCodeHint: 'Les 6 chiffres que l’application montre en ce moment.',
  codesLeft: (p) =>
    fr.plural(
      p.count,
      'Il reste un code de secours.',
      `Il reste ${fr.number(p.count)} codes de secours.`,
    ),
  recoveryCodes: 'Vos codes de secours',
  recoveryLead:
    'Chacun permet une connexion sans votre téléphone. Ils ne sont montrés que maintenant : notez-les, et gardez-les loin du téléphone.',
  recoveryKept: 'Je les ai gardés',
  changePasswordDo: 'Changer le mot de passe',
  passwordChanged: 'Votre mot de passe est changé. Vos autres connexions sont fermées.',
  signOut: 'Se déconnecter',

  // l’équipe
  title: 'Équipe',
  lead: (p) =>
    fr.plural(
      p.count,
      'Une personne peut se connecter.',
      `${fr.number(p.count)} personnes peuvent se connecter.`,
    ),
  invite: 'Inviter quelqu’un',
  inviteLead: 'Vous recevrez un lien à remettre : il sert une fois, à choisir un mot de passe.',
  inviteDo: 'Créer le lien d’invitation',
  name: 'Nom',
  nameHint: 'Celui que les collègues connaissent; un prénom suffit.',
  role: 'Rôle',
  roleHints: {
    outreach: 'sort un sac, note ce qui est remis',
    stock: 'dons, trousses, inventaires, transferts, commandes',
    coordinator: 'la même chose, et le calendrier',
    admin: 'la même chose, et l’équipe, les réglages, les sauvegardes',
  },
  state: 'État',
  states: {
    active: 'Peut se connecter',
    invited: 'Invitation à accepter',
    disabled: 'Accès fermé',
  },
  linkTitle: (p) => `Un lien pour ${p.name}`,
  linkLead:
    'Il sert une fois, pendant 7 jours. Il n’est montré que maintenant : copiez-le avant de quitter cette page.',
  link: 'Lien',
  linkHow: (p) =>
    `Remettez-le en personne, ou par un message que personne d’autre ne lit. La connexion se fera avec « ${p.signInName} ».`,
  backToPeople: 'Retour à l’équipe',
  newLink: 'Nouveau lien d’invitation',
  newLinkHint:
    'Pour un mot de passe oublié ou un lien perdu. L’ancien lien ne fonctionnera plus; le mot de passe reste jusqu’à ce qu’un nouveau soit choisi.',
  disable: 'Fermer l’accès',
  disableHint:
    'La personne est déconnectée aussitôt et ne peut plus se connecter. Ce qu’elle a noté reste.',
  disabledSince: (p) => `Accès fermé le ${fr.day(p.day)}.`,
  enable: 'Rouvrir l’accès',
  access: 'Accès',
}
