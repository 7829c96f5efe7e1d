package org.radcam.network.weights.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.radcam.network.weights.TensorEntry;

/**
 * The PyTorch weights of RadImageNet (Mei et al., Radiology: Artificial Intelligence 2022;4(5),
 * doi:10.1148/ryai.210315): a list of torchvision's modules without the classifier, {@code
 * backbone.N}. With a classifier of one's own behind it, that is {@code classifier}, {@code
 * linear}, {@code fc} or {@code head}; or the two are in a list themselves, {@code 0.backbone.N}
 * and {@code 1.linear}.
 *
 * <p>The input of their example for PyTorch is (v - 127.5) * 2 / 255 of 8-bit pixels, the same in
 * three channels, 224 x 224.
 */
final class RadImageNet implements NameRule {
  private static final Pattern BACKBONE = Pattern.compile("(?:0\\.)?backbone\\.(\\d+)\\.(.+)");

  /** Possessive, as a repeated group otherwise recurses once for every time that it is there. */
  private static final Pattern HEAD =
      Pattern.compile("(?:1\\.)?(?:(?:classifier|linear|fc|head)\\.)*+(?<last>weight|bias)");

  private static final Map<String, String> RESNET =
      Map.of("0", "conv1", "1", "bn1", "4", "layer1", "5", "layer2", "6", "layer3", "7", "layer4");

  private static final Map<String, String> DENSENET =
      Map.of(
          "0",
          "conv0",
          "1",
          "norm0",
          "4",
          "denseblock1",
          "5",
          "transition1",
          "6",
          "denseblock2",
          "7",
          "transition2",
          "8",
          "denseblock3",
          "9",
          "transition3",
          "10",
          "denseblock4",
          "11",
          "norm5");

  @Override
  public Optional<Applied> recognise(Map<String, TensorEntry> tensors) {
    if (tensors.keySet().stream().noneMatch(name -> BACKBONE.matcher(name).matches())) {
      return Optional.empty();
    }
    boolean dense = tensors.keySet().stream().anyMatch(name -> name.contains(".denselayer"));
    return Optional.of(
        new Applied(
            "RadImageNet's names, backbone.N, for " + (dense ? "a DenseNet" : "a ResNet"),
            name -> Optional.of(rename(name, dense)),
            Optional.of(
                new InputScaling(
                    0.5,
                    0.5,
                    "RadImageNet, whose input is (v - 127.5) * 2 / 255 of 8-bit pixels"))));
  }

  private static String rename(String name, boolean dense) {
    Matcher backbone = BACKBONE.matcher(name);
    if (backbone.matches()) {
      String rest = backbone.group(2);
      if (!dense) {
        String module = RESNET.get(backbone.group(1));
        return module == null ? name : module + "." + rest;
      }
      // Either the list's only part with weights is torchvision's "features", or it is theirs.
      if (backbone.group(1).equals("0") && rest.contains(".")) {
        return "features." + rest;
      }
      String module = DENSENET.get(backbone.group(1));
      return module == null ? name : "features." + module + "." + rest;
    }
    Matcher head = HEAD.matcher(name);
    return head.matches() ? (dense ? "classifier." : "fc.") + head.group("last") : name;
  }
}
