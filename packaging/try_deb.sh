# What a hall's administrator does with the package on a new PC without a screen.
export LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen HOME=/srv
! command -v python3 >/dev/null || echo "this root has a Python; the trial proves less"
# what the first start of a PC does
[ -s /etc/machine-id ] || tr -d - < /proc/sys/kernel/random/uuid > /etc/machine-id
zcdesk --version
zcdesk setup --answers /opt/zcdesk/resources/demo/answers.toml --data /srv/desk
zcdesk verify --data /srv/desk
timeout 20 zcdesk --data /srv/desk 2> /srv/said || [ $? = 124 ]
cat /srv/said
! grep -q -i -e '^bug' -e error /srv/said
zcdesk verify --data /srv/desk
zcdesk form sample receipt > /srv/receipt.json
zcdesk form render receipt --data /srv/receipt.json --as pdf --out /srv/receipt.pdf
zcdesk form render receipt --data /srv/receipt.json --as escpos80 --out /srv/receipt.bin
# an upgrade over itself and a removal leave the data alone
dpkg --unpack /var/cache/apt/archives/zcdesk*.deb 2>/dev/null || true
dpkg --configure zcdesk 2>/dev/null || true
dpkg --remove zcdesk
[ ! -e /opt/zcdesk/zcdesk ]
[ -s /srv/desk/zcdesk.db ] || ls -l /srv/desk
echo "installed, set up, started, papers made, removed"
