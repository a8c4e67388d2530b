#!/usr/bin/env bash
#SBATCH --job-name=rapporteur
#SBATCH --cpus-per-task=4
#SBATCH --mem=2G
# Reads files of JSON Lines with `rapporteur pipe` as an array of Slurm, one file a task. FILES names them, one a line, from a folder
# that all nodes see; FILE.jsonl (or .jsonl.gz) gives OUT/FILE.records.jsonl.
#
#   sbatch --array=1-$(wc -l < FILES) deploy/engines/slurm.sh FILES OUT
#
# A result appears when it is whole, and a task that finds its own is done: submit the array again to go on. A task fails with 1 where
# some lines could not be read (they are {"id", "error"} in the result, which is there), and with 3 where reading broke off.
#
# RAPPORTEUR is the command (rapporteur).
set -euo pipefail

[ $# -eq 2 ] || { echo "usage: sbatch --array=1-\$(wc -l < FILES) $0 FILES OUT" >&2; exit 2; }
files=$1 out=$2
file=$(sed -n "${SLURM_ARRAY_TASK_ID}p" "$files")
[ -n "$file" ] || { echo "$files has no line $SLURM_ARRAY_TASK_ID" >&2; exit 2; }

name() { sed -E 's|.*/||; s/\.gz$//; s/\.jsonl$//'; }

name=$(name <<< "$file")
[ "$(name < "$files" | grep -cxF -e "$name")" -eq 1 ] || { echo "several files would give $name.records.jsonl" >&2; exit 2; }
result=$out/$name.records.jsonl
[ ! -e "$result" ] || exit 0

lines() { case $1 in *.gz) gzip -dc -- "$1" ;; *) cat -- "$1" ;; esac; }

mkdir -p "$out"
set +e
lines "$file" | "${RAPPORTEUR:-rapporteur}" pipe --threads "${SLURM_CPUS_PER_TASK:-1}" > "$result.part"
codes=("${PIPESTATUS[@]}")
set -e
[ "${codes[0]}" -eq 0 ] && [ "${codes[1]}" -le 1 ] || { echo "$file: reading broke off (${codes[*]})" >&2; exit 3; }
mv -- "$result.part" "$result"
exit "${codes[1]}"
