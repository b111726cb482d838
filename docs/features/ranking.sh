#!/usr/bin/env bash
# Makes the table of docs/features/builtin.md: Fréchet distances of CIFAR-10's test images, spoilt more and more, to its
# training images, with the embedded feature network and, if its weights are named, with the Inception network.
#
#   docs/features/ranking.sh path/to/cifar-10-batches-bin [inception-weights [test-images [training-images]]]
#
# THREADS=2 says how many cores it may use.
set -euo pipefail
data=$(realpath "${1:?"name the folder of CIFAR-10's binary files"}")
inception=()
if [ $# -gt 1 ]; then
    inception=("$(realpath "$2")" "${3:-1000}" "${4:-1000}")
fi
here=$(cd "$(dirname "$0")/../.." && pwd)
table=$here/target/features/ranking.md
"$here/docs/features/run.sh" io.slimgan.metrics.features.builtin.RankImages "$data" "$table" "${THREADS:-1}" \
    "${inception[@]}"
cat "$table"
