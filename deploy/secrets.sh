#!/usr/bin/env bash
# Makes what broker, store, workers and desk need to trust one another, into a folder: passwords, and certificates of an authority of
# its own. What is there already stays, but for the certificates of broker and store, which are issued anew: run it again before they
# run out, or for other hosts.
#
#   deploy/secrets.sh FOLDER [HOST...]
#
# HOSTs are further names or addresses that broker and store are reached by; localhost, and the names that deploy/compose.yaml gives
# them, are in the certificates anyway.
#
#   ca.pem ca.key               the authority: ca.pem goes to every machine, ca.key to none
#   broker.pem broker.key       the broker's certificate
#   store.pem store.key         the store's
#   broker-users.conf           the passwords of the broker's users, as deploy/broker/nats.conf includes them
#   store-passwords.sql         the passwords of the store's users, run after deploy/store/roles.sql
#   store-admin                 the password of the store's own administrator, where a container is to make one
#   queue-USER                  user:password at the broker, for RAPPORTEUR_QUEUE_CREDENTIALS: submit, worker, desk, admin
#   pgpass-USER                 the same at the store, for PGPASSFILE: worker, desk, reader
set -euo pipefail

[ $# -ge 1 ] || { sed -n '2,/^set /{/^set /!s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
folder=$1; shift
days=3650
# Only its owner gets into the folder. What lies in it can be read by whoever a container runs as, once a file is handed to it.
umask 022
mkdir -p "$folder"
chmod 700 "$folder"
cd "$folder"

password() { openssl rand -hex 24; }
once() { [ -s "$1" ] || { cat > "$1.new" && mv "$1.new" "$1"; }; }
key() { [ -s "$1" ] || openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"; }

key ca.key
[ -s ca.pem ] || openssl req -new -x509 -key ca.key -sha256 -days $days -subj "/CN=Rapporteur's own authority" -out ca.pem

certificate() {
  local name=$1 host names="DNS:$1,DNS:localhost,IP:127.0.0.1"; shift
  for host; do
    if [[ $host =~ ^[0-9.]+$ || $host == *:* ]]; then names+=",IP:$host"; else names+=",DNS:$host"; fi
  done
  key "$name.key"
  openssl req -new -key "$name.key" -subj "/CN=$name" |
    openssl x509 -req -CA ca.pem -CAkey ca.key -CAcreateserial -sha256 -days $days -out "$name.pem" \
      -extfile <(printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n' "$names") 2>/dev/null
}
certificate broker "$@"
certificate store "$@"
chmod 644 broker.key store.key

for user in submit worker desk admin; do
  once "queue-$user" <<< "$user:$(password)"
done
for user in submit worker desk admin; do
  echo "${user}_password: \"$(cut -d: -f2 "queue-$user")\""
done > broker-users.conf

once store-admin <<< "$(password)"
for user in worker desk reader; do
  once "pgpass-$user" <<< "*:*:*:rapporteur_$user:$(password)"
done
for user in worker desk reader; do
  echo "ALTER ROLE rapporteur_$user PASSWORD '$(cut -d: -f5 "pgpass-$user")';"
done > store-passwords.sql
