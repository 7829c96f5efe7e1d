/** Weasis in the test host: factories of parts of its window. */
package org.weasis.core.api.gui;
