package org.radcam.weasis.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.radcam.engine.DeviceChoice;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.viewer.Viewer.Subscription;

class StoredSettingsTest {
  private final Map<String, String> texts = new HashMap<>();
  private final PluginSettings settings = SettingsInMemory.over(texts, Path.of("captures"));

  @Test
  void whatIsSetIsReadBackByTheNextSession() {
    settings.setDevice(DeviceChoice.cuda(1));
    settings.setKeepModel(false);
    settings.setLook(new HeatStyle(ColourMap.INFERNO, 0.35, 0.4));
    settings.setPackageFolder(Optional.of(Path.of("models")));
    settings.setResultsFolder(Optional.of(Path.of("results")));
    settings.setLast("sinonasal", "sinonasal-demo");
    settings.setLast("bone-matrix", "bone-matrix-demo");
    PluginSettings next = SettingsInMemory.over(texts, Path.of("captures"));
    assertThat(next.device()).isEqualTo(DeviceChoice.cuda(1));
    assertThat(next.keepModel()).isFalse();
    assertThat(next.look()).isEqualTo(new HeatStyle(ColourMap.INFERNO, 0.35, 0.4));
    assertThat(next.packageFolder()).contains(Path.of("models"));
    assertThat(next.resultsFolder()).contains(Path.of("results"));
    assertThat(next.lastTask()).contains("bone-matrix");
    assertThat(next.lastModel("sinonasal")).contains("sinonasal-demo");
  }

  @Test
  void textsThatNobodyUnderstandsCountAsNotSet() {
    settings.setDevice(DeviceChoice.CPU);
    settings.setLook(new HeatStyle(ColourMap.INFERNO, 0.35, 0.4));
    settings.setPackageFolder(Optional.of(Path.of("models")));
    texts.replaceAll((key, text) -> "\0?");
    assertThat(settings.device()).isEqualTo(DeviceChoice.AUTO);
    assertThat(settings.look()).isEqualTo(HeatStyle.DEFAULT);
    assertThat(settings.packageFolder()).isEmpty();
    assertThat(settings.keepModel()).isTrue();
    texts.replaceAll((key, text) -> "17");
    assertThat(settings.look()).isEqualTo(HeatStyle.DEFAULT);
  }

  @Test
  void listenersHearOfChangesOnlyAndUntilTheyLeave() {
    AtomicInteger heard = new AtomicInteger();
    Subscription subscription = settings.listen(heard::incrementAndGet);
    settings.setKeepModel(true);
    settings.setLook(HeatStyle.DEFAULT);
    assertThat(heard).hasValue(0);
    settings.setDevice(DeviceChoice.CPU);
    settings.setDevice(DeviceChoice.CPU);
    assertThat(heard).hasValue(1);
    subscription.close();
    settings.setDevice(DeviceChoice.AUTO);
    assertThat(heard).hasValue(1);
  }
}
