package org.radcam.weasis.panel;

import java.awt.BorderLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ScrollPaneConstants;
import org.radcam.engine.DeviceChoice;
import org.radcam.render.ColourMap;
import org.radcam.render.HeatStyle;
import org.radcam.weasis.panel.parts.Buttons;
import org.radcam.weasis.panel.parts.Choice;
import org.radcam.weasis.panel.parts.Column;
import org.radcam.weasis.panel.parts.FormRow;
import org.radcam.weasis.panel.parts.LabelColumn;
import org.radcam.weasis.panel.parts.Metrics;
import org.radcam.weasis.panel.parts.Section;
import org.radcam.weasis.panel.parts.SliderRow;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.zoo.ModelZoo;

/**
 * The content of the preferences page: device, memory, model packages, results, usual look of heat
 * maps. Nothing counts before {@link #apply}.
 */
public final class PreferencesPanel extends JPanel {
  private static final long serialVersionUID = 1L;

  private final transient PluginSettings settings;
  private final transient Background background = new Background();
  private final transient Choice<DeviceChoice> device =
      new Choice<>(TaskSection::title, chosen -> {});
  private final WrappedText devices =
      new WrappedText(Messages.text("preferences.devices"), Ink.QUIET);
  private final JCheckBox keepModel = new JCheckBox(Messages.text("preferences.keep-model"));
  private final transient Choice<ColourMap> colours = new Choice<>(ColourMap::title, chosen -> {});
  private final transient SliderRow opacity = new SliderRow(share -> {});
  private final transient SliderRow threshold = new SliderRow(share -> {});
  private final transient FolderRow packages;
  private final transient FolderRow results;
  private final transient PackageList list;

  /**
   * @param zoo the packages with a folder of the user's, or with the usual ones; slow, called on
   *     another thread
   */
  public PreferencesPanel(PluginSettings settings, Function<Optional<Path>, ModelZoo> zoo) {
    super(new BorderLayout());
    this.settings = settings;
    list = new PackageList(zoo, background);
    packages =
        new FolderRow(
            settings.packageFolder(), Messages.text("preferences.packages.usual"), list::lookAt);
    results =
        new FolderRow(
            settings.resultsFolder(), Messages.text("preferences.results.none"), folder -> {});
    LabelColumn labels = new LabelColumn();
    JButton look = new JButton(Messages.text("preferences.look"));
    look.addActionListener(event -> lookForDevices());
    keepModel.setOpaque(false);
    Column column = new Column();
    int em = Metrics.em(column);
    column.setBorder(BorderFactory.createEmptyBorder(em / 2, em, em, em));
    column.with(
        new Section(Messages.text("preferences.computing"))
            .with(
                new FormRow(labels, Messages.text("device"), device.box()),
                new Buttons(look),
                devices,
                keepModel),
        new Section(Messages.text("preferences.results")).with(results.view()),
        new Section(Messages.text("preferences.heat"))
            .with(
                new FormRow(labels, Messages.text("heat.colours"), colours.box()),
                new FormRow(labels, Messages.text("heat.opacity"), opacity.row(), opacity.slider()),
                new FormRow(
                    labels, Messages.text("heat.threshold"), threshold.row(), threshold.slider())),
        new Section(Messages.text("preferences.packages")).with(packages.view(), list.view()));
    JScrollPane scroll =
        new JScrollPane(
            column,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    add(scroll, BorderLayout.CENTER);
    reload();
  }

  /** Shows what is set, whatever was changed here. */
  public void reload() {
    device.show(Devices.offered(settings.device()), settings.device());
    keepModel.setSelected(settings.keepModel());
    HeatStyle look = settings.look();
    colours.show(List.of(ColourMap.values()), look.colours());
    opacity.show(look.opacity());
    threshold.show(look.threshold());
    packages.show(settings.packageFolder());
    results.show(settings.resultsFolder());
    list.lookAt(settings.packageFolder());
  }

  /** Sets everything as it was from the first. */
  public void defaults() {
    settings.setDevice(DeviceChoice.AUTO);
    settings.setKeepModel(true);
    settings.setLook(HeatStyle.DEFAULT);
    settings.setPackageFolder(Optional.empty());
    settings.setResultsFolder(Optional.empty());
    reload();
  }

  /** Makes count what is shown. */
  public void apply() {
    settings.setDevice(chosen(device));
    settings.setKeepModel(keepModel.isSelected());
    settings.setLook(
        new HeatStyle(
            chosen(colours),
            opacity.slider().getValue() / 100.0,
            threshold.slider().getValue() / 100.0));
    settings.setPackageFolder(packages.folder());
    settings.setResultsFolder(results.folder());
  }

  private static <T> T chosen(Choice<T> choice) {
    return choice.box().getItemAt(choice.box().getSelectedIndex());
  }

  private void lookForDevices() {
    devices.setInk(Ink.QUIET);
    devices.show(Messages.text("preferences.looking"));
    background.run(
        Devices::found,
        found -> {
          DeviceChoice now = chosen(device);
          device.show(found.contains(now) ? found : Devices.offered(now), now);
          long cards = found.stream().filter(one -> one.kind() == DeviceChoice.Kind.CUDA).count();
          devices.show(
              cards == 0
                  ? Messages.text("preferences.devices.none")
                  : Messages.text("preferences.devices.found", cards));
        },
        why -> {
          devices.setInk(Ink.WRONG);
          devices.show(why);
        });
  }

  /** Ends what is being looked up. */
  public void close() {
    background.close();
  }
}
