/** What ImageJ's legacy layer does for SciJava commands, as far as a macro can see it. */
package org.radcam.bridge.internal;
