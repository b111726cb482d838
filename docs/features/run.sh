#!/usr/bin/env bash
# Runs a program of the tests with the engine's usual settings: docs/features/run.sh CLASS [arguments]
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
path=$here/target/features/class-path
mkdir -p "$here/target/features"
mvn -B -q -f "$here/pom.xml" test-compile dependency:build-classpath -Dmdep.outputFile="$path"
cache=${DJL_CACHE_DIR:-$HOME/.cache/slimgan-explorer/engine}
export DJL_CACHE_DIR=$cache OMP_WAIT_POLICY=passive
exec java -Xmx2g -Djava.awt.headless=true -Dai.djl.offline=true -DOPT_OUT_TRACKING=true -DDJL_CACHE_DIR="$cache" \
    -Dlogback.configurationFile="$here/docs/features/logback.xml" \
    -cp "$here/target/test-classes:$here/target/classes:$(cat "$path")" "$@"
