#!/usr/bin/env bash
# Trains the embedded feature network and writes it over the one in the resources.
#
#   docs/features/train-builtin.sh path/to/cifar-10-batches-bin [seed [epochs [threads]]]
set -euo pipefail
data=$(realpath "${1:?"name the folder of CIFAR-10's binary files"}")
here=$(cd "$(dirname "$0")/../.." && pwd)
exec "$here/docs/features/run.sh" io.slimgan.metrics.features.builtin.TrainBuiltin "$data" \
    "$here/src/main/resources/io/slimgan/metrics/features/builtin/builtin-1.safetensors" \
    "${2:-1}" "${3:-24}" "${4:-1}"
