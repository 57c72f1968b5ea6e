#!/bin/sh
# Make the virtual environment with the pinned dependencies, and on Debian or Ubuntu the screen
# libraries that Qt needs. Quick when there is nothing to do.
#   setup.sh run     what the window needs
#   setup.sh test    also what the tests need
set -eu
what=${1:-run}
cd "$(dirname "$0")/.."

libraries="python3-venv libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1
  libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
for_tests="xvfb xdotool x11-xkb-utils fonts-droid-fallback"
requirements=requirements.txt
if [ "$what" = test ]; then
  libraries="$libraries $for_tests"
  requirements=requirements-dev.txt
fi

say() { printf '%s\n' "$*" >&2; }

is_installed() {
  # Newer Debian names some of them ...t64.
  for name in "$1" "$1t64"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' && return 0
  done
  return 1
}

available_name() {
  if apt-cache show "$1" >/dev/null 2>&1; then echo "$1"; else echo "$1t64"; fi
}

missing_libraries() {
  for name in $libraries; do
    is_installed "$name" || printf '%s ' "$name"
  done
}

install_libraries() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  missing=$(missing_libraries)
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ]; then as_root=""
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo -n"
  else
    say "These packages are missing, and installing them needs the administrator. Please run:"
    say "  sudo apt-get install $missing"
    say "(on newer releases some of the names end in t64), then the same command again."
    exit 1
  fi
  say "Installing: $missing"
  $as_root apt-get update -qq || say "The package lists could not be renewed; trying with the old ones."
  names=""
  for name in $missing; do names="$names $(available_name "$name")"; done
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $names \
    >/dev/null </dev/null || {
      say "That failed. Please run:  sudo apt-get install $names"
      exit 1
    }
}

find_python() {
  for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
    [ -n "$candidate" ] || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return 0
    fi
  done
  say "Annotator needs Python 3.11 or newer; none was found."
  say "Install it, or name it:  make run PYTHON=/path/to/python3"
  exit 1
}

make_environment() {
  stamp=$(cat "$requirements" | cksum | tr -d ' \t')
  if [ "$what" = run ] && [ -x .venv/bin/python ] && [ -f ".venv/stamp-test" ]; then
    # The test environment holds everything that a run needs.
    [ "$(cat .venv/stamp-test)" = "$(cat requirements-dev.txt | cksum | tr -d ' \t')" ] && return 0
  fi
  if [ -x .venv/bin/python ] && [ "$(cat ".venv/stamp-$what" 2>/dev/null)" = "$stamp" ] \
    && .venv/bin/python -c '' 2>/dev/null; then
    return 0
  fi
  python=$(find_python)
  if ! .venv/bin/python -c '' 2>/dev/null; then
    say "Making the virtual environment .venv with $python"
    rm -rf .venv
    "$python" -m venv .venv
  fi
  say "Installing the pinned dependencies ($requirements)"
  .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r "$requirements"
  printf '%s' "$stamp" >".venv/stamp-$what"
}

install_libraries
make_environment
