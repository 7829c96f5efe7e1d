/** Signatures of Weasis: a panel that can be docked. */
package org.weasis.core.ui.docking;
