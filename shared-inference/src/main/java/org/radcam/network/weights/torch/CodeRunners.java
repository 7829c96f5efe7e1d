package org.radcam.network.weights.torch;

import java.util.Set;
import org.radcam.network.weights.pickle.PickleGlobal;
import org.radcam.network.weights.pickle.PickleRefusedException;

/**
 * Names that weights never need and that run code, or reach the system, where a pickle is opened in
 * Python. Nothing would run them here; but a file that mentions one is an attack, and its user
 * should know.
 */
final class CodeRunners {
  private static final Set<String> MODULES =
      words(
          """
          _io _pickle _posixsubprocess _winapi aiohttp asyncio atexit bdb cProfile cffi
          cloudpickle code codeop commands concurrent ctypes dill distutils doctest fileinput
          ftplib functools gc glob http imp importlib inspect io joblib linecache mmap
          multiprocessing nt operator os pdb pickle pip pkgutil platform popen2 posix profile
          pty pydoc requests resource runpy setuptools shelve shlex shutil signal site smtplib
          socket socketserver sqlite3 ssl subprocess sys tempfile telnetlib thread threading
          timeit trace types urllib urllib2 venv webbrowser winreg xmlrpc zipimport
          """);

  private static final Set<String> PREFIXES =
      words(
          """
          numpy.distutils numpy.f2py numpy.testing torch.distributed torch.hub torch.jit
          torch.multiprocessing torch.package torch.serialization torch.utils.cpp_extension
          torch._dynamo torch._inductor
          """);

  private static final Set<String> NAMES =
      words(
          """
          codecs.open numpy.load numpy.fromfile numpy.memmap pathlib.Path.write_text torch.load
          torch.save torch.from_file torch.storage._load_from_bytes
          """);

  /** What of Python's own names is a plain value. */
  private static final Set<String> BUILTIN_VALUES =
      words(
          """
          bool bytearray bytes complex dict float frozenset int list long object range set slice
          str tuple unicode xrange
          """);

  private CodeRunners() {}

  static void refuse(PickleGlobal global) {
    String module = global.module();
    String root = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
    // Protocol 4 reaches through a class or module: os.path.sys and the like are one dotted name.
    boolean builtin = root.equals("builtins") || root.equals("__builtin__");
    boolean listed =
        PREFIXES.stream().anyMatch(one -> module.equals(one) || module.startsWith(one + "."));
    if ((builtin && !BUILTIN_VALUES.contains(global.name()))
        || MODULES.contains(root)
        || (listed && !isLayout(global))
        || NAMES.contains(global.path())
        || global.name().contains("__")) {
      throw refusal(global);
    }
  }

  static PickleRefusedException refusal(PickleGlobal global) {
    return new PickleRefusedException(
        "it wants to run "
            + global.shown()
            + ", which weights never need; nothing was run, and it should not be opened in Python"
            + " either");
  }

  private static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  private static boolean isLayout(PickleGlobal global) {
    return global.path().equals("torch.serialization._get_layout");
  }
}
