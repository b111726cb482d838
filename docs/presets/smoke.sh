#!/usr/bin/env bash
# Trains the first 50 steps of every file in sample-configs/cpu as it stands, on the real images where they lie in
# SHARED/data (cifar-10-batches-bin), else on generated files in the official formats. Prints a table, and fails where a
# run does not finish or a value in its log is not a number.
#
#   docs/presets/smoke.sh [SHARED] [ONLY]      # ONLY: a part of the names, such as table4 or celeba
#
# SHARED is ../shared where it is not named. It took 35 minutes on two busy cores.
set -uo pipefail
cd "$(dirname "$0")/../.."
shared=${1:-../shared}
only=${2:-}
table=target/presets/smoke.md
mkdir -p "$(dirname "$table")"
{
    echo "| twin | images | steps | s/step | D's loss at each width, step 50 | G's loss | finite |"
    echo "|---|---|---|---|---|---|---|"
} > "$table"
mvn -B -q test -Dtest=PresetSmoke -Dshared.dir="$(realpath -m "$shared")" -Dtest.jvm.memory="-Xmx3g -Dsmoke.only=$only"
ended=$?
cat "$table"
exit $ended
