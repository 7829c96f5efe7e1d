/** Signatures of Weasis: pages of preferences, actions, and access to its window. */
package org.weasis.core.api.gui.util;
