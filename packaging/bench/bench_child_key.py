"""The key derivation alone, the floor of unlocking: `bench_child_key.py MEMORY PASSES LANES`."""

import sys
import time

from argon2.low_level import Type, hash_secret_raw

memory, passes, lanes = map(int, sys.argv[1:])
start = time.perf_counter()
hash_secret_raw(b"a plain phrase", bytes(16), passes, memory, lanes, 32, Type.ID, 19)
print(1000 * (time.perf_counter() - start), flush=True)
