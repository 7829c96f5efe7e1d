/**
 * From what the user chose to an answer: cases are made and classified one at a time, off the UI
 * thread.
 */
package org.radcam.weasis.run;
