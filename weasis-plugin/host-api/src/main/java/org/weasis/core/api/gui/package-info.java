/** Signatures of Weasis: how a plugin adds parts to its window. */
package org.weasis.core.api.gui;
