#!/bin/sh
# Puts this folder where programs of this user live, with an entry in the menu and the command `ordermanager`.
# `install.sh --remove` takes all of that away again. Orders and settings are elsewhere and stay.
set -eu
data="${XDG_DATA_HOME:-$HOME/.local/share}"
place="$data/ordermanager-program"
menu="$data/applications/ordermanager.desktop"
icon="$data/icons/hicolor/scalable/apps/ordermanager.svg"
command="$HOME/.local/bin/ordermanager"

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
rm -f "$menu" "$icon" "$command"
if [ "${1:-}" = --remove ]; then
    rm -rf "$place"
    echo "Order Manager is removed. Its workspace is left where it was."
    exit 0
fi
if [ "$here" != "$place" ]; then
    rm -rf "$place"
    mkdir -p "$place"
    cp -R "$here/." "$place/"
fi
mkdir -p "$(dirname "$menu")" "$(dirname "$icon")" "$(dirname "$command")"
cp "$place/_internal/ordermanager/resources/icons/ordermanager.svg" "$icon"
sed "s|@PROGRAM@|$place/ordermanager|" "$place/ordermanager.desktop" > "$menu"
ln -s "$place/ordermanager" "$command"
echo "Order Manager is in the menu now, and as a command: $command"
