package org.radcam.weasis.panel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JComponent;
import org.radcam.model.ModelCard;
import org.radcam.model.ModelPackage;
import org.radcam.weasis.panel.parts.Column;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.zoo.BrokenPackage;
import org.radcam.zoo.ModelZoo;

/** The model packages that are there, and those that cannot be used, with the reason. */
final class PackageList {
  private final Function<Optional<Path>, ModelZoo> zoo;
  private final Background background;
  private final Column view = new Column(0.2);
  private int asked;

  PackageList(Function<Optional<Path>, ModelZoo> zoo, Background background) {
    this.zoo = zoo;
    this.background = background;
  }

  /** Looks the packages of a folder up, beside the shipped ones. */
  void lookAt(Optional<Path> folder) {
    asked++;
    int mine = asked;
    show(List.of(new WrappedText(Messages.text("packages.looking"), Ink.QUIET)));
    background.run(
        () -> zoo.apply(folder),
        found -> {
          // An earlier folder's answer may come late.
          if (mine == asked) {
            show(found);
          }
        },
        why -> show(List.of(new WrappedText(why, Ink.WRONG))));
  }

  private void show(ModelZoo found) {
    view.removeAll();
    view.with(new WrappedText(Messages.text("packages.found", found.packages().size())).bold());
    for (BrokenPackage broken : found.broken()) {
      view.with(
          new WrappedText(
              Messages.text("packages.broken", broken.location(), broken.reason()), Ink.WRONG));
    }
    for (ModelPackage model : found.packages()) {
      view.with(new WrappedText(line(model.card()), ink(model.card())));
    }
    view.revalidate();
    view.repaint();
  }

  private static Ink ink(ModelCard card) {
    return card.weights().isEmpty() ? Ink.QUIET : Ink.NORMAL;
  }

  private static String line(ModelCard card) {
    String standing =
        card.weights().isEmpty() ? Messages.text("packages.no-weights") : card.standing().key();
    return Messages.text("packages.line", card.name(), card.version(), card.id(), standing);
  }

  private void show(List<WrappedText> lines) {
    view.removeAll();
    lines.forEach(view::with);
    view.revalidate();
    view.repaint();
  }

  JComponent view() {
    return view;
  }
}
