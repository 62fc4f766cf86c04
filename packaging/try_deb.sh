# What a hall's administrator does with the package on a new PC without a screen.
export LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen
! command -v python3 >/dev/null || echo "this root has a Python; the trial proves less"
# what the first start of a PC does
[ -s /etc/machine-id ] || tr -d - < /proc/sys/kernel/random/uuid > /etc/machine-id
grep -q localhost /etc/hosts 2>/dev/null || echo "127.0.0.1 localhost" >> /etc/hosts
useradd --create-home clerk
home=$(getent passwd clerk | cut -d: -f6)
clerk="runuser -u clerk -- env HOME=$home"

# a printer: CUPS with a queue that keeps what comes out
mkdir -p /srv/out /run/cups
chmod 777 /srv/out
cat > /usr/lib/cups/backend/keep <<'BACKEND'
#!/bin/sh
[ $# -gt 0 ] || { echo 'direct keep "Unknown" "keeps what it prints"'; exit 0; }
cat ${6:+"$6"} > /srv/out/receipt.pdf
BACKEND
chmod 755 /usr/lib/cups/backend/keep
printf 'Listen 127.0.0.1:631\n<Location />\n  Order allow,deny\n  Allow 127.0.0.1\n</Location>\n<Policy default>\n  <Limit All>\n    Order deny,allow\n  </Limit>\n</Policy>\n' > /etc/cups/cupsd.conf
/usr/sbin/cupsd -f &
printing=$!
trap 'kill $printing' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do lpstat -h 127.0.0.1 -r 2>/dev/null | grep -q "is running" && break; sleep 1; done
lpadmin -h 127.0.0.1 -p laser -E -v keep:/ -m raw

# from the package to a printed receipt, by nobody's hand
zcdesk --version
$clerk zcdesk setup --answers /tmp/try_deb.toml | tee /srv/out/setup.txt
grep -q "laser" /srv/out/setup.txt
$clerk zcdesk update status | grep -q 0123456789abcdef
head -c 5 /srv/out/receipt.pdf | grep -q '%PDF-'

# what its menu entries start: the desk, and the screens it opens for them
works() {
    $clerk zcdesk 2> /srv/out/said &
    desk=$!
    for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
        $clerk zcdesk kiosk 2>/dev/null && $clerk zcdesk board && break
        sleep 1
    done
    kill -0 $desk
    kill $desk
    wait $desk || true
    cat /srv/out/said
    ! grep -q -i -e '^bug' -e error /srv/out/said
}
for entry in zcdesk zcdesk-kiosk zcdesk-board; do
    command=$(sed -n 's/^Exec=\([a-z-]*\).*/\1/p' "/usr/share/applications/$entry.desktop")
    [ -x "$(command -v "$command")" ]
done
works
kept() { $clerk zcdesk verify --json; $clerk zcdesk catalogue export --out /srv/out/matters.yaml; cat /srv/out/matters.yaml; }
kept > /srv/out/before.txt
# somebody's day must be in it too
$clerk zcdesk form sample receipt > /srv/out/sample.json
$clerk zcdesk form render receipt --data /srv/out/sample.json --as escpos80 --out /srv/out/slip.bin

# whose updates count is told beforehand, as a silent installation does; a wrong word pins nothing
[ ! -e /etc/zcdesk/release.pub ]
key=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
echo "zcdesk zcdesk/release-key string $key" | debconf-set-selections

# the next version, and back: the same acts, numbers and settings
for package in /tmp/next.deb /tmp/previous.deb; do
    before=$(dpkg-query -W -f '${Version}' zcdesk)
    dpkg --force-downgrade --install "$package"
    [ "$(dpkg-query -W -f '${Version}' zcdesk)" != "$before" ]
    kept > /srv/out/after.txt
    cmp /srv/out/before.txt /srv/out/after.txt
    [ "$(cat /etc/zcdesk/release.pub)" = "$key" ]
    works
done
man -w zcdesk >/dev/null 2>&1 || gzip -t /usr/share/man/man1/zcdesk.1.gz 2>/dev/null || echo "no manual pages are kept here"

# removal keeps the cases
dpkg --remove zcdesk
[ ! -e /opt/zcdesk/zcdesk ]
[ -s "$home"/.local/share/zcdesk/store.db ]
echo "installed, set up, receipt printed, started, renewed and put back, removed"
