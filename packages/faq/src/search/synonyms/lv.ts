/** One group a line. */
export const latvian = `
dzēst, izdzēst, noņemt
atcelt, pārtraukt
pieteikties, ielogoties, ieiet
iziet, atteikties, izlogoties
reģistrēties, izveidot kontu
parole, kods
konts, profils
lietotājs, dalībnieks
rēķins, kvīts, čeks
maksājums, apmaksa, maksāt
cena, maksa, tarifs
abonements, tarifs
epasts, e pasts
paziņojums, brīdinājums
mainīt, rediģēt, labot
iestatīt, uzstādīt, konfigurēt
iestatījumi, opcijas
izveidot, pievienot
ieslēgt, aktivizēt
izslēgt, deaktivizēt
kļūda, problēma, nestrādā
lejupielādēt, saglabāt
augšupielādēt, importēt
atjaunot, atgūt
meklēt, atrast
attēls, bilde, foto
ekrānattēls, ekrānuzņēmums
ekrāns, monitors, displejs
skaņa, audio
bezvadu, wifi, wi fi
tīkls, internets, savienojums
dators, klēpjdators
tālrunis, telefons
drukāt, izdrukāt, printēt
printeris, drukas iekārta
fails, datne, dokuments
mape, direktorija
programma, lietotne
`
