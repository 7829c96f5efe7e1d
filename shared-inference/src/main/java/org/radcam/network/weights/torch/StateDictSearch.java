package org.radcam.network.weights.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.radcam.network.weights.Names;
import org.radcam.network.weights.pickle.PickleDict;
import org.radcam.network.weights.pickle.PickleGlobal;
import org.radcam.network.weights.pickle.PickleObject;
import org.radcam.network.weights.pickle.PickleRefusedException;

/**
 * Finds the state dict in what a file holds:
 *
 * <ul>
 *   <li>a dictionary of tensors is one itself, unless there is another within it;
 *   <li>in a training checkpoint it is whichever entry is a dictionary of tensors, such as {@code
 *       state_dict} or {@code model}, or such an entry of an entry named so;
 *   <li>several of them (a model and its moving average) are refused and listed: the user chooses;
 *   <li>a whole pickled module is refused, because only its class's code could make sense of it.
 * </ul>
 */
final class StateDictSearch {
  /** Entries that are looked into. */
  private static final Set<String> WRAPPERS =
      Set.of("state_dict", "model_state_dict", "model", "net", "network", "ema", "state");

  /** One dictionary may be there under very many names; so many entries are looked at in all. */
  private static final int MAX_ENTRIES = 2_000_000;

  private final List<StateDict> found = new ArrayList<>();
  private long seen;

  private StateDictSearch() {}

  /**
   * Finds the state dict, or refuses the file.
   *
   * @param root what the file holds
   * @param choice the path of the wanted one, as {@link StateDict#where} gives it
   */
  static StateDict find(Object root, Optional<String> choice) {
    if (root instanceof PickleObject || root instanceof PickleGlobal) {
      throw wholeModule(root);
    }
    if (!(root instanceof PickleDict dict)) {
      throw new PickleRefusedException(
          "it holds no state dict; in Python: torch.save(model.state_dict(), \"weights.pth\")");
    }
    StateDictSearch search = new StateDictSearch();
    search.collect("", dict, true);
    List<StateDict> found = search.found;
    if (choice.isPresent()) {
      return found.stream()
          .filter(one -> one.where().equals(choice.get()))
          .findFirst()
          .orElseThrow(
              () ->
                  new PickleRefusedException(
                      "it has no state dict '"
                          + choice.get()
                          + "'"
                          + list("; there are: ", found)));
    }
    if (found.isEmpty()) {
      Optional<Object> module =
          dict.entries().values().stream().filter(PickleObject.class::isInstance).findFirst();
      if (module.isPresent() && dict.entries().keySet().stream().anyMatch(WRAPPERS::contains)) {
        throw wholeModule(module.get());
      }
      throw new PickleRefusedException(
          "it holds no tensors by name; it has: "
              + Names.listed(dict.entries().keySet().stream().map(Names::shown).toList()));
    }
    if (found.size() > 1) {
      throw new PickleRefusedException(
          "it holds several state dicts" + list(": ", found) + "; choose one (--state-dict NAME)");
    }
    return found.get(0);
  }

  private void collect(String where, PickleDict dict, boolean deeper) {
    seen += dict.entries().size();
    if (seen > MAX_ENTRIES) {
      throw new PickleRefusedException(
          "its dictionaries have more than " + MAX_ENTRIES + " entries");
    }
    StateDict itself = StateDict.of(where, dict);
    if (!itself.tensors().isEmpty()) {
      found.add(itself);
    }
    for (Map.Entry<String, Object> entry : dict.entries().entrySet()) {
      if (deeper && entry.getValue() instanceof PickleDict inner) {
        String path = where.isEmpty() ? entry.getKey() : where + "." + entry.getKey();
        collect(path, inner, where.isEmpty() && WRAPPERS.contains(entry.getKey()));
      }
    }
  }

  private static String list(String before, List<StateDict> found) {
    return before
        + Names.listed(
            found.stream()
                .map(
                    one ->
                        "'" + Names.shown(one.where()) + "' (" + one.tensors().size() + " tensors)")
                .toList());
  }

  private static PickleRefusedException wholeModule(Object module) {
    String type =
        module instanceof PickleObject object
            ? object.type().shown()
            : ((PickleGlobal) module).shown();
    return new PickleRefusedException(
        "it holds a whole pickled object ("
            + type
            + "), which only its own code could open; in Python save its weights alone:"
            + " torch.save(model.state_dict(), \"weights.pth\")");
  }
}
