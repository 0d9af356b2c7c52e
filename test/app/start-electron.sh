#!/usr/bin/env bash
# Starts the Electron that QUARTERDECK_ELECTRON names, in place of this process. On a busy machine it says that its debugger
# listens a moment before anybody is answered there, and who asks at once waits for ever: what is told later is asked in time.
later() {
  while IFS= read -r line; do
    case $line in 'DevTools listening'*) sleep 0.3 ;; esac
    printf '%s\n' "$line"
  done
}
exec "$QUARTERDECK_ELECTRON" "$@" 2> >(later >&2)
