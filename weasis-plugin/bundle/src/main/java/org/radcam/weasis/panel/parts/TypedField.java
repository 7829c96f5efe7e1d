package org.radcam.weasis.panel.parts;

import java.util.function.Consumer;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A text field that tells what is typed while it is typed. */
public final class TypedField {
  private final JTextField field = new JTextField();
  private boolean showing;

  public TypedField(Consumer<String> typed) {
    field
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                tell(typed);
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                tell(typed);
              }

              @Override
              public void changedUpdate(DocumentEvent event) {
                // The look of the text only.
              }
            });
  }

  private void tell(Consumer<String> typed) {
    if (!showing) {
      typed.accept(field.getText());
    }
  }

  public void show(String text) {
    if (text.equals(field.getText())) {
      return;
    }
    showing = true;
    try {
      field.setText(text);
    } finally {
      showing = false;
    }
  }

  public JTextField field() {
    return field;
  }
}
