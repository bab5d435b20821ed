#!/bin/sh
# Runs a command that must not outlive whoever holds this script's standard input.
#
#   sh tether.sh PIDFILE SIGNAL GRACE_S COMMAND...
#
# When standard input ends, or brings a line with another number of seconds, the command gets SIGNAL, and after the
# grace everything that it started gets KILL. When the command ends by itself, this ends with its status. PIDFILE holds
# the command's process id meanwhile.
pidfile=$1 signal=$2 grace=$3
shift 3
exec 3<&0 </dev/null
# Ctrl-C, a closed terminal and a service manager's TERM reach everyone at once: what is to stop, the holder of the pipe
# decides, and its end is heard.
trap : INT HUP QUIT TERM

setsid "$@" 3<&- &
child=$!
echo "$child" >"$pidfile"

# The ids of the command and of all that is below it or in its session.
family() {
  found=" $child "
  before=
  while [ "$found" != "$before" ]; do
    before=$found
    for stat in /proc/[0-9]*/stat; do
      { read -r line <"$stat"; } 2>/dev/null || continue
      pid=${line%% *}
      # shellcheck disable=SC2086 # state, parent, group, session
      set -- ${line##*) }
      case $found in *" $pid "*) continue ;; esac
      case $found in *" $2 "*) found="$found$pid " ;; *) [ "$4" = "$child" ] && found="$found$pid " ;; esac
    done
  done
  echo "$found"
}

(
  trap '' INT HUP QUIT TERM
  line=
  read -r line <&3
  # From here on it is not to be cut short: what left the command's family can be found only while the command lives.
  trap '' USR1
  case $line in '' | *[!0-9]*) ;; *) grace=$line ;; esac
  members=$(family)
  kill -s "$signal" "$child" 2>/dev/null
  tenths=$((grace * 10))
  while [ "$tenths" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
    sleep 0.1
    tenths=$((tenths - 1))
  done
  # shellcheck disable=SC2046,SC2086 # lists of ids
  kill -s KILL $members $(family) 2>/dev/null
) &
watcher=$!

wait "$child"
status=$?
# A signal of our own ends the wait, not the command.
while [ "$status" -gt 128 ] && kill -0 "$child" 2>/dev/null; do
  wait "$child"
  status=$?
done
kill -s USR1 "$watcher" 2>/dev/null
wait "$watcher" 2>/dev/null
# shellcheck disable=SC2046
kill -s KILL $(family) 2>/dev/null
rm -f "$pidfile"
exit "$status"
