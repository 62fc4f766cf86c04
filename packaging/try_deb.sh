# What a hall's administrator does with the package on a new PC without a screen.
export LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen HOME=/root
! command -v python3 >/dev/null || echo "this root has a Python; the trial proves less"
# what the first start of a PC does
[ -s /etc/machine-id ] || tr -d - < /proc/sys/kernel/random/uuid > /etc/machine-id
zcdesk --version
zcdesk setup --answers /opt/zcdesk/resources/demo/answers.toml --data /root/desk
zcdesk verify --data /root/desk
timeout 20 zcdesk --data /root/desk 2> /root/said || [ $? = 124 ]
cat /root/said
! grep -q -i -e '^bug' -e error /root/said
zcdesk verify --data /root/desk
zcdesk form sample receipt > /root/receipt.json
zcdesk form render receipt --data /root/receipt.json --as pdf --out /root/receipt.pdf
zcdesk form render receipt --data /root/receipt.json --as escpos80 --out /root/receipt.bin
# an upgrade over itself and a removal leave the data alone
dpkg --unpack /var/cache/apt/archives/zcdesk*.deb 2>/dev/null || true
dpkg --configure zcdesk 2>/dev/null || true
dpkg --remove zcdesk
[ ! -e /opt/zcdesk/zcdesk ]
[ -s /root/desk/zcdesk.db ] || ls -l /root/desk
echo "installed, set up, started, papers made, removed"
