package org.radcam.fiji;

import org.scijava.plugin.Plugin;
import org.scijava.script.AdaptedScriptLanguage;
import org.scijava.script.ScriptLanguage;

/**
 * Tells SciJava of Groovy, as Fiji's {@code scripting-groovy} does, which Maven Central has not.
 */
@Plugin(type = ScriptLanguage.class, name = "Groovy")
public final class GroovyLanguage extends AdaptedScriptLanguage {
  public GroovyLanguage() {
    super("groovy");
  }
}
