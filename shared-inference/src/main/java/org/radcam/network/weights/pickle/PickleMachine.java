package org.radcam.network.weights.pickle;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads pickles of the protocols 0 to 5 (PEP 307, 3154 and 574; the opcodes are described in
 * CPython's {@code pickletools}) as plain data. Unlike Python's machine it makes no objects and
 * calls nothing: what a name, a call or an object means is up to a {@link PickleWorld}.
 *
 * <p>Values are {@link Boolean}, {@link Long}, {@link java.math.BigInteger}, {@link Double}, {@link
 * String}, {@link PickleTuple}, {@link PickleList}, {@link PickleDict}, {@link PickleGlobal},
 * {@link PickleObject}, {@link PickleConstant}, and whatever the world makes. An object's state is
 * read and dropped.
 *
 * <p>Refused are:
 *
 * <ul>
 *   <li>a pickle that ends early, or claims a length beyond its end;
 *   <li>more than {@value #MAX_STEPS} steps, which bounds the memory too;
 *   <li>a step that finds on the stack or in the memo something else than it needs;
 *   <li>a call of anything but a named function or class; extension codes; out-of-band buffers;
 *   <li>whatever the world refuses.
 * </ul>
 */
public final class PickleMachine {
  /** A DenseNet-121 with an optimiser's state takes about 100 000. */
  private static final int MAX_STEPS = 2_000_000;

  private final PickleInput in;
  private final PickleWorld world;
  private final PickleStack stack = new PickleStack();
  private final Map<Long, Object> memo = new HashMap<>();

  private PickleMachine(ByteBuffer bytes, PickleWorld world) {
    this.in = new PickleInput(bytes);
    this.world = world;
  }

  /**
   * Reads one pickle.
   *
   * @param bytes from its position; left after the pickle's end
   * @throws PickleRefusedException if it is refused
   */
  public static Object load(ByteBuffer bytes, PickleWorld world) {
    return new PickleMachine(bytes, world).run();
  }

  private Object run() {
    for (int step = 0; step < MAX_STEPS; step++) {
      int opcode = in.unsignedByte();
      if (opcode == '.') {
        return stack.pop();
      }
      if (!number(opcode) && !text(opcode) && !container(opcode) && !memo(opcode)) {
        object(opcode);
      }
    }
    throw new PickleRefusedException("its pickle has more than " + MAX_STEPS + " steps");
  }

  private boolean number(int opcode) {
    switch (opcode) {
      case 'N' -> stack.push(PickleConstant.NONE);
      case 0x88 -> stack.push(true);
      case 0x89 -> stack.push(false);
      case 'J' -> stack.push((long) in.signedInt());
      case 'K' -> stack.push((long) in.unsignedByte());
      case 'M' -> stack.push((long) in.unsignedShort());
      case 0x8a -> stack.push(PickleNumbers.integer(in, in.unsignedByte()));
      case 0x8b -> stack.push(PickleNumbers.integer(in, in.unsignedInt()));
      case 'I', 'L' -> stack.push(PickleNumbers.integer(in.line()));
      case 'F' -> stack.push(PickleNumbers.real(in.line()));
      case 'G' -> stack.push(in.bigEndianDouble());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean text(int opcode) {
    switch (opcode) {
      case 0x8c -> stack.push(in.text(in.unsignedByte(), StandardCharsets.UTF_8));
      case 'X' -> stack.push(in.text(in.unsignedInt(), StandardCharsets.UTF_8));
      case 0x8d -> stack.push(in.text(in.signedLong(), StandardCharsets.UTF_8));
      case 'U' -> stack.push(in.text(in.unsignedByte(), StandardCharsets.ISO_8859_1));
      case 'T' -> stack.push(in.text(in.unsignedInt(), StandardCharsets.ISO_8859_1));
      case 'V' -> stack.push(in.line());
      case 'S' -> stack.push(in.quotedLine());
      case 'C' -> opaque(in.unsignedByte());
      case 'B' -> opaque(in.unsignedInt());
      case 0x8e, 0x96 -> opaque(in.signedLong());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean container(int opcode) {
    switch (opcode) {
      case '(' -> stack.mark();
      case '0' -> {
        if (stack.atMark()) {
          stack.popToMark();
        } else {
          stack.pop();
        }
      }
      case '1' -> stack.popToMark();
      case '2' -> stack.push(stack.peek());
      case ')' -> stack.push(new PickleTuple(List.of()));
      case 't' -> stack.push(new PickleTuple(stack.popToMark()));
      case 0x85 -> stack.push(tuple(1));
      case 0x86 -> stack.push(tuple(2));
      case 0x87 -> stack.push(tuple(3));
      case ']' -> stack.push(new PickleList());
      case 'l' -> {
        PickleList list = new PickleList();
        stack.popToMark().forEach(list::add);
        stack.push(list);
      }
      case 'a' -> append(List.of(stack.pop()));
      case 'e' -> append(stack.popToMark());
      case '}' -> stack.push(new PickleDict());
      case 'd' -> {
        List<Object> pairs = stack.popToMark();
        stack.push(new PickleDict());
        set(pairs);
      }
      case 's' -> {
        Object value = stack.pop();
        set(List.of(stack.pop(), value));
      }
      case 'u' -> set(stack.popToMark());
      case 0x8f -> stack.push(PickleConstant.OPAQUE);
      case 0x90 -> stack.popToMark();
      case 0x91 -> {
        stack.popToMark();
        stack.push(PickleConstant.OPAQUE);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean memo(int opcode) {
    switch (opcode) {
      case 'q' -> memo.put((long) in.unsignedByte(), stack.peek());
      case 'r' -> memo.put(in.unsignedInt(), stack.peek());
      case 'p' -> memo.put(PickleNumbers.index(in.line()), stack.peek());
      case 0x94 -> memo.put((long) memo.size(), stack.peek());
      case 'h' -> stack.push(remembered((long) in.unsignedByte()));
      case 'j' -> stack.push(remembered(in.unsignedInt()));
      case 'g' -> stack.push(remembered(PickleNumbers.index(in.line())));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void object(int opcode) {
    switch (opcode) {
      case 0x80 -> {
        int protocol = in.unsignedByte();
        if (protocol > 5) {
          throw new PickleRefusedException("its pickle is of the unknown protocol " + protocol);
        }
      }
      // The length of what follows, which is checked piece by piece.
      case 0x95 -> in.signedLong();
      case 'c' -> {
        String module = in.line();
        stack.push(world.global(module, in.line()));
      }
      case 0x93 -> {
        String name = stack.pop(String.class);
        stack.push(world.global(stack.pop(String.class), name));
      }
      case 'R' -> {
        PickleTuple arguments = stack.pop(PickleTuple.class);
        stack.push(world.call(callee(stack.pop()), arguments));
      }
      case 'i' -> {
        String module = in.line();
        PickleGlobal type = world.global(module, in.line());
        stack.push(world.call(type, new PickleTuple(stack.popToMark())));
      }
      case 'o' -> {
        List<Object> all = stack.popToMark();
        if (all.isEmpty()) {
          throw PickleStack.broken();
        }
        stack.push(world.call(callee(all.get(0)), new PickleTuple(all.subList(1, all.size()))));
      }
      case 0x81 -> {
        PickleTuple arguments = stack.pop(PickleTuple.class);
        stack.push(world.instance(callee(stack.pop()), arguments));
      }
      case 0x92 -> {
        stack.pop();
        PickleTuple arguments = stack.pop(PickleTuple.class);
        stack.push(world.instance(callee(stack.pop()), arguments));
      }
      // The state of an object that is never made.
      case 'b' -> {
        stack.pop();
        stack.peek();
      }
      case 'Q' -> stack.push(world.persistent(stack.pop()));
      case 'P' -> stack.push(world.persistent(in.line()));
      default ->
          throw new PickleRefusedException(
              "it is no pickle, or a damaged one (opcode " + opcode + ")");
    }
  }

  private static PickleGlobal callee(Object value) {
    if (value instanceof PickleGlobal global) {
      return global;
    }
    throw new PickleRefusedException("its pickle wants to call something that has no name");
  }

  private void append(List<Object> items) {
    if (stack.peek() instanceof PickleList list) {
      items.forEach(list::add);
    }
  }

  /** A value that is no dictionary of ours, such as a placeholder, drops its entries. */
  private void set(List<Object> pairs) {
    if (pairs.size() % 2 != 0) {
      throw PickleStack.broken();
    }
    if (stack.peek() instanceof PickleDict dict) {
      for (int n = 0; n < pairs.size(); n += 2) {
        dict.put(pairs.get(n), pairs.get(n + 1));
      }
    }
  }

  private PickleTuple tuple(int size) {
    Object[] items = new Object[size];
    for (int n = size - 1; n >= 0; n--) {
      items[n] = stack.pop();
    }
    return new PickleTuple(List.of(items));
  }

  private Object remembered(long index) {
    Object value = memo.get(index);
    if (value == null) {
      throw PickleStack.broken();
    }
    return value;
  }

  private void opaque(long length) {
    in.skip(length);
    stack.push(PickleConstant.OPAQUE);
  }
}
