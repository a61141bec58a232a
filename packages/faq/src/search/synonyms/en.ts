/** One group a line. */
export const english = `
delete, remove, erase, wipe, get rid of
cancel, stop, terminate, unsubscribe
quit, close, exit
log in, login, sign in, signin, log on
log out, logout, sign out, signout, log off
sign up, signup, register, registration, create account
password, passcode, passphrase
two factor, 2fa, two step, 2 step, mfa, authenticator, two factor authentication, two step verification
account, profile
user, member
teammate, colleague, coworker, co worker, team member, collaborator
teammate, colleague, coworker, user, member
permission, access, rights, role
administrator, admin, owner
invoice, receipt, bill, billing
payment, billing, charge, charged
credit card, payment method, debit card, bank card
price, pricing, cost, fee
subscription, plan, membership
refund, money back, reimbursement
return, send back, give back
discount, coupon, promo code, voucher
upgrade, change plan, switch plan
downgrade, change plan, cheaper plan
trial, try, try out
order, purchase, buy
shipping, delivery, shipment, parcel, package, deliver
arrive, receive, delivery
email, mail, e mail, e mails
notification, alert, reminder, notify, let me know, tell me
chat, conversation, message
change, edit, update, modify, adjust, alter
set up, setup, configure, install
settings, preferences, options, configuration
create, make, new
turn on, enable, activate, switch on
turn off, disable, deactivate, switch off
fix, repair, solve, resolve, troubleshoot
not working, does not work, doesn't work, broken, problem, issue, fails, failed
error, failure, problem, bug
slow, takes long, takes ages, takes forever, long time, performance
fast, quick, faster, speed up, improve performance
export, download, save
upload, import
backup, back up
restore, recover, undo, get back, retrieve
lost, missing, disappeared, vanished
find, search, look for, locate
show, view, see
hide, conceal
copy, duplicate, clone
move, transfer, migrate
picture, image, photo
screenshot, screen shot, screen capture, print screen
avatar, profile picture
video, movie, recording, screencast
record, capture
sound, audio
speaker, sound, no sound
silent, mute, no sound
microphone, mic
text size, font size, bigger text, larger text
tiny, small, little
big, large, huge
language, translation
time zone, timezone
phone, mobile, smartphone, cell phone
computer, pc, laptop
monitor, screen, display
website, site, web page, webpage
wifi, wi fi, wireless, wlan
internet, network, online
disconnect, drop, lose connection, keeps dropping
connect, pair, link
integration, connect, plugin, plug in, add on, extension
app, application
folder, directory
spreadsheet, sheet
chart, graph, diagram
statistics, stats, analytics, metrics
visitor, traffic, visits
block, exclude, filter, ignore
robot, bot, crawler, spam
security, secure, safe, protect
privacy, gdpr, personal data
hacked, compromised, stolen
contact, support, customer service, reach you
start, launch, open
boot, start up, turn on
restart, reboot
shortcut, hotkey, key combination
two sided, both sides, double sided, duplex
storage, disk space, memory
battery, charge
update, upgrade, new version
uninstall, remove
verify, confirm, validate, verification
company, organization, organisation, business, workspace
reset, wipe, clear, start over, start again
close account, delete account, remove account, close profile, deactivate account
forgot password, forgotten password, lost password, reset password
locked out, cannot log in, can't log in, recover account
invite, add people, add user
give, grant, assign
sold out, out of stock, back in stock, available again
spike, surge, sudden increase, suddenly
increase, rise, grow
crash, freeze, frozen, hang, stuck, unresponsive
blank, empty, white
schedule, scheduled, later
automatic, automatically, auto
limit, maximum, quota, allowance
share, publish
rename, change name
customer, client, buyer
quote, estimate, offer
tax, vat, gst, sales tax
overdue, unpaid, late
every month, monthly, recurring
every year, yearly, annual, annually
version history, revision, revisions, track changes, recorded changes
letters, text, font, characters
too small, bigger, larger, enlarge, zoom, magnify
dark mode, dark theme, night mode
theme, appearance, look
touchpad, trackpad, mouse
usb stick, flash drive, usb drive, thumb drive, memory stick, pen drive
sleep, suspend, standby, hibernate
compile, build, compilation
attachment, attach, attached file
compare, comparison, difference, differences
combine, merge, join
split, divide, separate
order, sort, arrange
group, team
rule, condition
draft, unsaved
bookmark, favorite, favourite
`
