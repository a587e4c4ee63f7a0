"""Runs a command and prints what it took: wall seconds, CPU seconds, peak memory in MiB, exit code."""
import json, os, sys, time

out = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
start = time.monotonic()
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, out, 1)])
_, status, usage = os.wait4(pid, 0)
print(json.dumps({
    'wall': time.monotonic() - start,
    'cpu': usage.ru_utime + usage.ru_stime,
    'memory': usage.ru_maxrss / 1024,
    'exit': os.waitstatus_to_exitcode(status),
}))
