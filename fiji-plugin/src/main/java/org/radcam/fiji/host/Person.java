package org.radcam.fiji.host;

/** Who may be asked while a command runs. */
public interface Person {
  /** The person at the screen, if there is one. */
  Person AT_SCREEN =
      new Person() {
        @Override
        public boolean isThere() {
          return Host.attended();
        }

        @Override
        public boolean agrees(String question) {
          return Host.confirm(question);
        }
      };

  /** Whether somebody is there; a macro and a script without screen ask nobody. */
  boolean isThere();

  /** Asks; where nobody is there the answer is yes. */
  boolean agrees(String question);
}
