package org.radcam.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.radcam.UserException;

/**
 * A TorchScript program, which PyTorch itself loads and runs. Unlike weights it is code: it can do
 * whatever TorchScript's operators can, so it should come from somebody one trusts.
 */
public final class TorchProgram {
  private final PtSymbolBlock block;

  private TorchProgram(PtSymbolBlock block) {
    this.block = block;
  }

  /**
   * Loads a program, for inference.
   *
   * @param content of the file
   * @param manager decides the device, and frees the program when it is closed
   * @throws UserException if PyTorch cannot load it
   */
  public static TorchProgram load(byte[] content, NDManager manager) {
    try {
      PtSymbolBlock block =
          JniUtils.loadModule(
              (PtNDManager) manager, new ByteArrayInputStream(content), true, false);
      JniUtils.enableInferenceMode(block);
      return new TorchProgram(block);
    } catch (IOException | EngineException e) {
      throw new UserException("PyTorch cannot load the TorchScript program: " + reason(e), e);
    }
  }

  /**
   * Runs a method that takes one array and gives one.
   *
   * @param input left open
   * @param gradient whether the way back is recorded
   * @return in the input's manager
   * @throws UserException if there is no such method, it fails, or gives something else
   */
  public NDArray run(String method, NDArray input, boolean gradient) {
    try (NDManager scope = input.getManager().newSubManager()) {
      // How DJL is told a method's name: by that of an array, which is not handed over.
      NDArray name = scope.create(0);
      name.setName("module_method:" + method);
      NDList outputs = IValueUtils.forward(block, new NDList(input, name), gradient);
      if (outputs.size() != 1) {
        outputs.close();
        throw new UserException(
            "The TorchScript program's '"
                + method
                + "' gives "
                + outputs.size()
                + " arrays where one is needed.");
      }
      NDArray output = outputs.get(0);
      if (gradient) {
        return output;
      }
      // Inference mode's own arrays can never be differentiated; a copy can.
      try (output) {
        return output.duplicate();
      }
    } catch (EngineException | IllegalArgumentException | UnsupportedOperationException e) {
      throw new UserException("The TorchScript program's '" + method + "' failed: " + reason(e), e);
    }
  }

  /**
   * The line that says what is wrong: after a trace of the program's calls it is the last one that
   * names an error, otherwise the first one.
   */
  private static String reason(Exception e) {
    List<String> lines =
        String.valueOf(e.getMessage())
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .toList();
    return lines.stream()
        .filter(line -> line.matches("\\w*(Error|Exception): .+"))
        .reduce((earlier, later) -> later)
        .or(() -> lines.stream().findFirst())
        .orElse("PyTorch gives no reason");
  }
}
