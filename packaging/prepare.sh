#!/bin/sh
# Set up .venv for one intention and leave a stamp in it, so that the Makefile runs this once only.
#
#   packaging/prepare.sh run|window|test|package
#
#   run      the program without a display (offscreen)
#   window   the program in a window of the X server
#   test     window, and everything that tests and checks need
#   package  run, and everything that freezes the program
#
# PYTHON=... names another interpreter than python3. Knows nothing of what is then run in the environment.
set -eu

intention=${1:?usage: packaging/prepare.sh run|window|test|package}
cd "$(dirname "$0")/.."
python=.venv/bin/python

# Debian and Ubuntu names, "newer|older" where they differ: Qt without a display, with one, and a display for tests.
offscreen_packages='libglib2.0-0t64|libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 fontconfig fonts-dejavu-core'
window_packages='libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxcb-randr0
  libxcb-image0 libxcb-render-util0 libxcb-glx0'
display_packages='xvfb xauth'

say() { printf 'rewritediff: %s\n' "$*" >&2; }

stop() {
  say "$@"
  exit 1
}

# --- Debian packages -------------------------------------------------------------------------------------------------

as_root() {
  # dpkg wants ldconfig and start-stop-daemon, which stand in folders that an ordinary user's PATH may lack
  if [ "$(id -u)" -eq 0 ]; then
    env DEBIAN_FRONTEND=noninteractive PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin" "$@"
  else
    sudo -n env DEBIAN_FRONTEND=noninteractive PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin" "$@"
  fi
}

apt_is_permitted() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" -eq 0 ] || sudo -n true >/dev/null 2>&1
}

# "new|old other" -> the name of each that this release knows, the last one where it knows none
known_names() {
  for alternatives in "$@"; do
    chosen=''
    for name in $(printf '%s' "$alternatives" | tr '|' ' '); do
      [ -n "$chosen" ] && apt-cache show "$chosen" >/dev/null 2>&1 && break
      chosen=$name
    done
    printf '%s ' "$chosen"
  done
}

# What to type, for people: the older name, which newer releases still understand
install_line() { printf 'sudo apt-get install %s' "$(printf '%s ' "$@" | sed -e 's/[^ ]*|//g' -e 's/ $//')"; }

install_packages() {
  apt_is_permitted || return 1
  # a fresh container has no package lists; where updating fails, those that are there may do
  as_root apt-get update -qq </dev/null >&2 || say 'apt-get update failed; trying with the package lists that are there'
  names=$(known_names "$@")
  say "installing system packages with apt-get: $names"
  # shellcheck disable=SC2086 # one word a name is what is wanted
  as_root apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 $names </dev/null >/dev/null
}

# --- Python ----------------------------------------------------------------------------------------------------------

is_new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_interpreter() {
  if [ -n "${PYTHON:-}" ]; then
    is_new_enough "$PYTHON" || stop "PYTHON=$PYTHON cannot be run or is older than Python 3.11"
    printf '%s' "$PYTHON"
    return
  fi
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
    if is_new_enough "$name"; then
      printf '%s' "$name"
      return
    fi
  done
  stop "Python 3.11 or newer is needed; python3 is $(python3 --version 2>/dev/null || echo missing)." \
    'Install it, or name one: make demo PYTHON=/path/to/python3.11'
}

create_environment() {
  # an environment whose interpreter is gone or has no pip (a set-up that was interrupted) is made anew
  if [ -x "$python" ] && is_new_enough "$python" && "$python" -m pip --version >/dev/null 2>&1; then return; fi
  interpreter=$(find_interpreter)
  if ! "$interpreter" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    # Debian keeps these two apart from Python itself
    install_packages python3-venv ||
      stop "$interpreter cannot make virtual environments. On Debian and Ubuntu: $(install_line python3-venv)"
  fi
  say "creating .venv with $("$interpreter" --version)"
  "$interpreter" -m venv --clear .venv || stop "$interpreter could not make .venv"
}

install_project() { # the project with these extras, in editable mode
  say "installing what the project needs into .venv (once; Qt is a download of 80 MB)"
  # the build backend comes first and pinned too: in an environment of its own, pip would take its newest version
  pip_install hatchling editables
  pip_install --no-build-isolation --editable ".$1"
}

pip_install() { # twice quiet: an old pip warns of an extra of lxml that it does not find, and errors are said all the same
  "$python" -m pip install --quiet --quiet --disable-pip-version-check --constraint packaging/constraints.txt "$@" ||
    stop 'pip could not install what the project needs (its reasons stand above)'
}

# --- Qt --------------------------------------------------------------------------------------------------------------

# Asks Qt itself, so that it works on every system; without one font every picture would be blank
qt_starts_offscreen() {
  QT_QPA_PLATFORM=offscreen "$python" -c '
import sys
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication
application = QApplication([])
sys.exit(None if QFontDatabase.families() else "no font is installed")' 2>&1
}

# Loads the plug-in for X11 without opening a display, so that a missing library is named. Other systems have no such plug-in
x11_plugin_loads() {
  "$python" -c '
import ctypes, pathlib, PySide6
for plugin in pathlib.Path(PySide6.__file__).parent.glob("Qt/plugins/platforms/libqxcb.so"):
    ctypes.CDLL(str(plugin))' 2>&1
}

display_is_there() { [ "$(uname -s)" != Linux ] || command -v Xvfb >/dev/null 2>&1; }

# ensure CHECK PACKAGES: 0 where the check passes, if need be after installing; else its reason is in $reason
ensure() {
  check=$1
  shift
  reason=$($check) && return 0
  install_packages "$@" || return 1
  reason=$($check)
}

last_line() { printf '%s' "$1" | tail -n 1; }

prepare_offscreen() {
  # shellcheck disable=SC2086 # lists of names
  ensure qt_starts_offscreen $offscreen_packages ||
    stop "Qt does not start: $(last_line "$reason")." \
      "On Debian and Ubuntu: $(install_line $offscreen_packages)"
}

prepare_window() {
  # shellcheck disable=SC2086
  ensure x11_plugin_loads $offscreen_packages $window_packages && return
  # shellcheck disable=SC2086
  say "Qt cannot open windows on X11: $(last_line "$reason")." "On Debian and Ubuntu: $(install_line $window_packages)"
  # under Wayland Qt does without; tests of the real window skip themselves
  [ -n "${WAYLAND_DISPLAY:-}" ] || [ "$intention" = test ] || stop 'Without a window: env -u DISPLAY make demo'
}

prepare_display() {
  # shellcheck disable=SC2086
  ensure display_is_there $display_packages ||
    say "no Xvfb: tests that need a display are skipped. On Debian and Ubuntu: $(install_line $display_packages)"
}

# --- The intentions --------------------------------------------------------------------------------------------------

create_environment
case $intention in
run)
  install_project ''
  prepare_offscreen
  ;;
window)
  install_project ''
  prepare_offscreen
  prepare_window
  ;;
test)
  install_project '[dev]'
  prepare_offscreen
  prepare_window
  prepare_display
  ;;
package)
  install_project '[package]'
  prepare_offscreen
  ;;
*) stop "no such intention: $intention" ;;
esac
touch ".venv/ready-to-$intention"
