/** One group a line. */
export const french = `
supprimer, effacer, enlever
annuler, résilier, arrêter
se connecter, connexion, ouvrir une session, login
se déconnecter, déconnexion
inscription, créer un compte
mot de passe, code
compte, profil
utilisateur, membre
facture, reçu
paiement, payer
prix, tarif, coût
abonnement, formule
remboursement, rembourser
courriel, email, e mail, mail
notification, alerte
changer, modifier, éditer
configurer, installer
paramètres, réglages, préférences
créer, ajouter
activer, allumer
désactiver, éteindre
erreur, problème, panne, ne fonctionne pas
télécharger, exporter
importer, téléverser
récupérer, restaurer
chercher, trouver
image, photo
écran, moniteur
ordinateur, pc
téléphone, mobile, portable
fichier, document
dossier, répertoire
`
