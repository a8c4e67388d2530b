#!/usr/bin/env bash
# Reads files of JSON Lines with `rapporteur pipe` under GNU parallel, on one machine or many: FILE.jsonl (or .jsonl.gz) gives
# OUT/FILE.records.jsonl, byte for byte what one `rapporteur pipe` would write.
#
#   deploy/engines/parallel.sh OUT FILE...
#
# A result appears when it is whole, and a file that has one is passed over: broken off and started again, it goes on with the file
# that it was in. The exit code is 0 where every line was read, 1 where some could not be (they are {"id", "error"} in the results),
# 2 where the command line is wrong, and 3 where reading broke off.
#
# RAPPORTEUR is the command (rapporteur), JOBS how many run at once (one for each core), BLOCK about how much text each is given at a
# time (8M). The variable PARALLEL holds more options of GNU parallel's own: PARALLEL='--sshlogin 8/north,8/south' reads on the
# machines north and south, where the command must be.
set -euo pipefail

[ $# -ge 2 ] || { sed -n '2,/^set /{/^set /!s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
out=$1; shift
# Exit code 1 says that some lines could not be read, which ends nothing; any other ends the run, and what is in hand is thrown away.
command="$(printf %q "${RAPPORTEUR:-rapporteur}") pipe --threads 1 || [ \$? -eq 1 ]"
unread='^\{"id":(null|"([^"\\]|\\.)*"),"error":'

result() { local name=${1##*/}; name=${name%.gz}; printf %s "$out/${name%.jsonl}.records.jsonl"; }

lines() { case $1 in *.gz) gzip -dc -- "$1" ;; *) cat -- "$1" ;; esac; }

twice=$(for file; do result "$file"; echo; done | sort | uniq -d)
[ -z "$twice" ] || { echo "several files would give $twice" >&2; exit 2; }

mkdir -p "$out"
status=0
for file; do
  result=$(result "$file")
  if [ ! -e "$result" ]; then
    lines "$file" \
      | parallel --pipe --block "${BLOCK:-8M}" --keep-order --jobs "${JOBS:-100%}" --halt now,fail=1 "$command" > "$result.part" \
      || { echo "$file: reading broke off" >&2; exit 3; }
    mv -- "$result.part" "$result"
  fi
  if grep -qE "$unread" -- "$result"; then echo "$file: some lines could not be read" >&2; status=1; fi
done
exit "$status"
