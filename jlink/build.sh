#!/usr/bin/env bash
# Makes a self-contained application image with its own Java runtime: window and command line, the CPU engine inside.
# Needs a JDK 17 or newer with jlink and jpackage, and Maven; runs on the system that the image is for (JDK tools, no
# cross-building). Result: target/image/slimgan-explorer.
#   jlink/build.sh            builds the jar first
#   jlink/build.sh --no-jar   takes target/slimgan-explorer.jar and target/lib as they are
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ "${1:-}" != "--no-jar" ]]; then
    mvn -B -q package -DskipTests
fi

tools="${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}/bin"
name=slimgan-explorer
version=$(sed -n 's:^  <version>\([0-9.]*\).*:\1:p' pom.xml)
# jpackage's version must begin with a number above zero on macOS.
[[ "$OSTYPE" == darwin* ]] && version="1.$version"

# What the libraries use; jdeps cannot tell for class-path libraries that mix automatic modules.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,java.scripting,java.sql
modules+=,java.xml,jdk.jfr,jdk.management,jdk.unsupported,jdk.zipfs

rm -rf target/image target/image-parts
mkdir -p target/image-parts/input
cp "target/$name.jar" target/image-parts/input/
cp -r target/lib target/image-parts/input/lib

"$tools/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
    --compress=2 --output target/image-parts/runtime 2> >(grep -v 'compress=2\|deprecated' >&2 || true)
# A linked runtime has no archive of the JDK's own classes; with one it starts half a second sooner.
target/image-parts/runtime/bin/java -Xshare:dump >/dev/null

options=()
if "$tools/java" --sun-misc-unsafe-memory-access=allow -version >/dev/null 2>&1; then
    # JDK 23 and newer warn on the terminal about what JavaFX and protobuf still use.
    options+=(--java-options --sun-misc-unsafe-memory-access=allow)
fi
options+=(--java-options --enable-native-access=ALL-UNNAMED)

cat > target/image-parts/slimgan.properties <<'PROPERTIES'
description=SlimGAN Explorer, command line
win-console=true
PROPERTIES

"$tools/jpackage" --type app-image --name "$name" --app-version "$version" \
    --description "Train, watch and probe slimmable GANs on the desktop" \
    --input target/image-parts/input --main-jar "$name.jar" --main-class io.slimgan.app.Main \
    --runtime-image target/image-parts/runtime --add-launcher slimgan=target/image-parts/slimgan.properties \
    "${options[@]}" --dest target/image

du -sh "target/image/$name"
