package org.radcam.weasis.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.radcam.model.ClinicalInput;
import org.radcam.model.ModelPackage;
import org.radcam.task.ClinicalField;
import org.radcam.weasis.panel.parts.Choice;
import org.radcam.weasis.panel.parts.Column;
import org.radcam.weasis.panel.parts.Section;
import org.radcam.weasis.panel.parts.TypedField;
import org.radcam.weasis.panel.parts.WrappedText;
import org.radcam.weasis.panel.parts.WrappedText.Ink;
import org.radcam.weasis.panel.state.ClinicalEntries;
import org.radcam.weasis.panel.state.Messages;
import org.radcam.weasis.panel.state.PanelModel;

/** The clinical values that the model looks at. */
final class ClinicalSection {
  private final PanelModel model;
  private final Runnable changed;
  private final Section view = new Section(Messages.text("clinical"));
  private final Map<ClinicalInput, Row> rows = new LinkedHashMap<>();

  private ClinicalEntries entries() {
    return model.clinical();
  }

  /** A field, and what is said beside it. */
  private record Row(ClinicalField field, Input input, WrappedText remark) {}

  private interface Input {
    JComponent component();

    void show(String text);
  }

  ClinicalSection(PanelModel model, Runnable changed) {
    this.model = model;
    this.changed = changed;
  }

  void refresh() {
    List<ClinicalInput> inputs =
        model.model().map(ModelPackage::card).map(card -> card.clinical()).orElse(List.of());
    List<ClinicalField> fields = fields(inputs);
    boolean same =
        List.copyOf(rows.keySet()).equals(inputs)
            && rows.values().stream().map(Row::field).toList().equals(fields);
    if (!same) {
      build(inputs, fields);
    }
    view.setVisible(!inputs.isEmpty());
    rows.forEach(this::show);
  }

  private List<ClinicalField> fields(List<ClinicalInput> inputs) {
    return inputs.stream()
        .flatMap(input -> model.task().orElseThrow().clinicalField(input.field()).stream())
        .toList();
  }

  private void build(List<ClinicalInput> inputs, List<ClinicalField> fields) {
    rows.clear();
    view.reset();
    for (int n = 0; n < inputs.size(); n++) {
      ClinicalField field = fields.get(n);
      Input input = field.choices().isEmpty() ? number(field) : words(field);
      JLabel label = new JLabel(field.title());
      label.setLabelFor(input.component());
      input.component().getAccessibleContext().setAccessibleName(field.title());
      Row row = new Row(field, input, new WrappedText("", Ink.QUIET));
      rows.put(inputs.get(n), row);
      view.with(new Column(0.1).with(label, input.component(), row.remark()));
    }
    view.revalidate();
  }

  private Input number(ClinicalField field) {
    TypedField typed = new TypedField(text -> type(field, text));
    return new Input() {
      @Override
      public JComponent component() {
        return typed.field();
      }

      @Override
      public void show(String text) {
        typed.show(text);
      }
    };
  }

  private Input words(ClinicalField field) {
    Choice<String> choice =
        new Choice<>(
            word -> word.isBlank() ? Messages.text("clinical.unknown") : word,
            word -> type(field, word));
    List<String> words = new ArrayList<>(List.of(""));
    words.addAll(field.choices());
    return new Input() {
      @Override
      public JComponent component() {
        return choice.box();
      }

      @Override
      public void show(String text) {
        choice.show(
            words, words.stream().filter(text.strip()::equalsIgnoreCase).findFirst().orElse(""));
      }
    };
  }

  private void type(ClinicalField field, String text) {
    entries().type(field.key(), text);
    changed.run();
  }

  private void show(ClinicalInput input, Row row) {
    String text = entries().text(input.field());
    row.input().show(text);
    Optional<String> problem = entries().problem(row.field());
    row.remark().setInk(problem.isPresent() ? Ink.WRONG : Ink.QUIET);
    row.remark().show(problem.orElseGet(() -> remark(input, row.field(), text)));
  }

  private String remark(ClinicalInput input, ClinicalField field, String text) {
    List<String> parts = new ArrayList<>();
    if (entries().isFromHeader(field.key())) {
      parts.add(Messages.text("clinical.dicom"));
    }
    entries()
        .headerInstead(field.key())
        .ifPresent(value -> parts.add(Messages.text("clinical.typed", value)));
    if (field.choices().isEmpty()) {
      parts.add(ClinicalEntries.accepted(field));
    }
    if (ClinicalInput.isUnknown(Optional.of(text))) {
      parts.add(
          Messages.text(input.unknownAllowed() ? "clinical.may-be-unknown" : "clinical.needed"));
    }
    return String.join(" · ", parts);
  }

  JComponent view() {
    return view;
  }
}
