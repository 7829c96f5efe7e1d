package org.radcam.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcam.EditedProgram;
import org.radcam.TestData;
import org.radcam.UserException;
import org.radcam.cam.Cam;
import org.radcam.cam.CamMethods;
import org.radcam.cam.ExplainedForward;
import org.radcam.cam.RawMap;
import org.radcam.model.NpyArray;
import org.radcam.network.ArchitectureSpec;
import org.radcam.network.Architectures;
import org.radcam.network.ScriptNetwork;
import org.radcam.network.weights.Safetensors;
import org.radcam.network.weights.Tensor;

/** Programs that {@code make_torch_files.py} saved, and what PyTorch 2.7.1 says they answer. */
class TorchProgramTest {
  private static final ComputeDevice CPU = TorchEngine.device(DeviceChoice.CPU);

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = TorchProgramTest.class.getResourceAsStream("/golden/torch/" + name)) {
      return in.readAllBytes();
    }
  }

  private static Map<String, Tensor> golden() throws IOException {
    try (InputStream in =
        TorchProgramTest.class.getResourceAsStream("/golden/torch/program.safetensors")) {
      return Safetensors.read(in, "program.safetensors").tensors();
    }
  }

  private static NDArray array(NDManager manager, Tensor tensor) {
    return manager.create(tensor.values(), new Shape(tensor.shape()));
  }

  private static ScriptNetwork network(String key, String program, NDManager manager)
      throws IOException {
    ScriptNetwork network =
        (ScriptNetwork) Architectures.create(ArchitectureSpec.of(key, 1, 2).withFeatureStep(8));
    network.load(resource(program), manager);
    return network;
  }

  @Test
  void answersAsInPyTorchAndOutOfTraining() throws IOException {
    Map<String, Tensor> golden = golden();
    try (NDManager manager = TorchEngine.newManager(CPU.device())) {
      for (String key : new String[] {ScriptNetwork.WHOLE, ScriptNetwork.SPLIT}) {
        for (String program : new String[] {"program_split.pt", "program_whole.pt"}) {
          if (key.equals(ScriptNetwork.SPLIT) && program.equals("program_whole.pt")) {
            continue;
          }
          ScriptNetwork network = network(key, program, manager);
          try (ExplainedForward forward =
              new Cam(network).forward(array(manager, golden.get("input")))) {
            float[] expected = golden.get("logits").values();
            assertThat(forward.logits(0))
                .containsExactly(new float[] {expected[0], expected[1]}, near());
            assertThat(forward.logits(1))
                .containsExactly(new float[] {expected[2], expected[3]}, near());
          }
        }
      }
    }
  }

  /**
   * With a mean and a linear layer as the head, Grad-CAM (before its ReLU) is the weighted sum of
   * features.
   */
  @Test
  void mapsAreMadeBetweenFeaturesAndHead() throws IOException {
    Map<String, Tensor> golden = golden();
    try (NDManager manager = TorchEngine.newManager(CPU.device())) {
      ScriptNetwork network = network(ScriptNetwork.SPLIT, "program_split.pt", manager);
      assertThat(network.explainable()).isTrue();
      try (ExplainedForward forward =
          new Cam(network).forward(array(manager, golden.get("input")))) {
        assertThat(forward.activations().values())
            .containsExactly(golden.get("features").values(), near());
        RawMap map = forward.map(CamMethods.usual(), 1, 0);
        assertThat(map.shape()).containsExactly(2, 3);
        float[] weights = golden.get("fc").values();
        float[] features = golden.get("features").values();
        for (int place = 0; place < 6; place++) {
          double sum = 0;
          for (int k = 0; k < 4; k++) {
            sum += weights[k] / 6 * features[24 + k * 6 + place];
          }
          assertThat((double) map.values()[place]).isCloseTo(sum, within(1e-6));
        }
      }
    }
  }

  @Test
  void aWholeProgramHasNoMapAndSaysSo() throws IOException {
    try (NDManager manager = TorchEngine.newManager(CPU.device())) {
      ScriptNetwork network = network(ScriptNetwork.WHOLE, "program_whole.pt", manager);
      assertThat(network.explainable()).isFalse();
      try (ExplainedForward forward =
          new Cam(network).forward(array(manager, golden().get("input")))) {
        assertThatThrownBy(() -> forward.map(CamMethods.usual(), 0, 0))
            .isInstanceOf(UserException.class)
            .hasMessageContaining("no heat map");
        assertThatThrownBy(forward::activations).isInstanceOf(UserException.class);
      }
    }
  }

  @Test
  void whatIsNoProgramOrLacksAMethodIsTheUsersMistake() throws IOException {
    try (NDManager manager = TorchEngine.newManager(CPU.device())) {
      byte[] text = "no program".getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> TorchProgram.load(text, manager))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("cannot load the TorchScript program");
      byte[] dict = resource("zip.pth");
      assertThatThrownBy(() -> TorchProgram.load(dict, manager)).isInstanceOf(UserException.class);
      TorchProgram whole = TorchProgram.load(resource("program_whole.pt"), manager);
      NDArray input = array(manager, golden().get("input"));
      assertThatThrownBy(() -> whole.run("features", input, false))
          .isInstanceOf(UserException.class)
          .hasMessageContaining("'features' failed")
          .message()
          .hasLineCount(1);
    }
  }

  /** The program with something else as its answer. */
  private static ScriptNetwork answering(String code, NDManager manager) throws IOException {
    ScriptNetwork network =
        (ScriptNetwork)
            Architectures.create(ArchitectureSpec.of(ScriptNetwork.WHOLE, 1, 2).withFeatureStep(8));
    network.load(EditedProgram.replacing("return (fc).forward(_0, )", code), manager);
    return network;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return torch.slice((fc).forward(_0, ), 0, 0, 1)| for 2 images where (images, 2)",
        "return torch.to((fc).forward(_0, ), 7)| numbers of type float64 where float32",
        "return torch.matmul(_0, torch.ones([3, 3]))| mat1 and mat2 shapes cannot be multiplied"
      })
  void aWrongAnswerIsSaidInOneLine(String code, String message) throws IOException {
    try (NDManager manager = TorchEngine.newManager(CPU.device())) {
      ScriptNetwork network = answering(code, manager);
      NDArray input = array(manager, golden().get("input"));
      assertThatThrownBy(() -> new Cam(network).forward(input))
          .isInstanceOf(UserException.class)
          .hasMessageContaining(message)
          .message()
          .hasLineCount(1);
    }
  }

  /** A real network of bioimage.io, a segmentation; its page gives the scaling. */
  @Test
  void aRealProgramGivesTheOutputThatItsAuthorsExpect() throws IOException {
    Path folder = TestData.require("weights/bioimageio_unet2d_nuclei_broad");
    NpyArray input = read(folder.resolve("test_input.npy"));
    float[] expected = read(folder.resolve("test_output.npy")).values();
    try (NDManager manager = TorchEngine.newManager(CPU.device())) {
      TorchProgram program =
          TorchProgram.load(Files.readAllBytes(folder.resolve("weights.pt")), manager);
      double mean = 0;
      double square = 0;
      for (float value : input.values()) {
        mean += value / input.values().length;
        square += (double) value * value / input.values().length;
      }
      double deviation = Math.sqrt(square - mean * mean);
      float[] scaled = new float[input.values().length];
      for (int n = 0; n < scaled.length; n++) {
        scaled[n] = (float) ((input.values()[n] - mean) / (deviation + 1e-6));
      }
      long[] shape = input.shape().stream().mapToLong(Integer::longValue).toArray();
      float[] found =
          program
              .run("forward", manager.create(scaled, new Shape(shape)), false)
              .getNDArrayInternal()
              .sigmoid()
              .toFloatArray();
      double worst = 0;
      for (int n = 0; n < found.length; n++) {
        worst = Math.max(worst, Math.abs(found[n] - expected[n]));
      }
      assertThat(found).hasSameSizeAs(expected);
      assertThat(worst).isLessThan(1e-4);
    }
  }

  private static NpyArray read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return NpyArray.read(in);
    }
  }

  private static Offset<Float> near() {
    return within(1e-6f);
  }
}
