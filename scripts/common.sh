# Sourced by the other scripts: installing what is missing and building. Everything quick when nothing
# is to be done; progress goes to standard error.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# install FILE…: the Debian packages listed there, those that are missing.
install_packages() {
  local wanted missing=() package
  wanted=$(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@")
  for package in $wanted; do
    dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "these packages are missing and need root or sudo: ${missing[*]}" >&2; return 1; }
    as_root=(sudo)
  fi
  echo "installing: ${missing[*]}" >&2
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# The reader of web archives by which a test recomputes our digests: npm's warcio, this very version, in
# build/node. Where npm or its registry cannot be reached the test says that it is skipped.
install_warcio() {
  local version=2.4.11 folder=$root/build/node
  grep -qs "\"version\": \"$version\"" "$folder/node_modules/warcio/package.json" && return 0
  if ! command -v npm >/dev/null; then
    install_packages <(printf 'nodejs\nnpm\n') || true
  fi
  mkdir -p "$folder"
  echo "installing: npm's warcio $version" >&2
  npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --no-save --silent "warcio@$version" >&2 ||
    echo "npm's registry cannot be reached: the test that needs warcio is skipped" >&2
}

# build PRESET TARGET…: configures once and builds. The log is shown only when something goes wrong.
build() {
  local preset=$1 log
  shift
  log=$(mktemp)
  if ! { { [ -f "$root/build/$preset/build.ninja" ] || (cd "$root" && cmake --preset "$preset"); } &&
         (cd "$root" && cmake --build "build/$preset" --target "$@"); } >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}
