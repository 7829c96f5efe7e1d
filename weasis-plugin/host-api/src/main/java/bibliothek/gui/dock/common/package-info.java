/** Signatures of the docking frames that Weasis uses: where a panel is put. */
package bibliothek.gui.dock.common;
