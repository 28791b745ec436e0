/**
 * The Python victim, as text: it is handed to the interpreter and lies in no file. The hook refuses whatever it does
 * not know: of all that Python audits (files, processes, sockets, imports, ctypes, signals), what is left is to compile
 * and run code, and to open a plain file name in the working directory, which is the canary directory. A name that
 * the restricted reader refuses is an answer; whatever else goes wrong ends the program before it says that it is done.
 */
export const PICKLE_VICTIM = `
import base64, encodings.ascii, encodings.latin_1, io, json, os, pickle, sys, time

def read_job():
    parts = []
    position = polls = 0
    while True:
        chunk = os.pread(0, 65536, position)
        if not chunk:
            polls += 1
            if polls % 200 == 0 and os.fstat(0).st_nlink == 0:
                os._exit(0)
            time.sleep(0.001)
            continue
        parts.append(chunk)
        position += len(chunk)
        if chunk.endswith(b"\\n"):
            return json.loads(b"".join(parts))["frame"]

class Refused(Exception):
    pass

class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        raise Refused(module + "." + name)

def lock():
    known = frozenset(("compile", "exec", "pickle.find_class"))
    plain = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
    def guard(event, args, known=known, plain=plain):
        if event in known:
            return
        if event == "open" and type(args[0]) is str and args[0] and plain.issuperset(args[0]):
            return
        raise RuntimeError("locked: this is a victim process")
    sys.addaudithook(guard)

READERS = {
    "pickle": pickle.loads,
    "restricted": lambda data: Restricted(io.BytesIO(data)).load(),
    "json": json.loads,
}

os.write(1, b"ready\\n")
job = json.loads(read_job())
data = base64.b64decode(job["bytes"])
lock()
try:
    READERS[job["reads"]](data)
except Refused:
    pass
os.write(1, b"done\\n")
`;
