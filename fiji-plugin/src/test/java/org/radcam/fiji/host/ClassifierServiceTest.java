package org.radcam.fiji.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.radcam.UserException;
import org.radcam.classify.Case;
import org.radcam.classify.Classifier;
import org.radcam.classify.ClassifyOptions;
import org.radcam.engine.DeviceChoice;
import org.radcam.fiji.TestModel;
import org.radcam.image.Geometry;
import org.radcam.image.ImageTraits;
import org.radcam.image.Size;
import org.radcam.image.SourceImage;
import org.radcam.image.Volume;
import org.radcam.model.ModelPackage;
import org.radcam.zoo.ModelZoo;

class ClassifierServiceTest {
  private final ClassifierService service = new ClassifierService();
  private final ModelPackage model = TestModel.install();

  @AfterEach
  void dispose() {
    service.dispose();
  }

  @Test
  void theSameModelOnTheSameDeviceIsLoadedOnce() {
    Classifier first = borrowOnce(DeviceChoice.CPU);

    assertThat(borrowOnce(DeviceChoice.CPU)).isSameAs(first);
  }

  @Test
  void anotherRequestClosesWhatNobodyUses() {
    Classifier first = borrowOnce(DeviceChoice.CPU);
    borrowOnce(DeviceChoice.AUTO);

    assertThatThrownBy(() -> classify(first)).hasMessageContaining("closed");
  }

  @Test
  void aModelInUseIsClosedByItsLastUserOnly() {
    ClassifierService.Lease first = service.borrow(model, DeviceChoice.CPU);
    ClassifierService.Lease second = service.borrow(model, DeviceChoice.CPU);
    borrowOnce(DeviceChoice.AUTO);

    classify(first.classifier());
    first.close();
    first.close();
    classify(second.classifier());
    second.close();

    assertThatThrownBy(() -> classify(second.classifier())).hasMessageContaining("closed");
  }

  @Test
  void disposingClosesTheModel() {
    Classifier classifier = borrowOnce(DeviceChoice.CPU);

    service.dispose();

    assertThatThrownBy(() -> classify(classifier)).hasMessageContaining("closed");
  }

  @Test
  void aModelThatCannotBeLoadedLeavesTheLoadedOneAlone() {
    Classifier classifier = borrowOnce(DeviceChoice.CPU);
    ModelPackage without = ModelZoo.shipped().find("chest-xray-resnet152");

    assertThatThrownBy(() -> service.borrow(without, DeviceChoice.CPU))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("needs weights");
    classify(classifier);
  }

  private Classifier borrowOnce(DeviceChoice device) {
    try (ClassifierService.Lease lease = service.borrow(model, device)) {
      return lease.classifier();
    }
  }

  private static void classify(Classifier classifier) {
    Geometry grid = Geometry.uncalibrated(Size.of(80, 80));
    float[] values = new float[80 * 80];
    for (int n = 0; n < values.length; n++) {
      values[n] = n;
    }
    SourceImage image = new SourceImage("x", new Volume(grid, values), ImageTraits.UNKNOWN);
    classifier.classify(Case.of("CXR", image, Optional.empty()), ClassifyOptions.DEFAULT);
  }
}
