/** One group a line. */
export const german = `
löschen, entfernen, beseitigen
kündigen, beenden, stornieren, abbestellen
anmelden, einloggen, login
abmelden, ausloggen, logout
registrieren, konto erstellen, konto anlegen
passwort, kennwort
konto, account, profil, benutzerkonto
benutzer, nutzer, anwender
kollege, mitarbeiter, teammitglied
rechnung, beleg, quittung
bezahlen, zahlung, zahlen
kreditkarte, zahlungsart, zahlungsmethode
preis, kosten, tarif
abo, abonnement, tarif
erstattung, rückerstattung, geld zurück
email, e mail, mail
benachrichtigung, meldung, hinweis
ändern, bearbeiten, anpassen, wechseln
einrichten, installieren, konfigurieren
einstellungen, optionen, konfiguration
erstellen, anlegen, hinzufügen
einschalten, aktivieren
ausschalten, deaktivieren
fehler, problem, störung
herunterladen, download, speichern
hochladen, upload, importieren
wiederherstellen, zurückholen, retten
suchen, finden
anzeigen, sehen, ansehen
bild, foto, grafik
bildschirmfoto, screenshot
bildschirm, monitor, anzeige
ton, klang, audio, sound
wlan, funknetzwerk, drahtlos, wifi
internet, netzwerk, verbindung
rechner, computer, pc
handy, telefon, smartphone
drucken, ausdrucken
datei, dokument
ordner, verzeichnis
programm, anwendung, app
akku, batterie
langsam, dauert lange
schrift, schriftgröße, text vergrößern
sprache, übersetzung
`
