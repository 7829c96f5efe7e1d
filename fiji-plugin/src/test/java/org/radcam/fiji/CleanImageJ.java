package org.radcam.fiji;

import ij.IJ;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Leaves the next test the ImageJ that a new JVM has. ImageJ keeps for the whole JVM
 *
 * <ul>
 *   <li>the open images;
 *   <li>the active image and a macro's options, by thread; the threads of SciJava's pool and the
 *       tests' own live on;
 *   <li>the Results table;
 *   <li>that Escape was pressed.
 * </ul>
 *
 * <p>JUnit finds it among the services and calls it after every test of the module.
 */
public final class CleanImageJ implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext context) {
    // A macro that nothing called closes batch mode and its images.
    new Interpreter().run("");
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      WindowManager.setTempCurrentImage(thread, null);
      Macro.setOptions(thread, null);
    }
    ResultsTable.getResultsTable().reset();
    IJ.resetEscape();
  }
}
